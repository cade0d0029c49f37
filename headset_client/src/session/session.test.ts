import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tickOf } from '../wire/fakes';
import type { BodyPose } from '../wire/pose';
import type { Stamped } from '../wire/types.gen';
import { FakeServer, FakeWorker, mark, person, roomWith } from './fakes';
import { Session } from './session';

const POSE: BodyPose = { head: { p: [1, 1.6, 2], q: [0, 0, 0, 1] }, flat: true };

let server: FakeServer;
let worker: FakeWorker;
let local: number;

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer();
  worker = new FakeWorker();
  local = 0;
});

afterEach(() => vi.useRealTimers());

function visit(who: { seat: string } | { session: string } = { seat: 'secret' }): Session {
  const { dial } = server;
  return new Session(who, {
    dial,
    startWorker: () => worker,
    clock: () => local,
    streamUrl: () => 'wss://room/stream',
    hidden: () => false,
  });
}

function admitted(seq: number): Stamped {
  const who = { role: 'client', name: 'Kim', look: 'elias', language: 'nb' } as const;
  return { seq, t: seq, fact: { type: 'admitted', person: 'p', ...who, by: 't', body: 2, at: [0, 0], facing: 0 } };
}

test('subscribers hear each change once, until they stop listening', () => {
  const session = visit();
  let heard = 0;
  const stop = session.subscribe(() => (heard += 1));
  server.lets();
  server.tells([mark(1), mark(2)]);
  expect(heard).toBe(2);
  stop();
  server.tells([mark(3)]);
  expect([heard, session.state?.seq]).toEqual([2, 3]);
});

test('the room’s time goes on, and the scene’s stands still while it does not run', () => {
  const session = visit();
  expect([session.now(), session.sceneTime()]).toEqual([0, 0]);
  server.lets(roomWith([], [], { frozen_at: null }), { now: 5000 });
  local += 40;
  expect([session.now(), session.sceneTime()]).toEqual([5040, 5040]);
  server.tells([{ seq: 1, t: 5050, fact: { type: 'phasechanged', phase: 'calm', by: 'p', why: 'stop' } }], { now: 5050 });
  local += 500;
  expect(session.now()).toBeGreaterThan(5500);
  expect(session.sceneTime()).toBe(5050);
});

test('in the lobby there is no stream; it opens when one is admitted and closes when one is out', () => {
  const session = visit();
  server.lets(roomWith([person('p', { where: 'lobby', body: null })]));
  session.sendPose(POSE);
  expect(worker.kinds).toEqual([]);
  server.tells([admitted(1)]);
  session.sendPose(POSE);
  expect(worker.kinds).toEqual(['open', 'pose']);
  server.tells([{ seq: 2, t: 2, fact: { type: 'left', person: 'p', why: 'removed' } }]);
  session.sendPose({ ...POSE, flat: false });
  expect(worker.kinds).toEqual(['open', 'pose', 'close']);
});

test('a console has the stream from the start', () => {
  visit({ session: 's1' });
  server.lets();
  expect(worker.kinds).toEqual(['open']);
});

test('after a cut the stream is opened afresh, once', () => {
  visit();
  server.lets(roomWith([person('p')]));
  server.heard.cut();
  server.heard.connected();
  server.tells([mark(1)]);
  expect(worker.kinds).toEqual(['open', 'open']);
});

test('poses come in, show smoothed, and go with their owner', () => {
  const session = visit();
  server.lets(roomWith([person('p'), person('q', { body: 5 })]), { now: 0 });
  worker.says({ kind: 'tick', bytes: tickOf(1000, [[5, POSE]]) });
  expect(session.poses.get(5)?.head.p).toEqual([1, 1.6, 2]);
  expect(session.poseAt(5, 1000)?.head.p).toEqual([1, 1.6, 2]);
  expect(session.now()).toBe(1000);
  server.tells([{ seq: 1, t: 1, fact: { type: 'left', person: 'q', why: 'left' } }]);
  expect([session.poses.size, session.poseAt(5, 1000)]).toEqual([0, null]);
});

test('another log begins anew, with its own time and without the old bodies', () => {
  const session = visit();
  const room = roomWith([person('p'), person('q', { body: 5 })]);
  server.lets(room, { now: 90_000 });
  worker.says({ kind: 'tick', bytes: tickOf(90_100, [[5, POSE]]) });
  server.lets(room, { epoch: 'two', now: 300 });
  expect([session.now(), session.poses.size]).toEqual([300, 0]);
  worker.says({ kind: 'tick', bytes: tickOf(310, [[5, POSE]]) });
  expect(session.poses.size).toBe(1);
});

test('a stop that was asked for while the line was cut goes first when it is back', async () => {
  const session = visit();
  server.lets(roomWith([person('p')]));
  server.heard.cut();
  void session.send({ type: 'calmer' });
  const stopped = session.send({ type: 'stop' });
  server.heard.connected();
  expect(server.kinds).toEqual(['stop', 'calmer']);
  server.answer(0, { seq: 3 });
  await expect(stopped).resolves.toMatchObject({ ok: true, seq: 3 });
});

test('a closed session ends its worker and says why nothing more is done', async () => {
  const session = visit();
  server.lets(roomWith([person('p')]));
  session.close();
  expect([session.link, worker.terminated, server.closed]).toEqual(['closed', true, true]);
  await expect(session.send({ type: 'stop' })).resolves.toMatchObject({ ok: false, refusal: session.refusal });
});
