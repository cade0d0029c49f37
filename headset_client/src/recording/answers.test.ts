import { describe, expect, it } from 'vitest';
import { EMPTY_ROOM, person, roomWith } from '../session/fakes';
import type { Recording, RoomState } from '../wire/types.gen';
import { answerOf, askedIn, mayAsk, stageOf } from './answers';

const PEOPLE = [
  person('nora', { role: 'therapist', body: null }),
  person('kim'),
  person('ola', { where: 'lobby', body: null }),
  person('ida', { where: 'gone', body: null }),
];

function room(recording: Partial<Recording>): RoomState {
  return roomWith(PEOPLE, [], {
    recording: { ...EMPTY_ROOM.recording, asked_by: 'nora', answers: { nora: true }, ...recording },
  });
}

describe('a recording as staff see it', () => {
  it('tells a yes from a no from no answer', () => {
    const { recording } = room({ answers: { nora: true, kim: false } });
    expect(['nora', 'kim', 'ola'].map((who) => answerOf(recording, who))).toEqual(['yes', 'no', 'none']);
  });

  it('asks those inside and those who wait, not those who have gone', () => {
    expect(askedIn(room({})).map(({ id }) => id)).toEqual(['nora', 'kim', 'ola']);
  });

  it('waits, hears a no of one inside, runs, and stands while nothing can be kept', () => {
    expect(stageOf(room({ asked_by: '', answers: {} }))).toBe('off');
    expect(stageOf(room({}))).toBe('waiting');
    expect(stageOf(room({ answers: { nora: true, kim: false } }))).toBe('no');
    expect(stageOf(room({ on: true, answers: { nora: true, kim: false } }))).toBe('on');
    expect(stageOf(room({ on: true, trouble: 'disk_full' }))).toBe('gap');
  });

  it('takes no notice of a no of one outside or gone: it does not keep a recording from beginning', () => {
    expect(stageOf(room({ answers: { nora: true, ola: false, ida: false } }))).toBe('waiting');
  });

  it('is asked for by the roles that the room lets ask', () => {
    expect(['client', 'peer', 'therapist', 'observer', 'admin', undefined].filter(mayAsk)).toEqual(['peer', 'therapist']);
  });
});
