/** For tests: bytes as the server would send them, laid out by hand from the grammar. */
import { POSE_BYTES, TICK, TICK_HEAD_BYTES, writePose, type BodyPose } from './pose';

export function packed(pose: BodyPose): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(POSE_BYTES);
  writePose(pose, bytes);
  return bytes;
}

/** A tick at room time `t` (ms) with these bodies. */
export function tickOf(t: number, bodies: readonly (readonly [body: number, pose: BodyPose])[]): ArrayBuffer {
  const bytes = new Uint8Array(TICK_HEAD_BYTES + bodies.length * POSE_BYTES);
  bytes.set([TICK, bodies.length]);
  new DataView(bytes.buffer).setUint32(4, t, true);
  bodies.forEach(([body, pose], index) => {
    const at = TICK_HEAD_BYTES + index * POSE_BYTES;
    bytes.set(packed(pose), at);
    bytes[at] = body;
  });
  return bytes.buffer;
}
