import { expect, test } from 'vitest';
import type { Beat, Reply } from '../../wire/types.gen';
import { fits, repliesOf } from './replies';

const turn = (reply: string) => ({ reply, by: null, then: null, reaches: null });
const BEAT = { opens: 'hello', turns: { yes: turn('fine'), no: turn('well') }, silence: [{ after: 9, reply: 'take_time', then: null }] };

test('a part of the scene has the replies that may be said in it', () => {
  const beats = { arrive: BEAT as unknown as Beat, quiet: { ...BEAT, opens: null } as unknown as Beat };
  expect([...repliesOf({ beats }, 'arrive')].sort()).toEqual(['fine', 'hello', 'take_time', 'well']);
  expect(repliesOf({ beats }, 'quiet').has('hello')).toBe(false);
  expect(repliesOf({ beats }, 'nowhere').size).toBe(0);
});

test('a line is found in any tone and language', () => {
  const reply = { open: { warm: [{ nb: 'Hei på deg', en: 'Hello' }] }, critical: { cool: [{ nb: 'Nei', en: 'No' }] } } as unknown as Reply;
  expect(['', ' hei ', 'HELLO', 'nei'].every((wanted) => fits(reply, wanted))).toBe(true);
  expect(fits(reply, 'buss')).toBe(false);
});
