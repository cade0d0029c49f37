import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { BodyPose } from '../wire/pose';
import { FakeWorker } from './fakes';
import { Feed, FIRST_TRY_MS } from './feed';

let worker: FakeWorker;
let tickets: string[];
let ticks: number;
let feed: Feed;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  worker = new FakeWorker();
  tickets = [];
  ticks = 0;
  feed = new Feed(worker, 'wss://room/stream', {
    ticket: (given) => given(tickets.shift() ?? null),
    tick: () => (ticks += 1),
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function opened(): string[] {
  return worker.heard.flatMap((message) => (message.kind === 'open' ? [message.ticket] : []));
}

function at(x: number): BodyPose {
  return { head: { p: [x, 1.6, 0], q: [0, 0, 0, 1] }, flat: true };
}

test('it opens with a ticket of its own each time', () => {
  tickets = ['a', 'b'];
  feed.open();
  feed.open();
  expect(worker.heard).toEqual([
    { kind: 'open', url: 'wss://room/stream', ticket: 'a' },
    { kind: 'open', url: 'wss://room/stream', ticket: 'b' },
  ]);
});

test('a broken stream is opened again, at first soon and then less often', () => {
  tickets = ['a', 'b', 'c', 'd'];
  feed.open();
  worker.says({ kind: 'closed' });
  vi.advanceTimersByTime(FIRST_TRY_MS - 1);
  expect(opened()).toEqual(['a']);
  vi.advanceTimersByTime(1);
  expect(opened()).toEqual(['a', 'b']);
  worker.says({ kind: 'closed' });
  vi.advanceTimersByTime(FIRST_TRY_MS);
  expect(opened()).toEqual(['a', 'b']);
  vi.advanceTimersByTime(FIRST_TRY_MS);
  expect(opened()).toEqual(['a', 'b', 'c']);
  worker.says({ kind: 'open' });
  worker.says({ kind: 'closed' });
  vi.advanceTimersByTime(FIRST_TRY_MS);
  expect(opened()).toEqual(['a', 'b', 'c', 'd']);
});

test('without a ticket it asks again later', () => {
  feed.open();
  expect(opened()).toEqual([]);
  tickets = ['late'];
  vi.advanceTimersByTime(FIRST_TRY_MS);
  expect(opened()).toEqual(['late']);
});

test('at rest nothing is opened, and the end ends the worker', () => {
  tickets = ['a', 'b'];
  feed.open();
  feed.rest();
  worker.says({ kind: 'closed' });
  vi.advanceTimersByTime(60_000);
  expect(opened()).toEqual(['a']);
  feed.close();
  expect(worker.terminated).toBe(true);
});

test('a pose that the wire cannot tell from the last one is not handed on', () => {
  feed.send(at(1));
  feed.send(at(1.0001));
  feed.send(at(1.001));
  feed.send(at(1));
  const xs = worker.heard.map((message) => (message.kind === 'pose' ? new DataView(message.bytes.buffer).getInt16(2, true) : null));
  expect(xs).toEqual([1000, 1001, 1000]);
});

test('ticks are handed on', () => {
  worker.says({ kind: 'tick', bytes: new ArrayBuffer(8) });
  expect(ticks).toBe(1);
});
