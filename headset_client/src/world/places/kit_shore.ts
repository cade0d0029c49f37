import { BufferGeometry, Float32BufferAttribute } from 'three';
import type { Point3 } from '../view';
import type { PlaceBuilder } from './builder';
import { shade, steady } from './chance';
import type { PartSpec } from './description';

const PLANK = '#a58a6a';

/** A small wooden jetty that runs out along -z from where it stands. */
export function jetty(b: PlaceBuilder, { size = [1.2, 0.32, 6], at }: PartSpec): void {
  const [w, h, d] = size;
  const random = steady(at[0] + d);
  for (let z = 0; z > -d; z -= 0.17) {
    const plank = { colour: shade(PLANK, 0.86 + random() * 0.2), grain: 'woodX' as const };
    b.box([w, 0.035, 0.155], [(random() - 0.5) * 0.02, h - 0.035, z - 0.08], plank);
  }
  for (const x of [-w / 2 + 0.1, w / 2 - 0.1]) {
    b.box([0.08, 0.12, d], [x, h - 0.16, -d / 2], { colour: shade(PLANK, 0.62), grain: 'woodZ' });
    for (let z = -0.5; z > -d; z -= 1.6)
      b.tube(0.06, h + 0.5, [x * 1.08, -0.4, z], { colour: shade(PLANK, 0.58), foot: 0.4 }, { sides: 7 });
    b.tube(0.065, h + 0.85, [x * 1.1, -0.3, -d + 0.2], { colour: shade(PLANK, 0.7), foot: 0.3 }, { sides: 8 });
  }
}

/** [share of the length, half width, height of the rim, height of the keel] from stern to stem. */
const RIBS: readonly (readonly [number, number, number, number])[] = [
  [0, 0.72, 0.5, 0.12],
  [0.2, 0.92, 0.46, 0.03],
  [0.5, 1, 0.44, 0],
  [0.75, 0.78, 0.5, 0.03],
  [0.92, 0.34, 0.6, 0.16],
  [1, 0.02, 0.68, 0.4],
];

/** One skin of a hull: from the left rim down to the keel and up to the right rim, `inset` metres inside. */
function hull(length: number, width: number, inset: number): BufferGeometry {
  const rows = RIBS.map(([t, half, rim, keel]): Point3[] => {
    const w = Math.max(0.005, (half * width) / 2 - inset);
    const z = t * length - length / 2;
    const low = keel + inset;
    const bilge = low + (rim - low) * 0.28;
    return [
      [-w, rim, z],
      [-w * 0.82, bilge, z],
      [0, low, z],
      [w * 0.82, bilge, z],
      [w, rim, z],
    ];
  });
  const points: number[] = [];
  for (let r = 0; r + 1 < rows.length; r++) {
    for (let c = 0; c < 4; c++) {
      const [p, q, s, t] = [rows[r]![c]!, rows[r]![c + 1]!, rows[r + 1]![c]!, rows[r + 1]![c + 1]!];
      const faces = inset > 0 ? [p, s, q, q, s, t] : [p, q, s, q, t, s];
      points.push(...faces.flat());
    }
  }
  const g = new BufferGeometry();
  g.setAttribute('position', new Float32BufferAttribute(points, 3));
  g.computeVertexNormals();
  return g;
}

/** A rowing boat, its stem towards +z. */
export function boat(b: PlaceBuilder, { size = [1.25, 0.6, 3.4], colour = '#e9e3d6' }: PartSpec): void {
  const [w, , d] = size;
  b.solid(hull(d, w, 0), { colour, foot: 0.35 }).solid(hull(d, w, 0.035), { colour: '#a37c52', foot: 0.4, grain: 'woodZ' });
  RIBS.slice(0, -1).forEach(([t, half, rim], i) => {
    const [t2, half2, rim2] = RIBS[i + 1]!;
    for (const side of [-1, 1]) {
      const from: Point3 = [(side * half * w) / 2, rim, t * d - d / 2];
      b.bar(from, [(side * half2 * w) / 2, rim2, t2 * d - d / 2], 0.028, { colour: '#3f6b6c' }, 6);
    }
  });
  for (const z of [-0.28, 0.12]) b.box([w * 0.92, 0.04, 0.24], [0, 0.3, z * d], { colour: '#b58d5f', grain: 'woodX' });
  b.box([w * 0.7, 0.36, 0.05], [0, 0.14, -d / 2 + 0.02], { colour, foot: 0.3 });
  for (const side of [-1, 1]) b.bar([side * 0.16, 0.42, -d * 0.38], [side * 0.3, 0.46, d * 0.3], 0.02, { colour: '#c9a878' }, 6);
  b.contact(w * 0.6, d * 0.75, [0, 0.02, 0], 0.5, 0.3);
}
