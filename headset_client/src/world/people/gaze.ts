import { MathUtils } from 'three';

/** A direction from the body's front, in radians: yaw to the own left, pitch downwards. */
export interface Direction {
  yaw: number;
  pitch: number;
}

/** The turn from `from` to `to`, the short way round, in -π..π. */
export function turnTo(from: number, to: number): number {
  const turn = (to - from) % (Math.PI * 2);
  if (turn > Math.PI) return turn - Math.PI * 2;
  return turn < -Math.PI ? turn + Math.PI * 2 : turn;
}

/** The direction of a point (person space, metres) as seen from eyes at `eyeHeight`. */
export function directionTo(into: Direction, x: number, y: number, z: number, eyeHeight: number): Direction {
  into.yaw = Math.atan2(x, z);
  into.pitch = -Math.atan2(y - eyeHeight, Math.hypot(x, z));
  return into;
}

export const MOST_HEAD_YAW = 1.05;
const MOST_TORSO_YAW = 0.5;
/** A look that would need more than this is given up by the eyes and the head: nobody looks through their own back. */
export const BEHIND = 2.3;

/** How far the trunk turns along; the eyes go first, the head follows, the trunk comes last and only for large turns. */
export const torsoShare = (yaw: number): number => MathUtils.clamp(yaw * 0.38, -MOST_TORSO_YAW, MOST_TORSO_YAW);

/** How far the head turns on top of the trunk. */
export const headYaw = (wanted: number, torso: number): number => MathUtils.clamp((wanted - torso) * 0.86, -MOST_HEAD_YAW, MOST_HEAD_YAW);

export const headPitch = (wanted: number): number => MathUtils.clamp(wanted * 0.72, -0.4, 0.5);

/** Where the iris sits, -1..1 across and up, for what the head leaves to the eyes. */
export function eyeOffset(into: { x: number; y: number }, wanted: Direction, torso: number, yaw: number, pitch: number): void {
  into.x = MathUtils.clamp((wanted.yaw - torso - yaw) / 0.6, -1, 1);
  into.y = MathUtils.clamp(-(wanted.pitch - pitch) / 0.5, -1, 1);
}
