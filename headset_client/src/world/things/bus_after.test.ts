import { expect, test } from 'vitest';
import { busAfter, busAtStart, driveOn } from './bus_motion';

test('a bus that is put to a moment is where it would have driven by then', () => {
  const driven = busAtStart('away');
  for (let n = 0; n < 200; n += 1) driveOn(driven, 'arriving', 0.05);
  const put = busAfter('arriving', 10);
  expect(put.along).toBeCloseTo(driven.along, 1);
  expect(put.away).toBe(false);
});

test('a bus that left long ago is gone, and one that is here stands with its door open', () => {
  expect(busAfter('leaving', 1).away).toBe(false);
  expect(busAfter('leaving', 300).away).toBe(true);
  expect(busAfter('here', 0)).toEqual(busAtStart('here'));
  expect(busAfter('away', 60).away).toBe(true);
});
