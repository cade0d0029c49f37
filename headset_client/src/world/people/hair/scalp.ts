import { Color, Vector3 } from 'three';
import { headPoint } from '../head';
import type { Look } from '../looks';
import { HEAD_CENTRE } from '../skeleton';
import type { SkinBuilder, Weights } from '../skin_builder';

export const HEAD_ONLY: Weights = { head: 1 };

/** How far down (phi, radians from the crown) hair grows at each angle from the front (radians). */
export type Hairline = readonly (readonly [angle: number, phi: number])[];

export const CROPPED: Hairline = [
  [0, 0.84],
  [0.35, 0.86],
  [0.72, 0.98],
  [0.98, 1.2],
  [1.14, 1.52],
  [1.28, 1.6],
  [1.42, 1.42],
  [1.7, 1.42],
  [2, 1.72],
  [2.4, 2.12],
  [Math.PI, 2.24],
];
export const SWEPT: Hairline = [
  [0, 0.78],
  [0.35, 0.82],
  [0.6, 0.93],
  [0.85, 1.2],
  [1.1, 1.52],
  [1.5, 1.6],
  [2.1, 1.85],
  [2.6, 2.1],
  [Math.PI, 2.15],
];

export function along(line: Hairline, theta: number): number {
  const a = Math.abs(theta);
  let i = 0;
  while (i + 2 < line.length && line[i + 1]![0] < a) i++;
  const [a0, p0] = line[i]!;
  const [a1, p1] = line[i + 1]!;
  const t = Math.min(1, Math.max(0, (a - a0) / (a1 - a0)));
  return p0 + (p1 - p0) * t * t * (3 - 2 * t);
}

export const thetaOf = (d: Vector3): number => Math.atan2(d.x, d.z);
export const phiOf = (d: Vector3): number => Math.acos(Math.min(1, Math.max(-1, d.y)));
export const directionAt = (theta: number, phi: number): Vector3 =>
  new Vector3(Math.sin(phi) * Math.sin(theta), Math.cos(phi), Math.sin(phi) * Math.cos(theta));
/** A point of the head, from skull space into person space. */
export const onHead = (p: Vector3): Vector3 => p.add(HEAD_CENTRE);

/** Hair that reaches the shoulders moves with them. */
export function hairWeights(p: Vector3): Weights {
  const low = Math.min(1, Math.max(0, (HEAD_CENTRE.y - 0.1 - p.y) / 0.16));
  return { head: 1 - 0.6 * low, chest: 0.6 * low };
}

export interface Cap {
  line: Hairline;
  /** Thickness in metres at an angle and a share (0 crown .. 1 hairline). */
  thick: (theta: number, t: number) => number;
  columns: number;
  rows: number;
}

/** The ground that locks grow from: one sheet from the crown that ends on the hairline, a shade darker than the hair. */
export function addCap(skin: SkinBuilder, look: Look, colour: Color, cap: Cap): void {
  const columns = skin.far ? 22 : cap.columns;
  const rows = skin.far ? 6 : cap.rows;
  const lines = Array.from({ length: rows + 1 }, (_, r) =>
    Array.from({ length: columns + 1 }, (_, c) => {
      const theta = ((c / columns) * 2 - 1) * Math.PI;
      const t = r / rows;
      const phi = 0.01 + t * along(cap.line, theta);
      const taper = 1 - t ** 6;
      const out = cap.thick(theta, t) * taper - 0.0025 * (1 - taper);
      return onHead(headPoint(theta, phi, look.face).addScaledVector(directionAt(theta, phi), out));
    }),
  );
  skin.sheet(lines, (r, c) => colour.clone().multiplyScalar(0.86 + 0.05 * Math.sin(c * 2.7) - 0.06 * (r / rows)), hairWeights);
}
