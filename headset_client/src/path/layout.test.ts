import { expect, test } from 'vitest';
import { layOut, type Stop } from './layout';

const stops = (...lines: string[]): Stop[] => lines.map((line) => ({ id: line[0]!, leads_to: [...line.slice(1)] }));

test('a stop stands as many columns in as there are steps to it, whichever comes first', () => {
  const { at, columns, arrows } = layOut(stops('c', 'bcd', 'abc', 'd'));
  expect([...'abcd'].map((id) => at.get(id)?.column)).toEqual([0, 1, 1, 2]);
  expect(columns).toBe(3);
  expect(arrows).toHaveLength(4);
});

test('no two stand on one place', () => {
  const many = stops('abcd', 'be', 'ce', 'dfg', 'eh', 'f', 'gh', 'h', 'ia', 'j');
  const { at, rows } = layOut(many);
  const places = [...at.values()].map(({ column, row }) => `${column} ${row}`);
  expect(new Set(places).size).toBe(many.length);
  expect(Math.max(...[...at.values()].map(({ row }) => row))).toBe(rows - 1);
});

test('a circle ends, and every stop of it has a place', () => {
  const { at, arrows } = layOut(stops('ab', 'bc', 'ca'));
  expect([...'abc'].map((id) => at.get(id)?.column)).toEqual([0, 1, 2]);
  expect(arrows).toHaveLength(3);
});

test('what leads nowhere that is known has no arrow', () => {
  expect(layOut(stops('axa')).arrows).toEqual([]);
  expect(layOut([])).toEqual({ at: new Map(), columns: 0, rows: 0, arrows: [] });
});
