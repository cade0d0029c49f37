import { expect, test } from 'vitest';
import type { Motion } from '../wire/types.gen';
import { arrival, bearing, standingAt } from './motion';

const WALK: Motion = {
  path: [
    [0, 0],
    [2, 0],
    [2, 1],
  ],
  start: 1000,
  speed: 0.5,
  facing: 45,
  posture: 'phone',
  seat: null,
};

test('it sets out from the first point, turns at the corner and ends as it is told to', () => {
  expect(standingAt(WALK, 0)).toEqual({ at: [0, 0], facing: 90, speed: 0.5 });
  expect(standingAt(WALK, 3000)).toEqual({ at: [1, 0], facing: 90, speed: 0.5 });
  expect(standingAt(WALK, 6000)).toEqual({ at: [2, 0.5], facing: 0, speed: 0.5 });
  expect(arrival(WALK)).toBe(7000);
  expect(standingAt(WALK, 7000)).toEqual({ at: [2, 1], facing: 45, speed: 0 });
});

test('one point stands', () => {
  const still = { ...WALK, path: [[3, 4]] as const };
  expect(arrival(still)).toBe(1000);
  expect(standingAt(still, 0)).toEqual({ at: [3, 4], facing: 45, speed: 0 });
});

test('0 looks along +z and 90 along +x', () => {
  expect(bearing([0, 0], [0, 1])).toBe(0);
  expect(bearing([0, 0], [1, 0])).toBe(90);
  expect(bearing([0, 0], [0, -1])).toBe(180);
});
