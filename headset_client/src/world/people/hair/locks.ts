import { Color, Vector3 } from 'three';
import { headPoint } from '../head';
import { seeded } from '../life';
import type { Look } from '../looks';
import type { SkinBuilder } from '../skin_builder';
import { along, directionAt, hairWeights, onHead, phiOf, thetaOf, type Hairline } from './scalp';

/** Which way hair lies at a place of the scalp; need not be tangent or of length one. */
export type Flow = (at: Vector3) => Vector3;

/** How a head of hair lies: locks are short bands that follow the flow over the scalp and may fall freely beyond it. */
export interface LockStyle {
  line: Hairline;
  flow: Flow;
  count: number;
  /** Roots lie beyond this share of the way from crown to hairline; 0 when left out. */
  from?: number;
  /** Metres along the scalp. */
  length: number;
  width: number;
  /** How far the middle of a lock stands off the scalp, metres. */
  volume: number;
  /** How far a tip stands out at random, metres: what makes an outline soft. */
  loose: number;
  /** Metres a lock falls after it has left the scalp. */
  fall?: (theta: number) => number;
  /** Metres by which falling tips curl inwards. */
  curl?: number;
  /** How far past the hairline (radians) a lock that does not fall may reach. */
  over?: number;
  seed: number;
}

interface Path {
  points: Vector3[];
  /** Outward at each point. */
  out: Vector3[];
}

const STEPS = 4;
const FALL_STEPS = 3;

/** Follows the flow from a root; once past the hairline the lock either ends or falls. */
function follow(root: Vector3, style: LockStyle, look: Look, random: () => number): Path {
  const path: Path = { points: [], out: [] };
  const d = root.clone();
  const flip = style.loose * (random() - 0.35);
  const lift = style.volume * (0.7 + 0.6 * random());
  const stride = style.length / STEPS / 0.1;
  for (let i = 0; i <= STEPS; i++) {
    const t = i / STEPS;
    const theta = thetaOf(d);
    const past = phiOf(d) - along(style.line, theta);
    if (past > (style.over ?? 0.05)) break;
    const rise = lift * (0.35 + 0.65 * Math.sin(Math.PI * Math.min(1, 0.15 + t * 0.8))) + flip * t * t;
    path.points.push(headPoint(theta, phiOf(d), look.face).addScaledVector(d, rise));
    path.out.push(d.clone());
    const flow = style.flow(d);
    flow.addScaledVector(d, -flow.dot(d)).normalize();
    d.addScaledVector(flow, stride).normalize();
  }
  if (style.fall) letFall(path, style, random);
  return path;
}

function letFall(path: Path, style: LockStyle, random: () => number): void {
  const last = path.points[path.points.length - 1];
  const side = path.out[path.out.length - 1];
  if (!last || !side || !style.fall) return;
  const level = new Vector3(side.x, 0, side.z).normalize();
  const length = style.fall(thetaOf(side)) * (0.9 + random() * 0.2);
  if (length <= 0.005) return;
  const sway = (random() - 0.5) * 0.012;
  for (let i = 1; i <= FALL_STEPS; i++) {
    const t = i / FALL_STEPS;
    const flare = 0.012 * Math.sin(t * Math.PI) - (style.curl ?? 0) * t ** 3;
    const p = last.clone().addScaledVector(level, flare + 0.006 * t);
    p.y -= length * t;
    p.x += sway * t;
    path.points.push(p);
    path.out.push(level.clone());
  }
}

/** One lock as a band of three columns, the middle raised; its light follows the head and not the band. */
function addBand(skin: SkinBuilder, { points, out }: Path, width: number, colour: Color): void {
  if (points.length < 3) return;
  const count = points.length - 1;
  const aside = new Vector3();
  const ahead = new Vector3();
  const rows: Vector3[][] = [];
  const normals: Vector3[][] = [];
  points.forEach((p, i) => {
    ahead
      .copy(points[Math.min(i + 1, count)]!)
      .sub(points[Math.max(i - 1, 0)]!)
      .normalize();
    aside.crossVectors(ahead, out[i]!).normalize();
    const t = i / count;
    const half = width * 0.5 * Math.min(1, 0.55 + t * 1.6) * (1 - 0.82 * t ** 2.2);
    const edge = (side: number): Vector3 =>
      p
        .clone()
        .addScaledVector(aside, side * half)
        .addScaledVector(out[i]!, -half * 0.35);
    const lit = (side: number): Vector3 =>
      out[i]!.clone()
        .addScaledVector(aside, side * 0.55)
        .normalize();
    rows.push([edge(-1), p.clone(), edge(1)].map(onHead));
    normals.push([lit(-1), out[i]!.clone(), lit(1)]);
  });
  const shade = (r: number, c: number): Color => colour.clone().multiplyScalar((0.8 + 0.3 * (r / count)) * (c === 1 ? 1.06 : 0.93));
  skin.sheet(rows, shade, hairWeights, { normals: (r, c) => normals[r]![c]! });
}

/** Grows the locks of a style, lowest first, so that upper ones lie over them. */
export function addLocks(skin: SkinBuilder, look: Look, colour: Color, style: LockStyle): void {
  const random = seeded(style.seed);
  const count = skin.far ? Math.round(style.count * 0.24) : style.count;
  const golden = 2.39996;
  for (let i = 0; i < count; i++) {
    const from = style.from ?? 0;
    const t = Math.sqrt(from * from + (1 - from * from) * ((count - i - 0.5) / count));
    const theta = ((i * golden) % (Math.PI * 2)) - Math.PI;
    const root = directionAt(theta, 0.04 + t * along(style.line, theta) * 0.93);
    const tone = colour.clone().multiplyScalar(0.9 + random() * 0.22);
    addBand(skin, follow(root, style, look, random), style.width * (0.8 + random() * 0.4) * (skin.far ? 2 : 1), tone);
  }
}

/** A free bundle that hangs from a point, such as a pony tail: `length` metres down and a little back. */
export function addTail(skin: SkinBuilder, from: Vector3, length: number, colour: Color): void {
  const random = seeded(41);
  const count = skin.far ? 5 : 18;
  for (let i = 0; i < count; i++) {
    const angle = (i / count) * Math.PI * 2;
    const out = new Vector3(Math.sin(angle), 0.1, Math.cos(angle)).normalize();
    const path: Path = { points: [], out: [] };
    const reach = length * (0.85 + random() * 0.25);
    for (let k = 0; k <= 7; k++) {
      const t = k / 7;
      const wide = 0.008 + 0.021 * Math.sin(Math.PI * (0.15 + 0.75 * t));
      const p = from.clone().addScaledVector(out, wide);
      p.y -= reach * t ** 1.3 - 0.02 * Math.sin(t * Math.PI);
      p.z -= 0.045 * Math.sin(Math.min(1, t * 2.2) * Math.PI * 0.5) - 0.02 * t;
      path.points.push(p);
      path.out.push(out.clone());
    }
    addBand(skin, path, skin.far ? 0.045 : 0.02, colour.clone().multiplyScalar(0.88 + random() * 0.24));
  }
}
