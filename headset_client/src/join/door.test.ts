import { afterEach, expect, test, vi } from 'vitest';
import { knockWith } from './door';

const SEAT = { seat: 's', role: 'client', language: 'nb', title: {} };
const NO = { code: 'bad_code', words: { en: 'No.' }, instead: { en: 'Ask.' } };

afterEach(() => vi.unstubAllGlobals());

async function answering(status: number, body: string, headers: Record<string, string> = {}) {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status, headers })));
  return knockWith('ABCD2345');
}

test('a good code gives a seat, a wrong one a refusal', async () => {
  expect(await answering(200, JSON.stringify(SEAT))).toEqual({ kind: 'seat', seat: SEAT });
  expect(await answering(404, JSON.stringify(NO))).toEqual({ kind: 'refused', refusal: NO });
});

test('when many knock one waits for as long as the door says, within a minute', async () => {
  for (const [header, seconds] of [
    ['7', 7],
    ['0', 1],
    ['900', 60],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 5],
  ] as const) {
    expect(await answering(429, JSON.stringify(NO), { 'retry-after': header })).toEqual({ kind: 'wait', seconds, restarting: false });
  }
  expect(await answering(429, '')).toMatchObject({ seconds: 5 });
});

test('a server that starts again is waited for, also when a proxy says so in its own way', async () => {
  expect(await answering(503, JSON.stringify(NO))).toEqual({ kind: 'wait', seconds: 5, restarting: true });
  expect(await answering(503, '<html>')).toMatchObject({ kind: 'wait', restarting: true });
});

test('no network and nonsense are the same to a person', async () => {
  expect(await answering(200, '<html>')).toEqual({ kind: 'unreached' });
  expect(await answering(500, '{"oops": 1}')).toEqual({ kind: 'unreached' });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  expect(await knockWith('ABCD2345')).toEqual({ kind: 'unreached' });
});
