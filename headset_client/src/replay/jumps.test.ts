import { expect, test } from 'vitest';
import { after, before, stopsOf } from './jumps';
import { momentsOf } from './moments';
import { TOLD } from './told.fake';

const NOTE = { id: '1', at: 18_000, by: 'w', name: 'Kari', text: 'Modig' };

test('one jumps to where lines begin, to moments and notes, and to where pressure changed', () => {
  const stops = stopsOf(TOLD, [NOTE]);
  expect(stops.line).toEqual([4000, 9000, 12_000, 20_000]);
  expect(stops.moment).toEqual([9000, 10_000, 16_000, 18_000]);
  expect(stops.pressure, 'where a curve begins nothing has changed').toEqual([15_000]);
});

test('the one before is not the one that has just begun', () => {
  const { line } = stopsOf(TOLD, []);
  expect(before(line, 9500)).toBe(4000);
  expect(before(line, 10_500)).toBe(9000);
  expect(before(line, 4000)).toBeNull();
  expect(after(line, 4000)).toBe(9000);
  expect(after(line, 20_000)).toBeNull();
});

test('a goal that is one of the client’s own moments is shown once', () => {
  const kinds = (told: typeof TOLD) => momentsOf(told, [NOTE]).map(({ t, kind }) => [t, kind]);
  expect(kinds(TOLD)).toEqual([
    [9000, 'own'],
    [10_000, 'goal'],
    [16_000, 'staff'],
    [18_000, 'note'],
  ]);
  const own = { ...TOLD, summary: { ...TOLD.summary, own: [{ t: 10_000, words: {}, who: null }] } };
  expect(kinds(own).filter(([t]) => t === 10_000)).toEqual([[10_000, 'own']]);
});
