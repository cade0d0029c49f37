import { expect, test } from 'vitest';
import { Scrub } from './scrub';

test('while one seek is under way only the newest wish waits behind it', async () => {
  const asked: number[] = [];
  const answers: (() => void)[] = [];
  const told: number[] = [];
  const scrub = new Scrub(
    (at) => {
      asked.push(at);
      return new Promise<void>((done) => answers.push(done));
    },
    (at) => told.push(at),
  );
  const answer = async () => {
    answers.shift()?.();
    await new Promise((done) => setTimeout(done));
  };
  for (const at of [10, 20, 30, 40]) scrub.to(at);
  expect(asked).toEqual([10]);
  expect(scrub.wish).toBe(40);
  await answer();
  expect(asked).toEqual([10, 40]);
  expect(scrub.wish).toBe(40);
  await answer();
  expect(scrub.wish).toBeNull();
  expect(told).toEqual([40]);
  scrub.to(50);
  expect(asked).toEqual([10, 40, 50]);
});
