import { expect, test } from 'vitest';
import { stepsOf } from './suggestion';

test('a suggestion changes one thing at most, and begins the round again', () => {
  expect(stepsOf({ axis: null, level: null })).toEqual([{ type: 'again' }]);
  expect(stepsOf({ axis: 'company', level: 2 })).toEqual([{ type: 'setlevel', axis: 'company', level: 2 }, { type: 'again' }]);
  expect(stepsOf({ axis: 'help', level: 0 })).toEqual([{ type: 'sethelp', level: 0 }, { type: 'again' }]);
});
