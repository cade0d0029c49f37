import { expect, test } from 'vitest';
import { isPicto } from '../parts/Picto';
import { readyCards } from './ready';

/** Capital letters of the cards' type are large: three lines of so many are what a card holds. */
const LONGEST = 34;

test('whatever can be noted can be said, and what asks for something now is only said', () => {
  const [said, noted] = [readyCards('say', 'nb'), readyCards('note', 'nb')].map((cards) => cards.map(({ meaning }) => meaning));
  expect(said).toHaveLength(8);
  expect(noted).toEqual(said?.slice(2));
});

test('every sentence is short, of its own, and has a picture, in both languages', () => {
  for (const tongue of ['nb', 'en'] as const) {
    const cards = readyCards('say', tongue);
    expect(cards.filter(({ words }) => words.length > LONGEST)).toEqual([]);
    expect(new Set(cards.map(({ words }) => words)).size).toBe(cards.length);
    expect(cards.every(({ icon }) => isPicto(icon))).toBe(true);
  }
});
