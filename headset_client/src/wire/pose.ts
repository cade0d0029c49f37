/**
 * Poses as bytes: the browser's half of `rooms/bodies.py`. Little endian; the grammar is in PROTOCOL.md.
 *
 * A pose is 32 bytes: kind or body, flags, then head, left and right hand at ten bytes each: three i16 in millimetres
 * and a quaternion as its smallest three components. Positions reach 32.767 m and are exact to 0.5 mm, turns to 0.3°.
 */
import type { Pose } from '../world/view';

/** Where a person's head and hands are. `flat`: a mouse or a touch screen moves the head, and there are no hands. */
export interface BodyPose {
  head: Pose;
  left?: Pose;
  right?: Pose;
  flat: boolean;
}

export const POSE_BYTES = 32;
export const TICK_HEAD_BYTES = 8;
export const POSE = 1;
export const TICK = 2;

const LEFT = 1;
const RIGHT = 2;
const FLAT = 4;
const HEAD_AT = 2;
const LEFT_AT = 12;
const RIGHT_AT = 22;
const FARTHEST = 32767;
const NOWHERE: Pose = { p: [0, 0, 0], q: [0, 0, 0, 1] };

/** A pose packet as a client sends it, written into the 32 bytes of `into`. */
export function writePose(pose: BodyPose, into: Uint8Array): void {
  const view = new DataView(into.buffer, into.byteOffset, POSE_BYTES);
  view.setUint8(0, POSE);
  view.setUint8(1, (pose.left ? LEFT : 0) | (pose.right ? RIGHT : 0) | (pose.flat ? FLAT : 0));
  writeJoint(pose.head, view, HEAD_AT);
  writeJoint(pose.left ?? NOWHERE, view, LEFT_AT);
  writeJoint(pose.right ?? NOWHERE, view, RIGHT_AT);
}

/**
 * Calls `each` for every body in a tick of the server, with the room's time in ms. Returns that time, or null when
 * the bytes are no tick.
 */
export function readTick(bytes: ArrayBuffer, each: (body: number, pose: BodyPose, t: number) => void): number | null {
  if (bytes.byteLength < TICK_HEAD_BYTES) return null;
  const view = new DataView(bytes);
  const count = view.getUint8(1);
  if (view.getUint8(0) !== TICK || bytes.byteLength !== TICK_HEAD_BYTES + count * POSE_BYTES) return null;
  const t = view.getUint32(4, true);
  for (let at = TICK_HEAD_BYTES; at < bytes.byteLength; at += POSE_BYTES) each(view.getUint8(at), readPose(view, at), t);
  return t;
}

/** The pose whose 32 bytes begin at `at`. */
export function readPose(view: DataView, at: number): BodyPose {
  const flags = view.getUint8(at + 1);
  const pose: BodyPose = { head: readJoint(view, at + HEAD_AT), flat: (flags & FLAT) !== 0 };
  if (flags & LEFT) pose.left = readJoint(view, at + LEFT_AT);
  if (flags & RIGHT) pose.right = readJoint(view, at + RIGHT_AT);
  return pose;
}

function writeJoint({ p, q }: Pose, view: DataView, at: number): void {
  for (let axis = 0; axis < 3; axis += 1) {
    const millimetres = Math.round((p[axis] ?? 0) * 1000);
    view.setInt16(at + axis * 2, Math.max(-FARTHEST, Math.min(FARTHEST, millimetres)), true);
  }
  view.setUint32(at + 6, packTurn(q), true);
}

function packTurn(q: Pose['q']): number {
  let largest: 0 | 1 | 2 | 3 = 0;
  for (const index of [1, 2, 3] as const) if (Math.abs(q[index]) > Math.abs(q[largest])) largest = index;
  const sign = q[largest] < 0 ? -1 : 1;
  let packed: number = largest;
  for (const index of [0, 1, 2, 3] as const) {
    if (index === largest) continue;
    const level = Math.round((q[index] * sign * Math.SQRT1_2 + 0.5) * 1023);
    packed = (packed << 10) | Math.max(0, Math.min(1023, level));
  }
  return packed >>> 0;
}

function readJoint(view: DataView, at: number): Pose {
  return {
    p: [view.getInt16(at, true) / 1000, view.getInt16(at + 2, true) / 1000, view.getInt16(at + 4, true) / 1000],
    q: unpackTurn(view.getUint32(at + 6, true)),
  };
}

function unpackTurn(packed: number): Pose['q'] {
  const a = component(packed >>> 20);
  const b = component(packed >>> 10);
  const c = component(packed);
  const squares = a * a + b * b + c * c;
  const last = Math.sqrt(Math.max(0, 1 - squares));
  // The scale is 1 but for bit patterns that no unit quaternion has.
  const scale = 1 / Math.sqrt(squares + last * last);
  const [x, y, z, w] = [a * scale, b * scale, c * scale, last * scale];
  const largest = packed >>> 30;
  if (largest === 0) return [w, x, y, z];
  if (largest === 1) return [x, w, y, z];
  if (largest === 2) return [x, y, w, z];
  return [x, y, z, w];
}

function component(packed: number): number {
  return ((packed & 1023) / 1023 - 0.5) * Math.SQRT2;
}
