/** Where an avatar is on its way: the same arithmetic as `rooms/motion.py`. Metres, degrees, metres a second, ms. */
import type { Motion } from '../wire/types.gen';
import type { GroundPoint } from '../world/view';

/** Faster than this is riding, not walking: such a figure is inside its vehicle and not drawn until it arrives. */
export const RIDE_M_S = 3;

export interface Standing {
  readonly at: GroundPoint;
  readonly facing: number;
  /** How fast the figure moves just now; 0 stands. */
  readonly speed: number;
}

export function distance(a: GroundPoint, b: GroundPoint): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

/** Degrees from `a` towards `b`: 0 along +z, 90 along +x, in (-180, 180]. */
export function bearing(a: GroundPoint, b: GroundPoint): number {
  return (Math.atan2(b[0] - a[0], b[1] - a[1]) * 180) / Math.PI;
}

/** The scene time at which the walk ends. */
export function arrival(motion: Motion): number {
  if (motion.path.length < 2) return motion.start;
  const length = legs(motion.path).reduce((sum, [a, b]) => sum + distance(a, b), 0);
  return motion.start + Math.ceil((length / motion.speed) * 1000);
}

/** Where the figure is at scene time `t`; before `start` it stands on the first point. */
export function standingAt(motion: Motion, t: number): Standing {
  let left = (Math.max(0, t - motion.start) / 1000) * motion.speed;
  for (const [a, b] of legs(motion.path)) {
    const length = distance(a, b);
    if (left < length) {
      const part = left / length;
      const at = [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part] as const;
      return { at, facing: bearing(a, b), speed: motion.speed };
    }
    left -= length;
  }
  return { at: motion.path.at(-1) ?? [0, 0], facing: motion.facing, speed: 0 };
}

function legs(path: Motion['path']): (readonly [GroundPoint, GroundPoint])[] {
  return path.slice(1).map((b, index) => [path[index] ?? b, b]);
}
