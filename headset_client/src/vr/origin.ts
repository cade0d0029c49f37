/** Joining the headset's own floor to the place: which way round, and where. Metres and degrees, +y up. */

import type { GroundPoint, Pose } from '../world/view';
import { turnTo } from './placing';

/** The bearing in which a pose looks: 0 along +z, 90 along +x. */
export function facingOf(pose: Pose): number {
  const [x, y, z, w] = pose.q;
  // Where the pose's own -z points, on the floor.
  const fx = -2 * (x * z + w * y);
  const fz = -(1 - 2 * (x * x + y * y));
  return (Math.atan2(fx, fz) * 180) / Math.PI;
}

/** A turn round the vertical, in degrees, and then a shift on the floor: from the headset's floor to the place. */
export interface Origin {
  turn: number;
  shift: GroundPoint;
}

/** The origin by which a head that is at `head` on its own floor stands at `at` and looks along `facing`. */
export function originFor(head: Pose, at: GroundPoint, facing: number): Origin {
  const turn = turnTo(facingOf(head), facing);
  const [x, z] = turned([head.p[0], head.p[2]], turn);
  return { turn, shift: [at[0] - x, at[1] - z] };
}

/** The offset that makes a reference space speak in the place's own coordinates. */
export function offsetOf(origin: Origin): {
  position: { x: number; y: number; z: number };
  orientation: { x: number; y: number; z: number; w: number };
} {
  // A space's offset says where its new origin lies in the old one: the way back.
  const [x, z] = turned([-origin.shift[0], -origin.shift[1]], -origin.turn);
  const half = (-origin.turn * Math.PI) / 360;
  return { position: { x, y: 0, z }, orientation: { x: 0, y: Math.sin(half), z: 0, w: Math.cos(half) } };
}

/** A ground point turned by `degrees` round the vertical, as bearings grow. */
export function turned([x, z]: GroundPoint, degrees: number): GroundPoint {
  const a = (degrees * Math.PI) / 180;
  return [x * Math.cos(a) + z * Math.sin(a), z * Math.cos(a) - x * Math.sin(a)];
}
