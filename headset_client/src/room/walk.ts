/** Walking in a place with a flat screen: metres and seconds, and never through a wall or a person. */

import type { GroundPoint } from '../world/view';

/** Where one may stand: rectangles x0, z0, x1, z1, and circles x, z, radius that are in the way. */
export interface Ground {
  floor: readonly (readonly [x0: number, z0: number, x1: number, z1: number])[];
  blocks: readonly (readonly [x: number, z: number, radius: number])[];
}

/** Half of a calm walk: nobody is to be startled by their own step. */
export const PACE = 0.9;
/** How far one's own middle stays from a thing. */
const ELBOWS = 0.2;
/** How far one's own middle stays from another's. */
export const MANNERS = 0.45;

export function mayStand(at: GroundPoint, ground: Ground): boolean {
  const inside = ground.floor.some(([x0, z0, x1, z1]) => at[0] >= x0 && at[0] <= x1 && at[1] >= z0 && at[1] <= z1);
  return inside && ground.blocks.every(([x, z, radius]) => Math.hypot(at[0] - x, at[1] - z) >= radius + ELBOWS);
}

/**
 * Where one stands after `seconds` of walking `ahead` and `aside` (-1..1) while facing `facing` degrees.
 * What is in the way is slid along; one who has been put down where nobody may stand can walk out.
 */
export function walked(at: GroundPoint, facing: number, ahead: number, aside: number, seconds: number, ground: Ground): GroundPoint {
  const length = Math.max(1, Math.hypot(ahead, aside));
  const far = (PACE * seconds) / length;
  const turn = (facing * Math.PI) / 180;
  const dx = (Math.sin(turn) * ahead - Math.cos(turn) * aside) * far;
  const dz = (Math.cos(turn) * ahead + Math.sin(turn) * aside) * far;
  const free = !mayStand(at, ground);
  const tries: GroundPoint[] = [
    [at[0] + dx, at[1] + dz],
    [at[0] + dx, at[1]],
    [at[0], at[1] + dz],
  ];
  return tries.find((there) => free || mayStand(there, ground)) ?? at;
}
