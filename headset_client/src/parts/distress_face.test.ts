import { expect, test } from 'vitest';
import { faceLines, RATINGS } from './distress_face';

/** How far the middle of the mouth lies under its ends: below zero it is bent down. */
function bend(rating: number): number {
  const [, y, , middle] = faceLines(rating)
    .mouth.split(/[MQ ]/)
    .filter((part) => part !== '')
    .map(Number);
  return middle! - y!;
}

test('every step is a little heavier than the one before', () => {
  expect(RATINGS).toHaveLength(11);
  for (const rating of RATINGS.slice(1)) expect(bend(rating)).toBeLessThan(bend(rating - 1));
  expect(bend(0)).toBeGreaterThan(0);
  expect(bend(5)).toBe(0);
  expect(bend(10)).toBeLessThan(0);
});

test('only from the middle on is there a frown', () => {
  expect(RATINGS.filter((rating) => faceLines(rating).brows !== '')[0]).toBe(4);
});
