import { Color, CylinderGeometry, Matrix4, TorusGeometry, Vector3 } from 'three';
import { EYE, headPoint } from '../head';
import type { Look } from '../looks';
import { HEAD_CENTRE } from '../skeleton';
import type { Ring, SkinBuilder, Weights } from '../skin_builder';
import { along, directionAt, HEAD_ONLY, onHead, type Hairline } from './scalp';

const CAP_LINE: Hairline = [
  [0, 0.86],
  [0.8, 0.98],
  [1.3, 1.3],
  [1.9, 1.5],
  [Math.PI, 1.72],
];

/** The scarf round the face: rings that open towards the front. */
function veil(skin: SkinBuilder, look: Look, colour: Color): void {
  const around = skin.sides(40);
  const rows = skin.far ? 8 : 14;
  const lines = Array.from({ length: rows + 1 }, (_, r) =>
    Array.from({ length: around }, (_, i) => {
      const alpha = (i / around) * Math.PI * 2;
      const up = Math.cos(alpha);
      const start = 0.9 - 0.12 * Math.abs(Math.sin(alpha)) + (up > 0 ? -0.04 : 0.09) * up * up;
      const t = r / rows;
      const beta = start + (Math.PI - start) * t ** 1.3;
      const d = new Vector3(Math.sin(beta) * Math.sin(alpha), Math.sin(beta) * up, Math.cos(beta));
      const thick = [-0.002, 0.007, 0.0105][r] ?? 0.013 + 0.01 * Math.sin(t * Math.PI) * Math.max(0, up * 0.4 + 0.6);
      const p = headPoint(Math.atan2(d.x, d.z), Math.acos(d.y), look.face);
      return onHead(p.addScaledVector(d, thick + (r > 3 ? 0.0016 : 0) * Math.sin(alpha * 9 + r)));
    }),
  );
  const shade = (r: number): Color => colour.clone().multiplyScalar(r < 2 ? 0.86 : 1);
  skin.sheet(lines, shade, () => HEAD_ONLY, { closed: true, flip: true });
}

/** [height, half width, front, back, weights, shade] of the fold round the neck and over the shoulders. */
const FOLDS: readonly (readonly [number, number, number, number, Weights, number])[] = [
  [1.585, 0.06, 0.088, 0.085, { head: 1 }, 0.82],
  [1.552, 0.069, 0.098, 0.095, { head: 0.9, neck: 0.1 }, 0.92],
  [1.52, 0.072, 0.088, 0.098, { head: 0.4, neck: 0.6 }, 0.94],
  [1.495, 0.088, 0.09, 0.106, { neck: 0.6, chest: 0.4 }, 1.02],
  [1.472, 0.118, 0.1, 0.12, { chest: 0.9, neck: 0.1 }, 0.93],
  [1.44, 0.162, 0.118, 0.136, { chest: 1 }, 1.03],
  [1.4, 0.19, 0.146, 0.15, { chest: 1 }, 0.97],
  [1.35, 0.186, 0.166, 0.155, { chest: 1 }, 1],
  [1.335, 0.176, 0.15, 0.145, { chest: 1 }, 0.6],
];

export function addHijab(skin: SkinBuilder, look: Look, colour: Color): void {
  veil(skin, look, colour);
  const rings = FOLDS.map(([y, across, front, back, weights, shade]): Ring => ({
    at: new Vector3(0, y, 0),
    across,
    front,
    back,
    colour: colour.clone().multiplyScalar(shade),
    weights,
  }));
  skin.loft(rings, 36);
}

const BRIM = [0.012, 0.021, 0.023, 0.022, 0.017, -0.001] as const;

export function addBeanie(skin: SkinBuilder, look: Look, colour: Color): void {
  const knit = (from: number, to: number, thick: (t: number) => number, rows: number, shade: number): void => {
    const columns = skin.far ? 24 : 52;
    const lines = Array.from({ length: rows + 1 }, (_, r) =>
      Array.from({ length: columns + 1 }, (_, i) => {
        const theta = ((i / columns) * 2 - 1) * Math.PI;
        const phi = 0.01 + along(CAP_LINE, theta) * (from + (to - from) * (r / rows));
        const d = directionAt(theta, phi);
        const p = headPoint(theta, phi, look.face).addScaledVector(d, thick(r / rows) + 0.0011 * Math.sin(i * Math.PI * 0.5 + 0.4));
        if (d.y > 0.5) p.z -= 0.006 * d.y;
        return onHead(p);
      }),
    );
    const tone = (_r: number, c: number): Color => colour.clone().multiplyScalar(shade * (c % 2 ? 0.94 : 1));
    skin.sheet(lines, tone, () => HEAD_ONLY);
  };
  knit(0, 0.9, (t) => 0.016 + 0.014 * (1 - t) ** 1.5, skin.far ? 5 : 12, 1);
  knit(0.7, 1.02, (t) => BRIM[Math.round(t * 5)]!, skin.far ? 3 : 5, 0.9);
}

/** A cloth cap: a smooth crown down to the brow, and a stiff peak over it. */
export function addPeakedCap(skin: SkinBuilder, look: Look, colour: Color): void {
  const rows = skin.far ? 5 : 10;
  const columns = skin.far ? 20 : 40;
  const crown = Array.from({ length: rows + 1 }, (_, r) =>
    Array.from({ length: columns + 1 }, (_, i) => {
      const theta = ((i / columns) * 2 - 1) * Math.PI;
      const t = r / rows;
      const phi = 0.01 + along(CAP_LINE, theta) * 0.97 * t;
      const thick = t > 0.95 ? 0.004 : 0.014 + 0.012 * (1 - t) ** 1.5;
      return onHead(headPoint(theta, phi, look.face).addScaledVector(directionAt(theta, phi), thick));
    }),
  );
  skin.sheet(crown, colour, () => HEAD_ONLY);
  const reach = skin.far ? 2 : 4;
  const peak = (lift: number): Vector3[][] =>
    Array.from({ length: reach + 1 }, (_, r) =>
      Array.from({ length: 13 }, (_, i) => {
        const theta = (i / 6 - 1) * 0.86;
        const out = (r / reach) * 0.058 * Math.cos(theta * 1.5);
        const p = headPoint(theta, along(CAP_LINE, theta) * 0.95, look.face);
        return onHead(p.add(new Vector3(Math.sin(theta) * 0.01, lift - out * 0.32, 0.01 + out)));
      }),
    );
  skin.sheet(peak(0.004), colour.clone().multiplyScalar(0.86), () => HEAD_ONLY);
  skin.sheet(peak(0), colour.clone().multiplyScalar(0.45), () => HEAD_ONLY, { flip: true });
}

export function addGlasses(skin: SkinBuilder, look: Look, colour: Color): void {
  const z = 0.102 + HEAD_CENTRE.z;
  const y = EYE.y + HEAD_CENTRE.y;
  const thin = skin.far ? 4 : 6;
  for (const side of [-1, 1]) {
    const rim = new TorusGeometry(0.0215, 0.0016, thin, skin.far ? 12 : 22);
    rim.scale(1.06, 0.86, 1).applyMatrix4(new Matrix4().makeRotationY(side * 0.16));
    skin.add(rim.translate(side * EYE.x, y - 0.003, z - 0.001), colour, HEAD_ONLY);
    const arm = new CylinderGeometry(0.0016, 0.0016, 0.1, thin).rotateX(Math.PI / 2).rotateY(side * -0.19);
    skin.add(arm.translate(side * (0.066 * look.face.width), y + 0.002, 0.048 + HEAD_CENTRE.z), colour, HEAD_ONLY);
  }
  const bridge = new CylinderGeometry(0.0016, 0.0016, 0.021, thin).rotateZ(Math.PI / 2);
  skin.add(bridge.translate(0, y, z + 0.003), colour, HEAD_ONLY);
}
