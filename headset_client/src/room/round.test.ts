import { describe, expect, it, test } from 'vitest';
import { EMPTY } from '../session/empty';
import { UNRATED } from '../session/fold';
import type { Line, Person, RoomState, SceneInfo, Suggestion } from '../wire/types.gen';
import { minutesIn, roundAt } from './round';

const PERSON = { name: 'Kim', look: 'ali', language: 'nb', where: 'room', here: true, at: [0, 0], facing: 0 } as const;
const KIM: Person = { ...PERSON, id: 'c1', role: 'client', body: 0 };
const SCENE: SceneInfo = {
  id: 'bus_stop',
  title: {},
  goal: {},
  place: 'bus_stop',
  minutes: 8,
  steps: [],
  cast: {},
  tops: EMPTY.levels,
  cues: [],
  second_task: { nb: 'Spør også hva det koster.', en: 'Also ask the price.' },
  second_goal: 'asked_price',
  limit_s: 120,
};
const UP: Suggestion = { next: 'up', axis: 'closeness', level: 2, why: { nb: 'Du fikk det til.', en: 'You managed.' } };

function room(more: Partial<RoomState> = {}): RoomState {
  return { ...EMPTY, phase: 'running', frozen_at: null, scene: SCENE, people: { c1: KIM }, suggested_to: 'c1', beat: 'wait', ...more };
}

const load = (level: number) => ({ levels: { ...EMPTY.levels, load: level } });
const at = (state: RoomState, scene = 0, you = 'c1') => roundAt(state, you, 'nb', scene);

describe('what is shown in a round', () => {
  it('has the second task from load 3 on, until it is done', () => {
    expect(at(room(load(2))).task).toBeNull();
    expect(at(room(load(3))).task).toEqual({ words: 'Spør også hva det koster.', done: false });
    expect(at(room({ ...load(4), goals: ['asked_price'] })).task?.done).toBe(true);
    expect(at(room({ ...load(4), beat: 'closing' })).task).toBeNull();
    expect(at(room({ ...load(4), scene: { ...SCENE, second_task: null } })).task).toBeNull();
  });

  it('counts the time down to nothing, and never below it', () => {
    expect(at(room()).left).toBeNull();
    expect(at(room({ countdown: 100_000 }), 40_000).left).toEqual({ ms: 60_000, of: 120_000 });
    expect(at(room({ countdown: 100_000 }), 140_000).left?.ms).toBe(0);
  });
});

describe('what comes next', () => {
  const closing = { beat: 'closing', beat_seq: 5, beat_t: 1000, suggestion: UP };
  const line = { seq: 6, who: 'c1', answered: true } as Line;

  it('is asked when goodbye has been said, or has had its time', () => {
    expect(at(room({ ...closing, beat: 'wait' }), 60_000).wish).toBeNull();
    expect(at(room(closing), 5000).wish).toBeNull();
    expect(at(room(closing), 13_000).wish).not.toBeNull();
    expect(at(room({ ...closing, lines: [line] }), 5000).wish).not.toBeNull();
    expect(at(room({ ...closing, lines: [{ ...line, answered: false }] }), 5000).wish).toBeNull();
    expect(at(room({ ...closing, lines: [{ ...line, seq: 4 }] }), 5000).wish).toBeNull();
  });

  it('is asked at once when it got too hard', () => {
    expect(at(room({ phase: 'paused', phase_why: 'distress', suggestion: UP })).wish).not.toBeNull();
    expect(at(room({ phase: 'paused', phase_why: 'pause', suggestion: UP })).wish).toBeNull();
    expect(at(room({ phase: 'calm', phase_why: 'stop', suggestion: UP })).wish).toBeNull();
  });

  it('is the client’s own to hear', () => {
    expect(at(room({ ...closing, suggested_to: 'c2' }), 60_000).wish).toBeNull();
    expect(at(room({ ...closing, people: { c1: { ...KIM, role: 'peer' } } }), 60_000).wish).toBeNull();
    expect(at(room({ ...closing, suggestion: null }), 60_000).wish).toBeNull();
  });

  it('is suggested in words, with why, and that nobody has to', () => {
    const chosen = { c1: { ...UNRATED, wish: 'harder' } } as const;
    expect(at(room({ ...closing, distress: chosen }), 60_000).wish).toEqual({
      chosen: 'harder',
      suggestion: 'Forslag: litt vanskeligere (hvor nær de står: samtale (1,2 m)). Du fikk det til. Du bestemmer.',
    });
    const again = { ...UP, next: 'again', axis: null, level: null } as const;
    expect(at(room({ ...closing, suggestion: again }), 60_000).wish?.suggestion).toBe(
      'Forslag: det samme en gang til. Du fikk det til. Du bestemmer.',
    );
  });
});

test('a time that is left is read as minutes and seconds', () => {
  expect([0, 400, 59_000, 60_000, 125_000].map(minutesIn)).toEqual(['0:00', '0:01', '0:59', '1:00', '2:05']);
});
