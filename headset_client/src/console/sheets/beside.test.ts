import { expect, it } from 'vitest';
import { beside } from './beside';

it('keeps the direction where there is room', () => {
  expect(beside([0, 0], [0, 2], 1, () => true)).toEqual([0, 1]);
  expect(beside([1, 1], [3, 1], 3, () => true)).toEqual([4, 1]);
});

it('turns as little as it must where there is none', () => {
  const found = beside([0, 0], [0, 1], 3, ([, z]) => z <= 2);
  expect(found?.[1]).toBeLessThanOrEqual(2);
  expect(Math.hypot(...(found ?? [0, 0]))).toBeCloseTo(3, 1);
  expect(found?.[1]).toBeGreaterThan(1);
});

it('gives nothing where nobody can stand', () => {
  expect(beside([0, 0], [0, 1], 3, () => false)).toBeNull();
});
