import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Refusal } from '../wire/types.gen';
import { MOST_WAITING } from './asks';
import { AGAIN_AFTER_MS, Door, SEEN_EVERY_MS } from './door';
import { EMPTY_ROOM, FakeServer, mark } from './fakes';
import { LATER, SHUT } from './refusal';

const NO: Refusal = { code: 'no_session', words: { nb: 'Nei.', en: 'No.' }, instead: { nb: 'Vent.', en: 'Wait.' } };

let server: FakeServer;
let door: Door;
let changes: string[];
let times: [number, boolean][];
let connections: number;
let hidden: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer();
  changes = [];
  times = [];
  connections = 0;
  hidden = false;
  door = new Door({ seat: 'secret' }, server.dial, {
    changed: () => changes.push(`${door.link} ${door.state?.seq}`),
    connected: () => (connections += 1),
    time: (now, anew) => times.push([now, anew]),
    hidden: () => hidden,
  });
});

afterEach(() => vi.useRealTimers());

test('it is live with the first snapshot, and knows who one is', () => {
  expect(door.link).toBe('connecting');
  expect(server.hello()).toEqual({ protocol: 1, seat: 'secret', session: null, epoch: null, after: 0 });
  server.lets({ ...EMPTY_ROOM, seq: 5 });
  expect([door.link, door.you, door.state?.seq]).toEqual(['live', 'p', 5]);
  expect(changes).toEqual(['live 5']);
  expect(times).toEqual([[1000, true]]);
});

test('a console names its session', () => {
  const other = new FakeServer();
  new Door({ session: 's1' }, other.dial, {
    changed: () => undefined,
    connected: () => undefined,
    time: () => undefined,
    hidden: () => false,
  });
  expect(other.hello()).toMatchObject({ seat: null, session: 's1' });
});

test('facts are folded, and one message is one change', () => {
  server.lets();
  server.tells([mark(1), mark(4)]);
  expect(door.state?.notes.map(({ text }) => text)).toEqual(['1', '4']);
  expect(changes).toEqual(['live 0', 'live 4']);
});

test('facts of another log, old facts and facts before any snapshot change nothing', () => {
  server.tells([mark(1)]);
  expect(door.state).toBeNull();
  server.lets({ ...EMPTY_ROOM, seq: 5 });
  const before = door.state;
  server.tells([mark(6)], { epoch: 'other' });
  server.tells([mark(4), mark(5)]);
  expect(door.state).toBe(before);
  server.tells([mark(5), mark(6), mark(6)]);
  expect(door.state?.notes).toHaveLength(1);
});

test('a snapshot of another log takes the place of everything', () => {
  server.lets({ ...EMPTY_ROOM, seq: 50 });
  server.tells([mark(51)]);
  server.lets({ ...EMPTY_ROOM, seq: 2 }, { epoch: 'two', now: 10 });
  expect([door.state?.seq, door.state?.notes]).toEqual([2, []]);
  expect(times.at(-1)).toEqual([10, true]);
  server.tells([mark(52)]);
  expect(door.state?.seq).toBe(2);
});

test('after a cut it asks for what came after the last fact, and is live as soon as the line stands', () => {
  server.lets();
  server.tells([mark(3)]);
  server.heard.cut();
  expect(door.link).toBe('lost');
  expect(server.hello()).toMatchObject({ epoch: 'one', after: 3 });
  server.heard.connected();
  server.tells([mark(4)]);
  expect([door.link, door.state?.seq]).toEqual(['live', 4]);
  expect(connections).toBe(2);
});

test('failing tries are told once', () => {
  server.heard.cut();
  expect(door.link).toBe('connecting');
  server.lets();
  server.heard.cut();
  server.heard.cut();
  expect(changes).toEqual(['live 0', 'lost 0']);
});

test('an answered intent is not sent again', async () => {
  server.lets();
  const outcome = door.send({ type: 'calmer' });
  server.answer(0, { seq: 9 });
  await expect(outcome).resolves.toEqual({ ok: true, seq: 9, refusal: null });
  server.heard.cut();
  server.heard.connected();
  expect(server.kinds).toEqual(['calmer']);
});

test('an unanswered intent is sent again with its own id after a cut, and answered once', async () => {
  server.lets();
  const outcome = door.send({ type: 'calmer' });
  server.heard.cut();
  server.heard.connected();
  expect(server.kinds).toEqual(['calmer', 'calmer']);
  expect(server.asks[1]).toEqual(server.asks[0]);
  server.answer(1, { ok: false, refusal: NO });
  server.answer(0);
  await expect(outcome).resolves.toEqual({ ok: false, seq: 1, refusal: NO });
});

test('every intent has an id of its own', () => {
  server.lets();
  for (let count = 0; count < 20; count += 1) void door.send({ type: 'calmer' });
  expect(new Set(server.asks.map(({ id }) => id)).size).toBe(20);
  expect(server.asks[0]?.id).toMatch(/^[0-9a-f]{32}$/);
});

test('what is asked while the line is cut waits, and a stop goes before all else', () => {
  server.lets();
  server.heard.cut();
  void door.send({ type: 'say', text: 'hei' });
  void door.send({ type: 'stop' });
  void door.send({ type: 'calmer' });
  expect(server.kinds).toEqual([]);
  server.heard.connected();
  expect(server.kinds).toEqual(['stop', 'say', 'calmer']);
});

test('a refused door keeps the server’s reason and answers everything with it', async () => {
  const waiting = door.send({ type: 'knock', name: 'Kim', look: 'kim', language: 'nb' });
  server.heard.refused(NO);
  expect([door.link, door.refusal, server.closed]).toEqual(['refused', NO, true]);
  await expect(waiting).resolves.toEqual({ ok: false, seq: 0, refusal: NO });
  await expect(door.send({ type: 'stop' })).resolves.toEqual({ ok: false, seq: 0, refusal: NO });
  expect(server.kinds).toEqual([]);
});

test('a refusal without a reason has words all the same', () => {
  server.heard.refused(undefined);
  expect(door.refusal).toEqual(SHUT);
});

test('the server’s goodbye is kept, and a later cut does not undo it', () => {
  server.lets();
  server.heard.closing({ code: 'removed', words: { nb: 'Ute.', en: 'Out.' } });
  server.heard.cut();
  expect([door.link, door.refusal?.code, door.refusal?.words.en, server.closed]).toEqual(['closed', 'removed', 'Out.', true]);
});

test('a server that restarts is waited for', () => {
  server.lets();
  server.heard.closing({});
  server.heard.cut();
  expect(door.link).toBe('lost');
});

test('closing answers what is waiting', async () => {
  server.lets();
  const waiting = door.send({ type: 'calmer' });
  door.close();
  await expect(waiting).resolves.toEqual({ ok: false, seq: 0, refusal: SHUT });
  expect(door.link).toBe('closed');
});

test('the server is told how far one has come, at most once a second', () => {
  server.lets({ ...EMPTY_ROOM, seq: 1 });
  server.tells([mark(2)]);
  server.tells([mark(3)]);
  expect(server.seen).toEqual([1]);
  vi.advanceTimersByTime(SEEN_EVERY_MS);
  expect(server.seen).toEqual([1, 3]);
  vi.advanceTimersByTime(10 * SEEN_EVERY_MS);
  server.tells([mark(4)]);
  expect(server.seen).toEqual([1, 3, 4]);
});

test('nothing is told to a cut line', () => {
  server.lets({ ...EMPTY_ROOM, seq: 1 });
  server.tells([mark(2)]);
  server.heard.cut();
  vi.advanceTimersByTime(10 * SEEN_EVERY_MS);
  expect(server.seen).toEqual([1]);
});

test('a page that nobody looks at tells at once: its timers may be minutes late', () => {
  hidden = true;
  server.lets({ ...EMPTY_ROOM, seq: 1 });
  server.tells([mark(2)]);
  server.tells([mark(3)]);
  expect(server.seen).toEqual([1, 2, 3]);
});

test('a server that says goodbye is told at once: it waits for it', () => {
  server.lets({ ...EMPTY_ROOM, seq: 1 });
  server.tells([mark(2)]);
  expect(server.seen).toEqual([1]);
  server.heard.closing({});
  expect(server.seen).toEqual([1, 2]);
});

test('each connection is told by itself how far one has come', () => {
  server.lets({ ...EMPTY_ROOM, seq: 4 });
  server.heard.cut();
  server.lets({ ...EMPTY_ROOM, seq: 4 });
  expect(server.seen).toEqual([4, 4]);
  server.heard.cut();
  server.lets({ ...EMPTY_ROOM, seq: 4 }, { epoch: 'two' });
  expect(server.seen).toEqual([4, 4, 4]);
});

test('the server is told again of a moment that is as far as the one before', () => {
  server.lets({ ...EMPTY_ROOM, seq: 7 }, { epoch: 'reel.1' });
  vi.advanceTimersByTime(1000);
  server.heard.snapshot({ epoch: 'reel.2', now: 3000, you: 'p', state: { ...EMPTY_ROOM, seq: 7 } });
  expect(server.seen).toEqual([7, 7]);
});

test('an older picture of the same log is not put over a newer one', () => {
  server.lets({ ...EMPTY_ROOM, seq: 9 });
  server.lets({ ...EMPTY_ROOM, seq: 7 });
  expect(door.state?.seq).toBe(9);
});

test('what is not answered on a line that stands is sent again, with the same id, until it is', async () => {
  server.lets();
  const outcome = door.send({ type: 'calmer' });
  vi.advanceTimersByTime(AGAIN_AFTER_MS - 1);
  expect(server.asks).toHaveLength(1);
  vi.advanceTimersByTime(AGAIN_AFTER_MS + 1);
  expect(server.asks).toHaveLength(3);
  expect(new Set(server.asks.map(({ id }) => id)).size).toBe(1);
  server.answer(2);
  await expect(outcome).resolves.toMatchObject({ ok: true });
  vi.advanceTimersByTime(10 * AGAIN_AFTER_MS);
  expect(server.asks).toHaveLength(3);
});

test('nothing is sent again on a line that is cut', () => {
  server.lets();
  void door.send({ type: 'calmer' });
  server.heard.cut();
  vi.advanceTimersByTime(10 * AGAIN_AFTER_MS);
  expect(server.asks).toHaveLength(1);
});

test('an ask of the page before a reload keeps its id', () => {
  server.lets();
  void door.send({ type: 'say', text: 'hei' }, 'before');
  expect(server.asks[0]?.id).toBe('before');
});

test('a line that stays away keeps only so much, and always a stop', async () => {
  server.lets();
  server.heard.cut();
  for (let count = 0; count < MOST_WAITING; count += 1) void door.send({ type: 'calmer' });
  await expect(door.send({ type: 'calmer' })).resolves.toEqual({ ok: false, seq: 0, refusal: LATER });
  void door.send({ type: 'stop' });
  server.heard.connected();
  expect([server.kinds[0], server.kinds.length]).toEqual(['stop', MOST_WAITING + 1]);
});

test('one who is told to go slower hears why, and stays', () => {
  server.lets();
  server.heard.slow(NO);
  server.heard.slow('nonsense');
  expect([door.slowed, door.link]).toEqual([NO, 'live']);
  expect(changes).toHaveLength(2);
});

test('it is known that a server restarts, until it is back', () => {
  server.lets();
  server.heard.closing({});
  server.heard.cut();
  expect(door.restarting).toBe(true);
  server.heard.connected();
  expect(door.restarting).toBe(false);
});

test('a ticket is had only while the line stands', () => {
  const given: (string | null)[] = [];
  door.ticket((ticket) => given.push(ticket));
  server.lets();
  door.ticket((ticket) => given.push(ticket));
  expect(given).toEqual([null, 'ticket 1']);
});
