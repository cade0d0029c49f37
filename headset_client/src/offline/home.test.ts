import { encode } from '@msgpack/msgpack';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mark } from '../session/fakes';
import { TOLD } from '../replay/told.fake';
import { writePose } from '../wire/pose';
import { Home } from './home';
import { type Held, retold, timesOf, unpacked } from './session';

const ROWS = new Uint8Array(64);
for (const [n, x] of [0, 2].entries()) {
  writePose({ head: { p: [x, 1.6, 0], q: [0, 0, 0, 1] }, flat: true }, ROWS.subarray(n * 32, n * 32 + 32));
  ROWS[n * 32] = 0;
}
const HELD: Held = {
  about: { session: 's1', scenario: 'bus_stop', language: 'nb', opened_at: 5 },
  facts: [mark(1, 1000), mark(2, 20_000)],
  timeline: { ...TOLD.timeline, from_ms: 1000, until_ms: 31_000 },
  summary: TOLD.summary,
  who: TOLD.who,
  t: new Uint8Array(Uint32Array.from([1000, 1100]).buffer),
  rows: ROWS,
};
let now = 0;

beforeEach(() => {
  vi.useFakeTimers();
  now = 0;
});

afterEach(() => vi.useRealTimers());

test('what the export packs is what the page unpacks', async () => {
  vi.useRealTimers();
  const packed = new Blob([encode(HELD)]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const held = await unpacked(btoa(String.fromCharCode(...bytes)));
  expect(held.facts).toEqual(HELD.facts);
  expect([...timesOf(held)]).toEqual([1000, 1100]);
  expect(retold(held).client).toBe('c1');
  await expect(unpacked('bm90aGluZw==')).rejects.toThrow();
  await expect(unpacked('')).rejects.toThrow();
});

test('it begins at the beginning, plays by its clock, and stands at its end', () => {
  const home = new Home(HELD, () => now);
  expect(home.position()).toBe(1000);
  home.setSpeed(2);
  home.play(true);
  now = 5000;
  expect(home.position()).toBe(11_000);
  now = 15_000;
  vi.advanceTimersByTime(15_000);
  expect(home.position()).toBe(31_000);
  expect(home.playing.running).toBe(false);
  home.play(true);
  expect(home.position(), 'from its end it begins anew').toBe(1000);
});

test('the room and the bodies are as they were at the moment one goes to', () => {
  const home = new Home(HELD, () => now);
  expect(home.scene.state?.notes).toHaveLength(1);
  home.seek(25_000);
  expect(home.scene.state?.notes).toHaveLength(2);
  expect(home.scene.poseAt(0, 1050)?.head.p[0]).toBeCloseTo(1);
  home.seek(1e9);
  expect(home.position()).toBe(31_000);
  expect(home.jumps).toBe(2);
});

test('all who look are told of each change, and of the end', () => {
  const home = new Home(HELD, () => now);
  let told = 0;
  const forget = home.subscribe(() => (told += 1));
  home.play(true);
  vi.advanceTimersByTime(31_000);
  expect(told).toBe(2);
  forget();
  home.seek(2000);
  expect(told).toBe(2);
});
