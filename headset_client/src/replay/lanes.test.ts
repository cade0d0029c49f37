import { expect, test } from 'vitest';
import { pathOf, placeOf, rowsOf, shareOf, speakersOf, ticksOf, timeAt, wordsAt } from './lanes';
import { TOLD } from './told.fake';

const ALL = { first: 2000, last: 22_000 };
const BOX = { width: 1000, height: 100 };
const [spoke, pressure, near] = TOLD.timeline.lanes;

test('times and shares of the width are each other’s reverse, within the ends', () => {
  expect(shareOf(12_000, ALL)).toBe(0.5);
  expect(timeAt(0.5, ALL)).toBe(12_000);
  expect(shareOf(0, ALL)).toBe(0);
  expect(timeAt(1.7, ALL)).toBe(22_000);
  expect(shareOf(5, { first: 5, last: 5 })).toBe(0);
});

test('a span that began before what was recorded is cut there', () => {
  const span = { from_ms: 0, until_ms: 4000, who: null, kind: 'help', words: {} };
  expect(placeOf(span, ALL)).toEqual({ left: '0.000%', width: '10.000%' });
});

test('the client has the first row, then who was heard first', () => {
  expect(speakersOf(spoke!, TOLD).map(({ name, spans }) => [name, spans.length])).toEqual([
    ['Sol', 1],
    ['Berit', 2],
    ['Jonas', 1],
  ]);
  const silent = speakersOf({ ...spoke!, spans: spoke!.spans.filter(({ who }) => who !== 'c1') }, TOLD);
  expect(silent.map(({ who }) => who)).toEqual(['berit', 'jonas']);
});

test('levels go in steps and on to the end; measures go straight', () => {
  const [closeness] = pressure!.curves;
  const { t, values } = closeness!;
  expect(pathOf(t, values, closeness!, { first: 0, last: 30_000 }, BOX)).toBe('M0 69H500V50H1000');
  const [distance] = near!.curves;
  expect(pathOf(distance!.t, distance!.values, distance!, { first: 0, last: 2000 }, BOX)).toBe('M0 12L500 50L1000 50');
  expect(pathOf([], [], closeness!, ALL, BOX)).toBe('');
});

test('the ruler has even steps that can be read', () => {
  expect(ticksOf({ first: 0, last: 30_000 })).toEqual([0, 5000, 10_000, 15_000, 20_000, 25_000, 30_000]);
  expect(ticksOf({ first: 500, last: 3_000_500 })).toHaveLength(6);
  expect(ticksOf({ first: 0, last: 0 })).toEqual([0]);
  for (const last of [1, 999, 61_000, 400_000, 9_999_999]) expect(ticksOf({ first: 0, last }).length).toBeLessThanOrEqual(10);
});

test('the table tells every lane in the order of time, and leaves out what has no words', () => {
  const rows = rowsOf(TOLD.timeline.lanes);
  expect(rows.map(({ t }) => t)).toEqual([...rows.map(({ t }) => t)].sort((a, b) => a - b));
  expect(rows).toHaveLength(4 + 2 + 1 + 1 + 1);
  expect(rows.filter(({ lane }) => lane === 'near').map(({ words }) => words.nb)).toEqual(['4 m til Berit']);
});

test('the slider says who speaks just then', () => {
  expect(wordsAt(spoke, 5000).map(({ en }) => en)).toEqual(['Berit (script)']);
  expect(wordsAt(spoke, 6000)).toEqual([]);
  expect(wordsAt(undefined, 0)).toEqual([]);
});
