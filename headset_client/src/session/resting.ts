/** A body whose owner is away: it does not stay in the middle of a gesture, and goes on from where it is seen. */
import type { BodyPose } from '../wire/pose';
import type { Pose } from '../world/view';

/** Where an arm hangs, in metres beside and before the head, and as a part of the head's height above the floor. */
const ASIDE = 0.24;
const BEFORE = 0.06;
const HIGH = 0.5;

/** `pose` with the arms down and the head level. */
export function atRest({ head, left, right, flat }: BodyPose): BodyPose {
  const heading = headingOf(head);
  const half = (heading + Math.PI) / 2;
  const level: Pose = { p: head.p, q: [0, Math.sin(half), 0, Math.cos(half)] };
  const hang = (hand: Pose, side: number): Pose => {
    const [sin, cos] = [Math.sin(heading), Math.cos(heading)];
    const x = head.p[0] + sin * BEFORE + cos * ASIDE * side;
    const z = head.p[2] + cos * BEFORE - sin * ASIDE * side;
    return { p: [x, head.p[1] * HIGH, z], q: hand.q };
  };
  return { head: level, flat, ...(left && { left: hang(left, 1) }), ...(right && { right: hang(right, -1) }) };
}

/** The way a head faces, in radians round the vertical, 0 along +z; with no turn it looks along -z. */
export function headingOf({ q: [x, y, z, w] }: Pose): number {
  return Math.atan2(-2 * (x * z + w * y), 2 * (x * x + y * y) - 1);
}
