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

/** A pose on the headset's own floor, as it is in the place. */
export function inPlace(origin: Origin, pose: Pose): Pose {
  const [x, z] = turned([pose.p[0], pose.p[2]], origin.turn);
  const half = (origin.turn * Math.PI) / 360;
  const s = Math.sin(half);
  const c = Math.cos(half);
  const [qx, qy, qz, qw] = pose.q;
  return {
    p: [x + origin.shift[0], pose.p[1], z + origin.shift[1]],
    q: [c * qx + s * qz, c * qy + s * qw, c * qz - s * qx, c * qw - s * qy],
  };
}

/** A ground point turned by `degrees` round the vertical, as bearings grow. */
export function turned([x, z]: GroundPoint, degrees: number): GroundPoint {
  const a = (degrees * Math.PI) / 180;
  return [x * Math.cos(a) + z * Math.sin(a), z * Math.cos(a) - x * Math.sin(a)];
}
