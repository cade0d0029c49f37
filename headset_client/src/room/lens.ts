/** How the room is framed on a flat screen, where a picture higher than wide shows little and cards cover its foot. */
import type { PerspectiveCamera } from 'three';
import type { GroundPoint } from '../world/view';

/** Degrees from top to bottom: as a screen has it, and the most before faces near the edge grow wide. */
const USUAL = 62;
const WIDEST = 84;
/** A narrow picture is to show at least this much from side to side, in degrees. */
const ACROSS = 44;
/** How far up the horizon is moved in a picture as narrow as `PHONE`, as a share of the height. */
const LIFTED = 0.24;
const PHONE = 0.6;

export interface Lens {
  /** Degrees from top to bottom. */
  fov: number;
  /** How far up the horizon is moved from the middle, as a share of the height: faces come free of the cards. */
  lifted: number;
}

/** The lens for a picture `aspect` times as wide as it is high. */
export function lensFor(aspect: number): Lens {
  const needed = (Math.atan(Math.tan(radians(ACROSS / 2)) / aspect) * 360) / Math.PI;
  const narrow = Math.min(1, Math.max(0, (1 - aspect) / (1 - PHONE)));
  return { fov: Math.min(WIDEST, Math.max(USUAL, needed)), lifted: LIFTED * narrow };
}

/** Puts a lens on the camera for a picture of this size in CSS pixels. */
export function putOn(camera: PerspectiveCamera, { fov, lifted }: Lens, width: number, height: number): void {
  camera.fov = fov;
  // Shifted rather than bent down: the others would see a head that hangs.
  if (lifted === 0) camera.clearViewOffset();
  else camera.setViewOffset(width, height, 0, lifted * height, width, height);
  camera.updateProjectionMatrix();
}

/**
 * Where one looks at first, in degrees: ahead, but in a picture higher than wide, which shows little of what is beside
 * one, at whoever stands nearest.
 */
export function firstFacing(you: { at: GroundPoint; facing: number }, others: readonly GroundPoint[], aspect: number): number {
  if (!(aspect < 1)) return you.facing;
  const [x, z] = you.at;
  const away = (at: GroundPoint) => Math.hypot(at[0] - x, at[1] - z);
  const [nearest] = [...others].sort((a, b) => away(a) - away(b));
  return nearest && away(nearest) > 0 ? (Math.atan2(nearest[0] - x, nearest[1] - z) * 180) / Math.PI : you.facing;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
