import { expect, test } from 'vitest';
import type { Playing } from '../wire/types.gen';
import { changed, positionAt, within } from './reel';

const ALL = { first: 1000, last: 61_000 };
const REEL: Playing = { at: 5000, since: 100, running: true, speed: 2 };

test('a reel that runs goes on by its speed, and one that stands stays', () => {
  expect(positionAt(REEL, 1100, ALL)).toBe(7000);
  expect(positionAt({ ...REEL, speed: 0.25 }, 1100, ALL)).toBe(5250);
  expect(positionAt({ ...REEL, running: false }, 1100, ALL)).toBe(5000);
});

test('a clock that is a little behind does not run a reel backwards', () => {
  expect(positionAt(REEL, 40, ALL)).toBe(5000);
});

test('a reel ends where the recording ends, and never stands before its beginning', () => {
  expect(positionAt(REEL, 1e9, ALL)).toBe(61_000);
  expect(within(ALL, -5)).toBe(1000);
  expect(within(ALL, Number.NaN)).toBe(1000);
  expect(within({ first: 5, last: 0 }, 3)).toBe(5);
});

test('a change of speed leaves the position where it is', () => {
  const now = 2100;
  const at = positionAt(REEL, now, ALL);
  const slow = changed(REEL, at, now, { speed: 0.5 });
  expect(positionAt(slow, now, ALL)).toBe(at);
  expect(positionAt(slow, now + 1000, ALL)).toBe(at + 500);
});
