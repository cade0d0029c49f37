import { expect, test } from 'vitest';
import { hashOf, whereIn } from './place';

test('an address leads back to where it was made', () => {
  for (const where of [
    {},
    { session: 'a1' },
    { page: 'make', scenario: 'bus_stop_own' },
    { scenario: 'cafe', step: 3, path: 'Fjelltur & sånt' },
  ] as const) {
    expect(whereIn(`#${hashOf(where)}`)).toEqual(where);
  }
});

test('what an address should not name leads to the list', () => {
  expect(whereIn('')).toEqual({});
  expect(whereIn('#page=secrets&step=x')).toEqual({});
});
