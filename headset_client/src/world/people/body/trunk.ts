import { Color, MathUtils, Vector3 } from 'three';
import type { Look } from '../looks';
import type { Ring, Weights } from '../skin_builder';

/** [height, half width, depth to the front, depth to the back] of an average trunk. */
const TRUNK: readonly [number, number, number, number][] = [
  [0.6, 0.19, 0.118, 0.1],
  [0.8, 0.178, 0.114, 0.108],
  [0.88, 0.172, 0.11, 0.118],
  [0.95, 0.168, 0.108, 0.112],
  [1.05, 0.15, 0.102, 0.092],
  [1.15, 0.147, 0.102, 0.092],
  [1.25, 0.155, 0.11, 0.103],
  [1.33, 0.164, 0.112, 0.11],
  [1.39, 0.163, 0.097, 0.107],
  [1.43, 0.144, 0.078, 0.094],
  [1.455, 0.112, 0.062, 0.08],
  [1.485, 0.07, 0.052, 0.066],
  [1.53, 0.056, 0.05, 0.056],
];

/** How square a trunk is: 1 would be an ellipse. */
const SQUARE = 0.86;

interface Section {
  across: number;
  front: number;
  back: number;
}

/** The trunk's cross-section at a height, for this person's build, pushed out by the thickness of the cloth. */
function trunkAt(y: number, look: Look, cloth: number): Section {
  let i = 0;
  while (i + 2 < TRUNK.length && TRUNK[i + 1]![0] < y) i++;
  const a = TRUNK[i]!;
  const b = TRUNK[i + 1]!;
  const t = MathUtils.clamp((y - a[0]) / (b[0] - a[0]), 0, 1);
  const mix = (k: 1 | 2 | 3): number => a[k] + (b[k] - a[k]) * (t * t * (3 - 2 * t) * 0.5 + t * 0.5);
  const upper = MathUtils.smoothstep(y, 1.2, 1.38);
  const collar = MathUtils.smoothstep(y, 1.44, 1.5);
  const girth = MathUtils.lerp(look.girth, 1, collar);
  const wide = girth * MathUtils.lerp(1, look.shoulders / Math.sqrt(look.girth), upper * (1 - collar));
  const hollow = (centre: number, size: number): number => Math.exp(-(((y - centre) / size) ** 2));
  return {
    across: mix(1) * wide + cloth,
    front: mix(2) * girth + cloth + look.bust * hollow(1.285, 0.07) + look.belly * hollow(1.07, 0.12),
    back: mix(3) * girth + cloth,
  };
}

/**
 * Trunk weights by height. Below the hips the cloth follows the thighs, softly from side to side: all of it in front, so that a lap
 * carries its coat or apron, and most of it behind.
 */
export function trunkWeights(p: Vector3): Weights {
  if (p.y < 0.95) {
    const front = MathUtils.smoothstep(p.z, -0.04, 0.08);
    const down = MathUtils.smoothstep(0.95 - p.y, 0, 0.22 - 0.08 * front) * (0.78 + 0.2 * front);
    const left = MathUtils.smoothstep(p.x, -0.07, 0.07);
    return { hips: 1 - down, thighL: down * left, thighR: down * (1 - left) };
  }
  if (p.y < 1.15) {
    const t = MathUtils.smoothstep(p.y, 0.95, 1.15);
    return { hips: 1 - t, spine: t };
  }
  if (p.y < 1.32) {
    const t = MathUtils.smoothstep(p.y, 1.15, 1.32);
    return { spine: 1 - t, chest: t };
  }
  if (p.y < 1.44) return { chest: 1 };
  const t = MathUtils.smoothstep(p.y, 1.44, 1.54);
  return { chest: 1 - t, neck: t };
}

/** A point on the clothed trunk; angle 0 is the front, positive to own left. */
export function trunkPoint(angle: number, y: number, look: Look, cloth: number): Vector3 {
  const s = trunkAt(y, look, cloth);
  const c = Math.cos(angle);
  const soft = (v: number): number => Math.sign(v) * Math.abs(v) ** SQUARE;
  return new Vector3(soft(Math.sin(angle)) * s.across, y, soft(c) * (c > 0 ? s.front : s.back) - 0.008);
}

/** Little light reaches the sides that the arms hang over, and the small of the back. */
function trunkLight(p: Vector3, across: number): number {
  const side = Math.min(1, Math.abs(p.x) / across) ** 5;
  const covered = MathUtils.smoothstep(p.y, 0.9, 1.1) * (1 - MathUtils.smoothstep(p.y, 1.36, 1.44));
  const waist = Math.exp(-(((p.y - 1.08) / 0.09) ** 2));
  return 1 - 0.26 * side * covered - 0.05 * waist;
}

export function trunkRing(y: number, look: Look, cloth: number, colour: Color): Ring {
  const section = trunkAt(y, look, cloth);
  const light = (p: Vector3): number => trunkLight(p, section.across);
  return { at: new Vector3(0, y, -0.008), ...section, colour, weights: trunkWeights, square: SQUARE, light };
}
