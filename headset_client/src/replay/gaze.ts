/** The way an avatar looks, for one who sees through its eyes: calmly, so that nobody grows dizzy. Degrees, seconds. */
import { turnTo } from '../vr/placing';
import type { Figure, Point3 } from '../world/view';

export interface Look {
  /** A bearing: 0 along +z, 90 along +x. */
  readonly facing: number;
  /** Up from level. */
  readonly pitch: number;
}

/** The share of the way that is left after a second. */
const LEFT_AFTER_A_SECOND = 0.02;
const STEEPEST = 25;

/** Where somebody with eyes at `eye` looks: at what they look at, else ahead. */
export function lookOf({ facing, looksAt }: Pick<Figure, 'facing' | 'looksAt'>, eye: Point3): Look {
  if (looksAt === null) return { facing, pitch: 0 };
  const [dx, dy, dz] = [looksAt[0] - eye[0], looksAt[1] - eye[1], looksAt[2] - eye[2]];
  const flat = Math.hypot(dx, dz);
  if (flat < 0.05) return { facing, pitch: 0 };
  const pitch = (Math.atan2(dy, flat) * 180) / Math.PI;
  return { facing: (Math.atan2(dx, dz) * 180) / Math.PI, pitch: Math.max(-STEEPEST, Math.min(STEEPEST, pitch)) };
}

/** The look `dt` seconds on the way from `from` to `to`; at once where there is none before. */
export function eased(from: Look | null, to: Look, dt: number): Look {
  if (from === null) return to;
  const part = 1 - LEFT_AFTER_A_SECOND ** dt;
  return { facing: from.facing + turnTo(from.facing, to.facing) * part, pitch: from.pitch + (to.pitch - from.pitch) * part };
}
