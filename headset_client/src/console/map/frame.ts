/** From metres on the ground to pixels on the map: +x to the right, +z down, the same scale both ways. */
import type { GroundPoint } from '../../world/view';
import type { Size } from './labels';

/** The stretch of ground that a map shows, in metres. */
export interface Ground {
  readonly x0: number;
  readonly z0: number;
  readonly x1: number;
  readonly z1: number;
}

export interface Frame {
  /** Pixels a metre. */
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** All of `points` with `margin` metres round them. */
export function groundOf(points: readonly GroundPoint[], margin: number): Ground {
  const xs = points.map(([x]) => x);
  const zs = points.map(([, z]) => z);
  return {
    x0: Math.min(...xs) - margin,
    z0: Math.min(...zs) - margin,
    x1: Math.max(...xs) + margin,
    z1: Math.max(...zs) + margin,
  };
}

/** The whole ground as large as it can be in `size`, in the middle. */
export function frameOf(ground: Ground, size: Size): Frame {
  const [wide, deep] = [ground.x1 - ground.x0, ground.z1 - ground.z0];
  const scale = Math.min(size.w / wide, size.h / deep);
  return { scale, left: size.w / 2 - ((ground.x0 + ground.x1) / 2) * scale, top: size.h / 2 - ((ground.z0 + ground.z1) / 2) * scale };
}

export function toMap({ scale, left, top }: Frame, [x, z]: GroundPoint): { x: number; y: number } {
  return { x: left + x * scale, y: top + z * scale };
}

export function toGround({ scale, left, top }: Frame, x: number, y: number): GroundPoint {
  return [(x - left) / scale, (y - top) / scale];
}

/** Degrees clockwise from pointing right, as SVG turns, of a bearing (0 looks along +z, 90 along +x). */
export function svgTurn(bearing: number): number {
  return 90 - bearing;
}
