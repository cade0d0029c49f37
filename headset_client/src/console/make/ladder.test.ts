import { expect, test } from 'vitest';
import { AXES, type Scenario } from '../../wire/types.gen';
import { nextLevel } from './ladder';

const levels = (level: number) => Object.fromEntries(AXES.map((axis) => [axis, level])) as Scenario['start']['levels'];
const step = (set: Record<string, number>) => ({ set, words: {} });

test('a new step moves one axis by one, and another than the last', () => {
  const start = { beat: 'a', levels: levels(0), help: 0 };
  expect(nextLevel({ start, ladder: [], tops: {} as Scenario['tops'] })).toEqual({ company: 1 });
  expect(nextLevel({ start, ladder: [step({ company: 1 })], tops: {} as Scenario['tops'] })).toEqual({ attention: 1 });
  expect(nextLevel({ start, ladder: [], tops: { company: 0 } as Scenario['tops'] })).toEqual({ attention: 1 });
});

test('at the top of everything the checker says so', () => {
  const start = { beat: 'a', levels: levels(4), help: 4 };
  expect(nextLevel({ start, ladder: [], tops: {} as Scenario['tops'] })).toEqual({ company: 4 });
});
