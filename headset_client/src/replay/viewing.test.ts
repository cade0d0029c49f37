import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeServer, FakeWorker, person, roomWith } from '../session/fakes';
import type { Watcher, Watching } from '../wire/types.gen';
import { ANSWER_WITHIN_MS, Viewing } from './viewing';

const ME: Watcher = {
  id: 'w1',
  role: 'client',
  name: 'Sol',
  look: 'l',
  language: 'nb',
  here: true,
  body: 16,
  alone: false,
  eyes: null,
  points_at: null,
};
const KARI: Watcher = { ...ME, id: 'w2', name: 'Kari', body: 17 };
const HALL: Watching = {
  now: 5000,
  first: 1000,
  last: 61_000,
  shared: { at: 2000, since: 5000, running: true, speed: 1 },
  own: null,
  watchers: [ME, KARI],
  notes: [],
};

let server: FakeServer;
let worker: FakeWorker;
let viewing: Viewing;
let now = 0;

beforeEach(() => {
  vi.useFakeTimers();
  now = 100;
  server = new FakeServer();
  worker = new FakeWorker();
  const outside = {
    dial: server.dial,
    startWorker: () => worker,
    clock: () => now,
    streamUrl: () => 'ws://here/stream',
    hidden: () => false,
  };
  viewing = new Viewing('seat', outside);
  server.lets(roomWith([person('c1', { role: 'client' })], [], { frozen_at: null }), { epoch: 'a', now: 5000, you: 'w1' });
  server.heard.watching?.(HALL);
});

afterEach(() => vi.useRealTimers());

test('one who watches is in no room and is streamed to all the same', () => {
  expect(worker.kinds).toContain('open');
  expect(server.hello().seat).toBe('seat');
});

test('the scene is where the reel is, and the bodies go by the watchers’ clock', () => {
  now += 1500;
  expect(viewing.position()).toBe(3500);
  expect(viewing.scene.sceneTime()).toBe(3500);
  expect(viewing.scene.now()).toBe(6500);
});

test('a recorded room that stood still stands still again', () => {
  server.lets(roomWith([], [], { frozen_at: 2400 }), { epoch: 'b', now: 5000, you: 'w1' });
  now += 1500;
  expect(viewing.scene.sceneTime()).toBe(2400);
});

test('one sees the own reel while one is alone', () => {
  server.heard.watching?.({ ...HALL, own: { at: 30_000, since: 5000, running: false, speed: 2 } });
  now += 1500;
  expect(viewing.position()).toBe(30_000);
  expect(viewing.playing.speed).toBe(2);
});

test('what one asks for is seen at once, and the server’s word corrects it', () => {
  viewing.play(false);
  expect(server.watches).toEqual([{ type: 'play', running: false }]);
  now += 1500;
  expect(viewing.position()).toBe(2000);
  server.heard.watching?.({ ...HALL, shared: { ...HALL.shared, at: 2100, running: false } });
  expect(viewing.position()).toBe(2100);
});

test('a drag is one seek at a time and shows where one drags to', async () => {
  for (const at of [10_000, 20_000, 90_000]) viewing.seek(at);
  expect(server.watches).toEqual([{ type: 'seek', at: 10_000 }]);
  expect(viewing.position(), 'no further than what was recorded').toBe(61_000);
  server.answerWatch();
  await vi.advanceTimersByTimeAsync(0);
  expect(server.watches.at(-1)).toEqual({ type: 'seek', at: 61_000 });
});

test('an answer that comes before the news of it does not bring one back to where one was', async () => {
  viewing.seek(10_000);
  server.answerWatch();
  await vi.advanceTimersByTimeAsync(0);
  expect(viewing.position()).toBe(10_000);
  server.heard.watching?.({ ...HALL, shared: { ...HALL.shared, at: 10_000 } });
  expect(viewing.position()).toBe(10_000);
});

test('a seek of another is a jump, and a reel that just goes on is none', () => {
  const before = viewing.jumps;
  server.heard.watching?.({ ...HALL, now: 6000, shared: { at: 3000, since: 6000, running: true, speed: 1 } });
  expect(viewing.jumps).toBe(before);
  server.heard.watching?.({ ...HALL, now: 6000, shared: { at: 40_000, since: 6000, running: true, speed: 1 } });
  expect(viewing.jumps).toBe(before + 1);
});

test('what the server never answers is not done', async () => {
  const asked = viewing.ask({ type: 'addnote', text: 'Modig', at: null });
  await vi.advanceTimersByTimeAsync(ANSWER_WITHIN_MS);
  expect((await asked).ok).toBe(false);
});

test('what is asked while the line is away is asked when it is back, and again when it was cut before the answer', async () => {
  server.heard.cut();
  const asked = viewing.comeIn({ name: 'Sol', look: 'sol', language: 'nb' });
  expect(server.watches).toEqual([]);
  const back = () => server.lets(roomWith([], []), { epoch: 'c', now: 5000, you: 'w1' });
  back();
  expect(server.watches).toHaveLength(1);
  server.heard.cut();
  back();
  expect(server.watches).toHaveLength(2);
  server.answerWatch();
  expect((await asked).ok).toBe(true);
});

test('a line of talk is never asked twice', async () => {
  const asked = viewing.ask({ type: 'talk', text: 'Hei' });
  server.heard.cut();
  server.lets(roomWith([], []), { epoch: 'c', now: 5000, you: 'w1' });
  expect(server.watches).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(ANSWER_WITHIN_MS);
  expect((await asked).ok).toBe(false);
});

test('what the others write arrives, and they are the others', () => {
  server.heard.talk?.({ by: 'w2', name: 'Kari', text: 'Se her' });
  expect(viewing.talked.map(({ text }) => text)).toEqual(['Se her']);
  expect(viewing.others.map(({ name }) => name)).toEqual(['Kari']);
  expect(viewing.you?.name).toBe('Sol');
});

test('only one who has come in has a body to move', () => {
  const pose = { head: { p: [0, 1.6, 0], q: [0, 0, 0, 1] }, flat: true } as const;
  server.heard.watching?.({ ...HALL, watchers: [KARI] });
  viewing.sendPose(pose);
  expect(worker.kinds).not.toContain('pose');
  server.heard.watching?.(HALL);
  viewing.sendPose(pose);
  expect(worker.kinds).toContain('pose');
});
