import { expect, test } from 'vitest';
import type { Fact, RoomState, Said, Stamped } from '../wire/types.gen';
import { avatar, EMPTY_ROOM, person, roomWith } from './fakes';
import { fold, MOST_LINES, MOST_NOTES } from './fold';

const ROOM = frozenDeep(
  roomWith(
    [person('kim')],
    [avatar('berit', { thinking: true, gesture: { name: 'nod', t: 400 }, motion: { ...avatar('berit').motion, start: 500 } })],
    { phase: 'running', frozen_at: null, props: { bus: { value: 'arriving', t: 300 } }, beat_t: 100 },
  ),
);

/** Throws at any change in place. */
function frozenDeep<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozenDeep);
  return value;
}

function after(facts: readonly (readonly [t: number, fact: Fact])[], from: RoomState = ROOM): RoomState {
  return facts.reduce((state, [t, fact], index) => frozenDeep(fold(state, { seq: index + 1, t, fact })), from);
}

const PLAIN = { tops: EMPTY_ROOM.levels, cues: [], second_task: null, second_goal: null, limit_s: null };

function line(change: Partial<Said> = {}): Said {
  const words = { nb: 'Hei', en: 'Hi' };
  const base = { type: 'said', who: 'berit', words, language: 'nb', source: 'authored', lasts: 2000 } as const;
  return {
    ...base,
    to: null,
    meaning: null,
    reply: null,
    tone: null,
    critical: null,
    answers: null,
    by: null,
    remark: null,
    level: null,
    ...change,
  };
}

test('a fact moves the number and the time', () => {
  expect(after([[700, { type: 'helpasked', person: 'kim' }]])).toMatchObject({ seq: 1, t: 700 });
});

test('a type that this page does not know changes nothing else', () => {
  const strange = { seq: 9, t: 800, fact: { type: 'toString', person: 'kim' } } as unknown as Stamped;
  expect(fold(ROOM, strange)).toEqual({ ...ROOM, seq: 9, t: 800 });
});

test('a fact about somebody unknown changes nothing else', () => {
  const state = after([
    [1, { type: 'presence', person: 'nobody', here: false }],
    [2, { type: 'thinking', avatar: 'nobody', on: true }],
    [3, { type: 'heardas', said: 77, meaning: 'hello', sure: 1 }],
  ]);
  expect(state).toEqual({ ...ROOM, seq: 3, t: 3 });
});

test('after a pause everything goes on where it was', () => {
  const state = after([
    [1000, line()],
    [1500, { type: 'phasechanged', phase: 'paused', by: 'nora', why: 'pause' }],
    [1700, { type: 'phasechanged', phase: 'calm', by: 'kim', why: 'stop' }],
    [4500, { type: 'phasechanged', phase: 'running', by: 'nora', why: 'continue' }],
  ]);
  expect(state).toMatchObject({ frozen_at: null, beat_t: 3100, phase: 'running', phase_t: 4500 });
  expect(state.floor).toEqual({ who: 'berit', until: 6000 });
  expect(state.props).toEqual({ bus: { value: 'arriving', t: 3300 } });
  expect(state.avatars['berit']).toMatchObject({ motion: { start: 3500 }, gesture: { t: 3400 } });
});

test('what happens while the room stands still is dated where it stood', () => {
  const state = after([
    [1500, { type: 'phasechanged', phase: 'paused', by: 'nora', why: 'pause' }],
    [9000, { type: 'gestured', avatar: 'berit', gesture: 'wave' }],
  ]);
  expect(state.avatars['berit']?.gesture).toEqual({ name: 'wave', t: 1500 });
});

test('what an avatar says takes the floor, answers a line and is counted', () => {
  const state = after([
    [100, line({ who: 'kim', meaning: 'hello' })],
    [200, line({ reply: 'greet', tone: 'cool', critical: true, answers: 1 })],
  ]);
  expect(state.lines.map(({ sure, answered }) => [sure, answered])).toEqual([
    [1, true],
    [null, false],
  ]);
  expect(state.floor).toEqual({ who: 'berit', until: 2200 });
  expect(state.uses).toEqual({ 'greet/cool/True': 1 });
  expect(state.critical_owed).toBe(-4);
  expect(state.avatars['berit']).toMatchObject({ last_said: 2, thinking: false });
});

test('a card that the client chose is sure; free words are not yet heard', () => {
  const state = after([
    [1, line({ who: 'kim', source: 'person' })],
    [2, { type: 'heardas', said: 1, meaning: 'no', sure: 0.6 }],
  ]);
  expect(state.lines[0]).toMatchObject({ meaning: 'no', sure: 0.6 });
  expect(state.floor).toBeNull();
});

test('old lines and notes make room for new ones', () => {
  const lines = Array.from({ length: MOST_LINES + 3 }, (_, index) => [index, line({ who: 'kim' })] as const);
  expect(after(lines).lines[0]?.seq).toBe(4);
  const notes = Array.from({ length: MOST_NOTES + 2 }, (_, index) => [index, { type: 'helpasked', person: 'kim' } as const] as const);
  expect(after(notes).notes[0]?.t).toBe(2);
});

test('a scene that is opened has its whole cast, none of them there yet', () => {
  const berit = { name: 'Berit', part: { nb: 'nabo' }, look: 'berit', at: [1, 2] as const, facing: 90 };
  const scene = { id: 's', title: {}, goal: {}, place: 'bus_stop', minutes: 5, steps: [], cast: { berit }, ...PLAIN };
  const { levels, ceiling } = EMPTY_ROOM;
  const state = after([[0, { type: 'opened', scene, language: 'en', levels, ceiling, help: 2 }]], EMPTY_ROOM);
  expect(state).toMatchObject({ language: 'en', help: 2, scene: { place: 'bus_stop' } });
  expect(state.avatars['berit']).toMatchObject({ name: 'Berit', present: false, motion: { path: [[1, 2]], facing: 90 } });
});
