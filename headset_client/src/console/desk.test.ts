import { expect, it } from 'vitest';
import { clock, sinceStart } from './desk';

it('counts no time before Start', () => {
  expect(sinceStart({ begun_t: null }, 94_000)).toBe(0);
});

it('counts from Start, and what came before it as nothing', () => {
  expect([30_000, 60_000, 154_000].map((t) => clock(sinceStart({ begun_t: 60_000 }, t)))).toEqual(['00:00', '00:00', '01:34']);
});
