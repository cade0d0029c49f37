import { BufferGeometry, Float32BufferAttribute, MathUtils, Vector3 } from 'three';
import type { Look } from './looks';
import type { Detail } from './skin_builder';

const WIDTH = 0.0765;
const HEIGHT = 0.118;
const FRONT = 0.094;
const BACK = 0.102;
/** The face canvas spans this many radians to each side, and these heights (relative to the skull centre). */
export const FACE_HALF_ANGLE = 1.35;
export const FACE_TOP = 0.095;
export const FACE_BOTTOM = -0.125;
/** Where things sit on the face, in metres from the skull centre. The painter and the sculptor share these. */
export const EYE = { x: 0.0325, y: 0.004 };
export const NOSE_Y = -0.034;
export const MOUTH_Y = -0.066;

const bump = (x: number, y: number, cx: number, cy: number, sx: number, sy: number): number =>
  Math.exp(-(((x - cx) / sx) ** 2 + ((y - cy) / sy) ** 2));

/** The skull and jaw without a face: an egg made boxier above, narrower below. */
function skull(theta: number, phi: number, face: Look['face']): Vector3 {
  const sin = Math.sin(phi);
  const dx = sin * Math.sin(theta);
  const dy = Math.cos(phi);
  const dz = sin * Math.cos(theta);
  const low = MathUtils.smoothstep(-dy, 0.1, 1); // 0 at the cheekbones, 1 at the chin
  const boxy = dy > 0 ? Math.max(sin, 0.05) ** -0.16 : 1;
  const narrow = 1 - (low * 0.14) / face.jaw ** 3 + 0.05 * Math.max(0, dy) * (1 - dy);
  const p = new Vector3(dx * WIDTH * face.width * boxy * narrow, dy * HEIGHT * (dy > 0 ? 0.95 : 1), 0);
  if (dz > 0) {
    const round = sin ** (dy < 0 ? 0.66 : 0.86);
    p.z = boxy * FRONT * (dz / Math.max(sin, 0.001)) ** 0.86 * round;
  } else {
    p.z = dz * BACK * boxy * (1 - 0.42 * low);
    p.y += 0.03 * low * Math.abs(dz);
  }
  return p;
}

/** How far the features stand out from the skull at a place of the front, in metres. */
function features(x: number, y: number, face: Look['face']): number {
  const ridge = MathUtils.clamp((0.012 - y) / 0.044, 0, 1); // the nose grows to its tip
  const below = MathUtils.smoothstep(y, NOSE_Y - 0.014, NOSE_Y + 0.001);
  const nose = 0.0215 * face.nose * ridge ** 1.25 * below * Math.exp(-((x / (0.0075 + 0.0055 * ridge)) ** 2));
  const wings = 0.008 * face.nose * bump(x, y, 0.0135, NOSE_Y + 0.001, 0.007, 0.008);
  const bridge = 0.0045 * bump(x, y, 0, 0.016, 0.012, 0.02);
  const brow = 0.004 * bump(x, y, 0.03, 0.03, 0.026, 0.009);
  const socket = 0.0085 * bump(x, y, EYE.x - 0.003, EYE.y + 0.004, 0.017, 0.012);
  const eyeball = 0.0042 * bump(x, y, EYE.x, EYE.y - 0.001, 0.013, 0.009);
  const cheekbone = 0.004 * bump(x, y, 0.045, -0.026, 0.018, 0.018);
  const lips = 0.0058 * bump(x, y, 0, MOUTH_Y + 0.001, 0.024, 0.0125);
  const underLip = 0.0035 * bump(x, y, 0, -0.083, 0.02, 0.006);
  const chin = 0.005 * face.jaw * bump(x, y, 0, -0.1, 0.022, 0.012);
  return nose + wings + bridge + brow - socket + eyeball + cheekbone + lips - underLip + chin;
}

/** A point on the skin of the head; theta 0 is the front, phi 0 the crown. Metres from the skull centre. */
export function headPoint(theta: number, phi: number, face: Look['face']): Vector3 {
  const p = skull(theta, phi, face);
  const facing = Math.sin(phi) * Math.cos(theta);
  if (facing > 0) p.z += features(Math.abs(p.x), p.y, face) * Math.min(1, facing * 1.6);
  return p;
}

/** More columns where the face is. */
function columns(count: number): number[] {
  return Array.from({ length: count + 1 }, (_, i) => {
    const t = (i / count) * 2 - 1;
    return Math.PI * (0.45 * t + 0.55 * t ** 3);
  });
}

interface Shape {
  positions: number[];
  uvs: number[];
  index: number[];
}

/** The skin of the head with ears; uv unrolls the front onto the face canvas, the rest clamps to its skin-coloured edge. */
export function headGeometry(look: Look, detail: Detail): BufferGeometry {
  const thetas = columns(detail === 'near' ? 36 : 18);
  const rows = detail === 'near' ? 32 : 15;
  const shape: Shape = { positions: [], uvs: [], index: [] };
  for (let r = 0; r <= rows; r++) {
    for (const theta of thetas) {
      const p = headPoint(theta, 0.0005 + (r / rows) * (Math.PI - 0.001), look.face);
      shape.positions.push(p.x, p.y, p.z);
      shape.uvs.push(0.5 + theta / (2 * FACE_HALF_ANGLE), (p.y - FACE_BOTTOM) / (FACE_TOP - FACE_BOTTOM));
    }
  }
  const wide = thetas.length;
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c + 1 < wide; c++) {
      const a = r * wide + c;
      shape.index.push(a, a + wide, a + 1, a + 1, a + wide, a + wide + 1);
    }
  }
  for (const side of [-1, 1] as const) addEar(shape, side, look.face.width, detail);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(shape.positions, 3));
  geometry.setAttribute('uv', new Float32BufferAttribute(shape.uvs, 2));
  geometry.setIndex(shape.index);
  geometry.computeVertexNormals();
  weldSeam(geometry, wide, rows);
  return geometry;
}

/** The back seam has two copies of each point; give both the same normal so that no line shows. */
function weldSeam(geometry: BufferGeometry, wide: number, rows: number): void {
  const normal = geometry.getAttribute('normal');
  const a = new Vector3();
  const b = new Vector3();
  for (let r = 0; r <= rows; r++) {
    a.fromBufferAttribute(normal, r * wide);
    b.fromBufferAttribute(normal, r * wide + wide - 1);
    a.add(b).normalize();
    normal.setXYZ(r * wide, a.x, a.y, a.z);
    normal.setXYZ(r * wide + wide - 1, a.x, a.y, a.z);
  }
}

function addEar({ positions, uvs, index }: Shape, side: -1 | 1, width: number, detail: Detail): void {
  const around = detail === 'near' ? 10 : 6;
  const out = detail === 'near' ? 5 : 3;
  const start = positions.length / 3;
  for (let r = 0; r <= out; r++) {
    const t = r / out;
    const size = Math.sin(Math.PI * (0.12 + 0.78 * t)) ** 0.7 * (t > 0.75 ? 0.9 - (t - 0.75) : 1);
    const flare = 0.003 + t * 0.011 - (t > 0.8 ? 0.006 : 0);
    for (let i = 0; i < around; i++) {
      const angle = (i / around) * Math.PI * 2;
      const y = Math.sin(angle) * 0.029 * size * (Math.sin(angle) < 0 ? 0.92 : 1);
      const z = Math.cos(angle) * 0.016 * size;
      positions.push(side * (WIDTH * width * 0.95 + flare - 0.003), y - 0.012, z - 0.014 - t * 0.006);
      uvs.push(0, 0.5);
    }
  }
  const triangle = (a: number, b: number, c: number): void => {
    if (side > 0) index.push(a, b, c);
    else index.push(a, c, b);
  };
  for (let r = 0; r < out; r++) {
    for (let i = 0; i < around; i++) {
      const a = start + r * around + i;
      const b = start + r * around + ((i + 1) % around);
      triangle(a, b, a + around);
      triangle(b, b + around, a + around);
    }
  }
  const cap = start + out * around;
  for (let i = 1; i + 1 < around; i++) triangle(cap, cap + i, cap + i + 1);
}
