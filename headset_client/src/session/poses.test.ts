import { beforeEach, expect, test } from 'vitest';
import { tickOf } from '../wire/fakes';
import type { BodyPose } from '../wire/pose';
import { person } from './fakes';
import { BACK_MS, Poses, SHOWN_LATE_MS, slerp, TO_REST_MS } from './poses';

const HALF = Math.SQRT1_2;
let poses: Poses;

beforeEach(() => {
  poses = new Poses();
  poses.keep({ a: person('a', { body: 3 }) }, 0);
});

function at(x: number, change: Partial<BodyPose> = {}): BodyPose {
  return { head: { p: [x, 1.6, 0], q: [0, 0, 0, 1] }, flat: false, ...change };
}

function shown(t: number): number | undefined {
  return poses.at(3, t + SHOWN_LATE_MS)?.head.p[0];
}

test('between two ticks a body is between them', () => {
  poses.take(tickOf(1000, [[3, at(0)]]));
  poses.take(tickOf(1040, [[3, at(1)]]));
  expect(shown(1000)).toBe(0);
  expect(shown(1010)).toBeCloseTo(0.25, 9);
  expect(shown(1040)).toBe(1);
});

test('before the first and after the last tick it stands still', () => {
  poses.take(tickOf(1000, [[3, at(0)]]));
  poses.take(tickOf(1040, [[3, at(1)]]));
  expect([shown(0), shown(9000)]).toEqual([0, 1]);
});

test('after a silence it stands still until just before it moves again', () => {
  poses.take(tickOf(1000, [[3, at(0)]]));
  poses.take(tickOf(6000, [[3, at(1)]]));
  expect([shown(3500), shown(5950)]).toEqual([0, 0]);
  expect(shown(5990)).toBeGreaterThan(0.5);
});

test('the newest pose is there at once', () => {
  poses.take(tickOf(1000, [[3, at(0)]]));
  poses.take(tickOf(1040, [[3, at(1)]]));
  expect(poses.newest.get(3)?.head.p[0]).toBe(1);
});

test('hands come and go', () => {
  const hand = { p: [1, 1, 0], q: [0, 0, 0, 1] } as const;
  const other = { p: [2, 1, 0], q: [0, 0, 0, 1] } as const;
  poses.take(tickOf(1000, [[3, at(0, { left: hand })]]));
  poses.take(tickOf(1040, [[3, at(0, { left: other, right: hand })]]));
  const middle = poses.at(3, 1020 + SHOWN_LATE_MS);
  expect([middle?.left?.p[0], middle?.right?.p[0]]).toEqual([1.5, 1]);
  poses.take(tickOf(1080, [[3, at(0)]]));
  expect(Object.keys(poses.at(3, 1060 + SHOWN_LATE_MS) ?? {}).sort()).toEqual(['flat', 'head']);
});

test('a body that nobody in the room has is not kept', () => {
  poses.take(tickOf(1000, [[4, at(0)]]));
  expect([poses.at(4, 2000), poses.newest.size]).toEqual([null, 0]);
});

test.each([
  ['left', { a: person('a', { body: null, where: 'gone' }) }],
  ['given its body to another', { b: person('b', { body: 3 }) }],
] as const)('who has %s is forgotten', (_, people) => {
  poses.take(tickOf(1000, [[3, at(0)]]));
  poses.keep(people, 0);
  expect([poses.at(3, 2000), poses.newest.size]).toEqual([null, 0]);
});

test('a body stays when others come', () => {
  poses.take(tickOf(1000, [[3, at(7)]]));
  poses.keep({ a: person('a', { body: 3 }), b: person('b', { body: 1 }) }, 0);
  expect(shown(1000)).toBe(7);
});

test('the past is short', () => {
  for (let tick = 0; tick < 500; tick += 1) poses.take(tickOf(tick * 33, [[3, at(tick / 100)]]));
  expect(shown(0)).toBeGreaterThan(4.5);
});

test('a tick tells its time, and anything else is none', () => {
  expect(poses.take(tickOf(1234, []))).toBe(1234);
  expect(poses.take(new ArrayBuffer(3))).toBeNull();
});

test('a turn goes the shorter way round and stays a turn', () => {
  const middle = slerp([0, 0, 0, 1], [0, -HALF, 0, -HALF], 0.5);
  expect(middle[1]).toBeCloseTo(Math.sin(Math.PI / 8), 9);
  expect(middle[3]).toBeCloseTo(Math.cos(Math.PI / 8), 9);
  expect(slerp([0, 0, 0, 1], [0, 0, 0, 1], 0.5)).toEqual([0, 0, 0, 1]);
  expect(slerp([0, 0, 0, 1], [0, HALF, 0, HALF], 0)).toEqual([0, 0, 0, 1]);
});

/** One who points ahead, is lost at 2000, is back at 9000 and moves again at 9500, two metres away. */
function lostWhilePointing(): void {
  const hand = { p: [0, 1.6, -0.5], q: [0, 0, 0, 1] } as const;
  poses.take(tickOf(1900, [[3, at(0, { right: hand })]]));
  poses.keep({ a: person('a', { body: 3, here: false }) }, 2000);
}

test('the arm of one who is lost sinks, and stays down', () => {
  lostWhilePointing();
  const height = (now: number) => poses.at(3, now)?.right?.p[1] ?? 0;
  expect(height(2000)).toBeCloseTo(1.6);
  expect(height(2000 + TO_REST_MS / 2)).toBeCloseTo(1.2);
  expect(height(2000 + TO_REST_MS)).toBeCloseTo(0.8);
  expect(height(60_000)).toBeCloseTo(0.8);
});

test('one who is back goes on from where they are seen, without a jump', () => {
  lostWhilePointing();
  poses.keep({ a: person('a', { body: 3 }) }, 9000);
  expect(poses.at(3, 9400)?.right?.p[1]).toBeCloseTo(0.8);
  for (let t = 9500; t < 11_000; t += 33) poses.take(tickOf(t, [[3, at(2)]]));
  let before = 0;
  for (let now = 9000; now < 9500 + 2 * BACK_MS; now += 14) {
    const x = poses.at(3, now)?.head.p[0] ?? NaN;
    expect(x - before).toBeLessThan(0.15);
    expect(x).toBeGreaterThanOrEqual(before - 1e-9);
    before = x;
  }
  expect(before).toBeCloseTo(2);
});

test('a change of people while somebody is away does not raise their arm again', () => {
  lostWhilePointing();
  poses.keep({ a: person('a', { body: 3, here: false }), b: person('b', { body: 4 }) }, 5000);
  expect(poses.at(3, 5000)?.right?.p[1]).toBeCloseTo(0.8);
});

test('in slow motion ticks stand further apart, and are one movement all the same', () => {
  poses.pace = 0.25;
  poses.take(tickOf(1000, [[3, at(0)]]));
  poses.take(tickOf(1200, [[3, at(1)]]));
  expect(poses.at(3, 1100 + SHOWN_LATE_MS / 0.25)?.head.p[0]).toBeCloseTo(0.5, 9);
  poses.pace = 4;
  expect(shown(1200), 'in quick motion nothing is shown earlier').toBe(1);
});
