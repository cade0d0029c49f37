import { expect, test } from 'vitest';
import { fold } from '../session/fold';
import { EMPTY_ROOM, mark } from '../session/fakes';
import type { RoomState } from '../wire/types.gen';
import { writePose } from '../wire/pose';
import { Log } from './log';
import { Tracks } from './tracks';

const FACTS = Array.from({ length: 900 }, (_, n) => mark(n + 1, n * 10));
const played = (t: number): RoomState => FACTS.filter((one) => one.t <= t).reduce(fold, EMPTY_ROOM);

test('a seek to any moment is what playing to it gives, in whatever order one seeks', () => {
  const log = new Log(FACTS, EMPTY_ROOM);
  for (const t of [8990, 15, 4000, 4001, -1, 3999, 2000, 8000, 100_000, 0]) expect(log.at(t)).toEqual(played(t));
});

test('while nothing happens the state is the same object', () => {
  const log = new Log(FACTS, EMPTY_ROOM);
  expect(log.at(101)).toBe(log.at(109));
  expect(log.at(110)).not.toBe(log.at(109));
});

function tracks(...poses: readonly (readonly [t: number, body: number, x: number])[]): Tracks {
  const rows = new Uint8Array(32 * poses.length);
  poses.forEach(([, body, x], n) => {
    const row = rows.subarray(n * 32, n * 32 + 32);
    writePose({ head: { p: [x, 1.6, 0], q: [0, 0, 0, 1] }, flat: true }, row);
    row[0] = body;
  });
  return new Tracks(Uint32Array.from(poses.map(([t]) => t)), rows);
}

test('a body is between its rows in time, and nowhere before the first', () => {
  const there = tracks([1000, 0, 0], [1000, 3, 9], [1100, 0, 1], [1200, 3, 8]);
  expect(there.at(0, 999)).toBeNull();
  expect(there.at(7, 1000)).toBeNull();
  expect(there.at(0, 1050)?.head.p[0]).toBeCloseTo(0.5);
  expect(there.at(3, 1050)?.head.p[0]).toBeCloseTo(8.75);
  expect(there.at(0, 9000)?.head.p[0]).toBeCloseTo(1);
});

test('a body of which nothing is told stands still until just before it moves', () => {
  const there = tracks([0, 0, 0], [5000, 0, 1]);
  expect(there.at(0, 4000)?.head.p[0]).toBeCloseTo(0);
  expect(there.at(0, 4980)?.head.p[0]).toBeCloseTo(0.5);
});
