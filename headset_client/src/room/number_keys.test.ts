import { expect, test } from 'vitest';
import { typed } from './number_keys';

/** What a row of keys answers, in order; `...` where a 1 still waits at the end. */
function answers(...keys: string[]): (number | string)[] {
  let waits = false;
  const given: (number | string)[] = [];
  for (const key of keys) {
    const now = typed({ waits }, key);
    waits = now.waits;
    if (now.rating !== null) given.push(now.rating);
  }
  return waits ? [...given, '...'] : given;
}

test('one key is one answer, and 1 then 0 is ten', () => {
  expect(answers('0')).toEqual([0]);
  expect(answers('9')).toEqual([9]);
  expect(answers('1', '0')).toEqual([10]);
  expect(answers('1')).toEqual(['...']);
});

test('after a 1 any other figure counts by itself', () => {
  expect(answers('1', '4')).toEqual([4]);
  expect(answers('1', '1')).toEqual([1]);
  expect(answers('0', '0')).toEqual([0, 0]);
});

test('other keys answer nothing', () => {
  expect(answers('a', 'Enter', '12', '٣')).toEqual([]);
  expect(answers('1', 'Shift', '0')).toEqual([10]);
});
