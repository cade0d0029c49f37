import { describe, expect, it } from 'vitest';
import { avatar, person, roomWith } from '../session/fakes';
import type { Line, RoomState } from '../wire/types.gen';
import { type LineIs, shownAt } from './shown';

const NO_REPLY = { remark: null, level: null };

function line(seq: number, who: string, t: number): Line {
  const words = { nb: `linje ${seq}`, en: `line ${seq}` };
  const about = { meaning: null, sure: null, answered: false, critical: null, reply: null, by: null, ...NO_REPLY };
  return { seq, t, who, words, language: 'nb', source: 'authored', lasts: 2000, ...about };
}

function room(change: Partial<RoomState> = {}): RoomState {
  const offered = [{ meaning: 'when', icon: 'clock', words: { nb: 'Når?', en: 'When?' } }];
  const people = [person('sol'), person('kim', { role: 'peer' })];
  return roomWith(people, [avatar('berit', { name: 'Berit', played_by: 'line' })], {
    phase: 'running',
    frozen_at: null,
    offered,
    ...change,
  });
}

const lines = [line(1, 'berit', 1000), line(2, 'sol', 4000), line(3, 'berit', 8000)];

describe('captions', () => {
  it('are the last two lines, in my language, and say what is artificial although a person plays it', () => {
    const { captions } = shownAt(room({ lines }), 'sol', 'live', 'en', 9000);
    expect(captions.map(({ name, words, older }) => [name, words, older])).toEqual([
      ['You', 'line 2', true],
      ['Berit · artificial', 'line 3', false],
    ]);
  });

  it('go when they have stood long enough, but not while the room stands still', () => {
    expect(shownAt(room({ lines }), 'sol', 'live', 'nb', 60_000).captions).toEqual([]);
    expect(shownAt(room({ lines, frozen_at: 9000 }), 'sol', 'live', 'nb', 60_000).captions).toHaveLength(2);
  });

  it('tell who is thinking', () => {
    expect(
      shownAt(room({ avatars: { berit: avatar('berit', { name: 'Berit', thinking: true }) } }), 'sol', 'live', 'nb', 0).thinking?.name,
    ).toBe('Berit');
  });
});

describe('what can be said', () => {
  it('is offered to the client while the room runs, also when the connection is away', () => {
    expect(shownAt(room(), 'sol', 'lost', 'nb', 0).cards).toHaveLength(1);
    expect(shownAt(room({ phase: 'paused' }), 'sol', 'live', 'nb', 0).cards).toEqual([]);
    expect(shownAt(room(), 'kim', 'live', 'nb', 0).cards).toEqual([]);
  });

  it('is lit when help points at it', () => {
    const help_given = { kind: 'shown' as const, words: {}, meaning: 'when', t: 0 };
    expect(shownAt(room({ help_given }), 'sol', 'live', 'nb', 0).cards[0]?.lit).toBe(true);
  });
});

describe('words for few', () => {
  const notes = [{ kind: 'whisper' as const, t: 1000, by: 'kim', to: 'sol', text: 'Pust rolig.' }];

  it('are seen by the one they are for, for a while', () => {
    expect(shownAt(room({ notes }), 'sol', 'live', 'nb', 2000).whisper).toBe('Pust rolig.');
    expect(shownAt(room({ notes }), 'kim', 'live', 'nb', 2000).whisper).toBeNull();
    expect(shownAt(room({ notes }), 'sol', 'live', 'nb', 60_000).whisper).toBeNull();
  });

  it('say calmly how the room and the connection are', () => {
    const notice = (change: Partial<RoomState>, line: LineIs = 'live') => shownAt(room(change), 'sol', line, 'nb', 0).notice?.key ?? null;
    expect(notice({})).toBeNull();
    expect(notice({}, 'lost')).toBe('room.lost');
    expect(notice({}, 'restarting')).toBe('room.restarting');
    expect(notice({ phase: 'ready' })).toBe('room.ready');
    expect(notice({ phase: 'paused' })).toBe('room.paused');
    expect(notice({ phase: 'paused', phase_why: 'crisis' })).toBe('room.called');
  });

  it('tell for whom everything stands still, but not the one who was away', () => {
    const paused = room({ phase: 'paused', phase_why: 'lost', phase_by: 'sol', people: { sol: person('sol', { name: 'Sol' }) } });
    expect(shownAt(paused, 'kim', 'live', 'nb', 0).notice).toEqual({ key: 'room.awaited', fill: { name: 'Sol' } });
    expect(shownAt(paused, 'sol', 'live', 'nb', 0).notice).toEqual({ key: 'room.paused' });
  });
});
