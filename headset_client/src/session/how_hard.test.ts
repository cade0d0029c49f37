import { expect, test } from 'vitest';
import { EMPTY } from './empty';
import { UNRATED } from './fold';
import type { Person, RoomState } from '../wire/types.gen';
import { curveOf, heightOf, howHardIs } from './how_hard';

const PERSON = { name: 'Kim', look: 'ali', language: 'nb', here: true, at: [0, 0], facing: 0, body: 0 } as const;
const people: Record<string, Person> = {
  c1: { ...PERSON, id: 'c1', role: 'client', where: 'room' },
  c2: { ...PERSON, id: 'c2', role: 'client', where: 'lobby' },
  p1: { ...PERSON, id: 'p1', role: 'peer', where: 'room' },
};
const ratings = [
  { t: 1000, level: 3 },
  { t: 200_000, level: 6 },
];
const state: RoomState = { ...EMPTY, people, distress: { c1: { ...UNRATED, asked_t: 199_000, ratings } } };

test('tells of the clients in the room, what they said last and when they may be asked again', () => {
  const [kim, ...others] = howHardIs(state, 219_000);
  expect(others).toEqual([]);
  expect([kim!.person.id, kim!.last, kim!.wait]).toEqual(['c1', ratings[1], 100_000]);
  expect(howHardIs(state, 400_000)[0]!.wait).toBe(0);
  const [silent] = howHardIs({ ...state, distress: {} }, 219_000);
  expect([silent!.last, silent!.wait, silent!.distress.limit]).toEqual([null, 0, 7]);
});

test('draws the latest answers, the hardest at the top', () => {
  const box = { width: 100, height: 20 };
  expect(curveOf({ ratings }, box)).toBe('M0 14L100 8');
  expect(curveOf({ ratings: ratings.slice(1) }, box)).toBe('');
  expect([0, 5, 10].map((level) => heightOf(level, box))).toEqual([20, 10, 0]);
  const many = Array.from({ length: 40 }, (_, n) => ({ t: n, level: n === 39 ? 10 : 0 }));
  expect(curveOf({ ratings: many }, box).split('L')).toHaveLength(12);
});
