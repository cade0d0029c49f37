import { expect, test } from 'vitest';
import { near } from './near';

const stop = (id: string, rounds: number, ...leads_to: string[]) => ({ id, title: {}, place: 'park', leads_to, rounds });

test('what was practised and the next after it are shown, and no more', () => {
  const stops = [stop('a', 2, 'b'), stop('b', 0, 'c'), stop('c', 0), stop('d', 1, 'gone')];
  expect(near(stops).map(({ id }) => id)).toEqual(['a', 'b', 'd']);
  expect(near([stop('a', 0, 'b'), stop('b', 0)])).toEqual([]);
});
