import { expect, it } from 'vitest';
import { type Outcome, leftIn } from './asking';

const done: Outcome = { kind: 'done', words: 'Running.' };
const no: Outcome = { kind: 'no', refusal: { code: 'paused', words: {}, instead: {} } };

it('takes away what was done once the room stands still', () => {
  expect((['paused', 'calm', 'ended'] as const).map((phase) => leftIn(phase, done))).toEqual([null, null, null]);
});

it('leaves “Running” when the room has just begun to run', () => {
  expect(leftIn('running', done)).toEqual(done);
});

it('leaves a refusal until it is closed', () => {
  expect(leftIn('calm', no)).toEqual(no);
});
