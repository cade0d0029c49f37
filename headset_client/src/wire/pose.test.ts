import { expect, test } from 'vitest';
import { packed, tickOf } from './fakes';
import { POSE, readPose, readTick, TICK, type BodyPose } from './pose';

const STANDING: BodyPose = { head: { p: [1.25, 1.6, -3.001], q: [0, 0, 0, 1] }, flat: false };

function there(pose: BodyPose): BodyPose {
  return readPose(new DataView(packed(pose).buffer), 0);
}

test('a pose is written as the grammar says', () => {
  const bytes = packed({ head: { p: [1, -2, 0.003], q: [0, 0, 0, 1] }, right: { p: [0, 0, 0], q: [1, 0, 0, 0] }, flat: true });
  expect([...bytes.subarray(0, 8)]).toEqual([POSE, 2 | 4, 0xe8, 0x03, 0x30, 0xf8, 3, 0]);
  const middle = 512;
  const straight = ((3 << 30) | (middle << 20) | (middle << 10) | middle) >>> 0;
  expect(new DataView(bytes.buffer).getUint32(8, true)).toBe(straight);
});

test('hands come only when they are there', () => {
  expect(there(STANDING)).toEqual({ head: expect.anything(), flat: false });
  const both = there({ ...STANDING, left: STANDING.head, right: STANDING.head, flat: true });
  expect(Object.keys(both).sort()).toEqual(['flat', 'head', 'left', 'right']);
  expect(both.flat).toBe(true);
});

test('positions are exact to half a millimetre, and far ones stop at the edge', () => {
  expect(there(STANDING).head.p).toEqual([1.25, 1.6, -3.001]);
  expect(there({ head: { p: [99, -99, 0.0004], q: [0, 0, 0, 1] }, flat: false }).head.p).toEqual([32.767, -32.767, 0]);
});

test('every turn comes through within 0.3 degrees, whichever part of it is largest and whatever its sign', () => {
  for (let index = 0; index < 400; index += 1) {
    const raw = [1, 2, 3, 4].map((k) => Math.sin(index * k * 1.7 + k * k));
    const length = Math.hypot(...raw);
    const [x = 0, y = 0, z = 0, w = 0] = raw.map((part) => part / length);
    const [bx, by, bz, bw] = there({ head: { p: [0, 0, 0], q: [x, y, z, w] }, flat: false }).head.q;
    const same = Math.abs(x * bx + y * by + z * bz + w * bw);
    expect((2 * Math.acos(Math.min(1, same)) * 180) / Math.PI).toBeLessThan(0.3);
    expect(Math.hypot(bx, by, bz, bw)).toBeCloseTo(1, 12);
  }
});

test('a tick tells each body and the time', () => {
  const heard: [number, number, number][] = [];
  const tick = tickOf(70_000, [
    [0, STANDING],
    [11, { ...STANDING, head: { p: [2, 0, 0], q: [0, 0, 0, 1] } }],
  ]);
  expect(readTick(tick, (body, pose, t) => heard.push([body, pose.head.p[0], t]))).toBe(70_000);
  expect(heard).toEqual([
    [0, 1.25, 70_000],
    [11, 2, 70_000],
  ]);
});

test.each([
  ['nothing', new ArrayBuffer(0)],
  ['one byte', new Uint8Array([0]).buffer],
  ['another kind', new Uint8Array([3, 0, 0, 0, 0, 0, 0, 0]).buffer],
  ['fewer bodies than it promises', tickOf(1, [[0, STANDING]]).slice(0, -1)],
  ['more bytes than it promises', new Uint8Array([TICK, 0, 0, 0, 0, 0, 0, 0, 0]).buffer],
])('%s is no tick', (_, bytes) => {
  expect(readTick(bytes, () => expect.unreachable())).toBeNull();
});
