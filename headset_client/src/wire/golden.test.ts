import { describe, expect, test } from 'vitest';
import type { Pose } from '../world/view';
import { packed } from './fakes';
import { bytesOf, golden, hexOf } from './golden';
import { Decoder, Encoder, type Packet } from './packer';
import { readPose, readTick, type BodyPose } from './pose';

interface Hands {
  readonly head: Pose;
  readonly left: Pose | null;
  readonly right: Pose | null;
  readonly flat: boolean;
}

interface PoseVectors {
  readonly joints: readonly { readonly packed: Pose; readonly hex: string; readonly read: Pose }[];
  readonly patterns: readonly { readonly hex: string; readonly read: Pose }[];
  readonly poses: readonly { readonly packed: Hands; readonly hex: string; readonly read: Hands }[];
  readonly ticks: readonly {
    readonly hex: string;
    readonly t: number;
    readonly bodies: readonly { readonly body: number; readonly pose: Hands }[];
  }[];
}

interface PacketVectors {
  readonly taken: readonly { readonly hex: string; readonly packet: Packet }[];
  readonly refused: readonly { readonly hex: string; readonly why: string }[];
}

const POSES = golden<PoseVectors>('poses');
const PACKETS = golden<PacketVectors>('packets');

function bodyOf({ head, left, right, flat }: Hands): BodyPose {
  return { head, flat, ...(left && { left }), ...(right && { right }) };
}

function expectPose(found: Pose, wanted: Pose): void {
  found.p.forEach((part, index) => expect(part).toBeCloseTo(wanted.p[index] ?? NaN, 9));
  found.q.forEach((part, index) => expect(part).toBeCloseTo(wanted.q[index] ?? NaN, 9));
}

function expectBody(found: BodyPose, wanted: Hands): void {
  expectPose(found.head, wanted.head);
  expect([found.flat, found.left !== undefined, found.right !== undefined]).toEqual([
    wanted.flat,
    wanted.left !== null,
    wanted.right !== null,
  ]);
  if (found.left && wanted.left) expectPose(found.left, wanted.left);
  if (found.right && wanted.right) expectPose(found.right, wanted.right);
}

/** The joint of ten bytes, read as the head of a pose. */
function jointOf(hex: string): Pose {
  return readPose(new DataView(bytesOf(`0100${hex}${'00'.repeat(20)}`).buffer), 0).head;
}

describe('poses', () => {
  test.each(POSES.joints)('joint $hex', ({ packed: joint, hex, read }) => {
    expect(hexOf(packed({ head: joint, flat: false }).subarray(2, 12))).toBe(hex);
    expectPose(jointOf(hex), read);
  });

  test.each(POSES.patterns)('pattern $hex', ({ hex, read }) => expectPose(jointOf(hex), read));

  test.each(POSES.poses)('pose $hex', ({ packed: pose, hex, read }) => {
    expect(hexOf(packed(bodyOf(pose)))).toBe(hex);
    expectBody(readPose(new DataView(bytesOf(hex).buffer), 0), read);
  });

  test.each(POSES.ticks)('tick $hex', ({ hex, t, bodies }) => {
    const heard: { body: number; pose: BodyPose }[] = [];
    expect(readTick(bytesOf(hex).buffer, (body, pose) => heard.push({ body, pose }))).toBe(t);
    expect(heard.map(({ body }) => body)).toEqual(bodies.map(({ body }) => body));
    bodies.forEach(({ pose }, index) => expectBody(heard[index]?.pose ?? expect.unreachable(), pose));
  });
});

/** JSON knows no bytes: they are written as { hex }. */
function withBytes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withBytes);
  if (typeof value !== 'object' || value === null) return value;
  if ('hex' in value && typeof value.hex === 'string') return bytesOf(value.hex);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withBytes(part)]));
}

/** What a server that anyone may write to guards against; a browser is sent longer things by its own server. */
const LIMITS_OF_THE_SERVER = ['too many things', 'too long a text'];

describe('packets', () => {
  test.each(PACKETS.taken)('packet $hex', ({ hex, packet }) => {
    const wanted = { ...packet, data: withBytes(packet.data) };
    const heard: Packet[] = [];
    new Decoder().on('decoded', (one) => heard.push(one)).add(bytesOf(hex).buffer);
    expect(heard).toEqual([wanted]);
    expect(hexOf(new Encoder().encode(wanted)[0])).toBe(hex);
  });

  test.each(PACKETS.refused.filter(({ why }) => !LIMITS_OF_THE_SERVER.includes(why)))('$why', ({ hex }) => {
    expect(() => new Decoder().add(bytesOf(hex))).toThrow(Error);
  });
});
