import { expect, test } from 'vitest';
import { EMPTY } from '../session/empty';
import { UNRATED } from '../session/fold';
import type { Person, RoomState } from '../wire/types.gen';
import { DistressQuestion, STANDS } from './distress';

const KIM: Person = {
  id: 'c1',
  role: 'client',
  name: 'Kim',
  look: 'ali',
  language: 'nb',
  where: 'room',
  here: true,
  body: 0,
  at: [0, 0],
  facing: 0,
};

function asked(at: number | null, more: Partial<RoomState> = {}): RoomState {
  const distress = { c1: { ...UNRATED, open: at !== null, asked_t: at } };
  return { ...EMPTY, phase: 'running', people: { c1: KIM }, distress, ...more };
}

test('the question stands for twenty seconds and goes away by itself', () => {
  const question = new DistressQuestion();
  expect(question.stands(asked(null), 'c1', 1000)).toBe(false);
  expect(question.stands(asked(1000), 'c1', 1000)).toBe(true);
  expect(question.stands(asked(1000), 'c1', 1000 + STANDS - 1)).toBe(true);
  expect(question.stands(asked(1000), 'c1', 1000 + STANDS)).toBe(false);
});

test('what was put away comes back only when it is asked again', () => {
  const question = new DistressQuestion();
  question.putAway(5000);
  expect(question.stands(asked(1000), 'c1', 6000)).toBe(false);
  expect(question.stands(asked(130_000), 'c1', 131_000)).toBe(true);
});

test('one may open it oneself at any time, also just after it was put away', () => {
  const question = new DistressQuestion();
  question.putAway(5000);
  question.open(5000);
  expect(question.stands(asked(null), 'c1', 5000)).toBe(true);
  question.putAway(5200);
  expect(question.stands(asked(null), 'c1', 5300)).toBe(false);
});

test('nobody is asked in the calm place, before the start or after the end, and only clients are', () => {
  const question = new DistressQuestion();
  for (const phase of ['ready', 'calm', 'ended'] as const) expect(question.stands(asked(1000, { phase }), 'c1', 1500)).toBe(false);
  expect(question.stands(asked(1000, { phase: 'paused' }), 'c1', 1500)).toBe(true);
  expect(question.stands(asked(1000, { people: { c1: { ...KIM, role: 'peer' } } }), 'c1', 1500)).toBe(false);
});
