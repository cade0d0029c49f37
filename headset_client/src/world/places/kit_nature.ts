import { BoxGeometry, BufferGeometry, Color, Float32BufferAttribute, Vector3 } from 'three';
import type { Point3 } from '../view';
import type { PlaceBuilder } from './builder';
import { shade, steady } from './chance';
import type { PartSpec } from './description';
import { Cards, type Leafage } from './foliage';

type Random = () => number;

function somewhere(random: Random): Vector3 {
  const u = random() * 2 - 1;
  const a = random() * Math.PI * 2;
  const q = Math.sqrt(1 - u * u);
  return new Vector3(q * Math.cos(a), u, q * Math.sin(a));
}

/** A card that is turned at random round `normal`, but stays rather upright. */
function addCard(cards: Cards, kind: Leafage, at: Vector3, half: number, normal: Vector3, colour: Color, random: Random): void {
  const face = somewhere(random).addScaledVector(normal, 0.8);
  face.y *= 0.5;
  face.normalize();
  const across = new Vector3(0, 1, 0).cross(face).normalize();
  const up = new Vector3().crossVectors(face, across).normalize();
  cards.add(kind, at, across.multiplyScalar(half), up.multiplyScalar(half), normal, colour);
}

function birchTrunk(b: PlaceBuilder, height: number, random: Random): void {
  const bark = { colour: '#e2ded5', foot: 0.2, grain: 'woodX' as const };
  const line = [0, 0.35, 0.65, 0.95].map(
    (t, i) => new Vector3((random() - 0.5) * 0.14 * i, height * t * 0.92, (random() - 0.5) * 0.14 * i),
  );
  const radii = [0.125, 0.09, 0.055, 0.018];
  for (let i = 0; i < 3; i++) b.bar(line[i]!.toArray(), line[i + 1]!.toArray(), radii[i]!, bark, 9, radii[i + 1]!);
  const middle = new Vector3();
  for (let i = 0; i < 14; i++) {
    const part = i % 2;
    const t = 0.04 + random() * 0.9;
    const a = random() * 6.3;
    const r = (radii[part]! + (radii[part + 1]! - radii[part]!) * t) * 0.9;
    middle.lerpVectors(line[part]!, line[part + 1]!, t);
    const mark = new BoxGeometry(0.03 + random() * 0.05, 0.012 + random() * 0.014, 0.03).rotateY(a);
    b.solid(mark.translate(middle.x + Math.sin(a) * r, middle.y, middle.z + Math.cos(a) * r), { colour: '#57514c' });
  }
}

/** A birch: pale bark with dark marks, thin branches and an airy crown of hanging sprays that moves in the wind. */
export function tree(b: PlaceBuilder, { size = [2.4, 5.2, 2.4], colour = '#98994f', at }: PartSpec): void {
  const [w, h] = size;
  const random = steady(at[0] * 3.3 + at[2]);
  birchTrunk(b, h, random);
  const cards = new Cards();
  const leaf = new Color(colour);
  const middle = new Vector3(0, h * 0.66, 0);
  for (let i = 0; i < 9; i++) {
    const t = 0.32 + (i / 9) * 0.6;
    const a = i * 2.4 + random();
    const reach = w * 0.42 * Math.sin(Math.PI * (0.12 + 0.8 * ((t - 0.3) / 0.7)));
    const tip: Point3 = [Math.sin(a) * reach, h * (t + 0.1), Math.cos(a) * reach];
    b.bar([0, h * (t - 0.08), 0], tip, 0.02, { colour: '#8d8279' }, 4, 0.007);
  }
  const count = Math.round(46 * w);
  for (let i = 0; i < count; i++) {
    const d = somewhere(random);
    const out = 0.45 + 0.55 * Math.sqrt(random());
    const y = h * 0.66 + d.y * h * 0.33 * out;
    const wide = w * 0.5 * out * (1.05 - 0.35 * Math.max(0, d.y));
    const p = new Vector3(d.x * wide, y, d.z * wide);
    const normal = p
      .clone()
      .sub(middle)
      .normalize()
      .add(new Vector3(0, 0.45, 0))
      .normalize();
    const tone = leaf.clone().multiplyScalar((0.62 + 0.42 * out) * (0.85 + random() * 0.3));
    addCard(cards, 'birch', p, 0.3 + random() * 0.17, normal, tone, random);
  }
  b.leaves(cards).contact(0.3, 0.3, [0, 0.01, 0], 0.5);
}

function bushInto(b: PlaceBuilder, cards: Cards, size: Point3, at: Point3, colour: string, random: Random): void {
  const [w, h, d] = size;
  b.lump([w * 0.33, h * 0.38, d * 0.33], [at[0], at[1] + h * 0.42, at[2]], { colour: shade(colour, 0.8), foot: 0.3 }, 0.14, 1);
  const tone = new Color(colour);
  const count = Math.max(10, Math.round(19 * (w * h + d * h + w * d)));
  for (let i = 0; i < count; i++) {
    const n = somewhere(random);
    n.y = Math.abs(n.y) * 1.35 - 0.5;
    n.normalize();
    const p = new Vector3(at[0] + n.x * w * 0.44, at[1] + h * 0.42 + n.y * h * 0.48, at[2] + n.z * d * 0.44);
    n.y += 0.4;
    const light = (0.7 + 0.35 * Math.max(0, n.y)) * (0.85 + random() * 0.3);
    addCard(cards, 'hedge', p, 0.2 + random() * 0.1, n.normalize(), tone.clone().multiplyScalar(light), random);
  }
}

export function bush(b: PlaceBuilder, { size = [1, 0.8, 1], colour = '#7d8a55', at }: PartSpec): void {
  const cards = new Cards();
  bushInto(b, cards, size, [0, 0, 0], colour, steady(at[0] * 5 + at[2]));
  b.leaves(cards).contact(size[0] * 0.7, size[2] * 0.7, [0, 0.01, 0], 0.4);
}

/** A clipped hedge along x. */
export function hedge(b: PlaceBuilder, { size = [8, 1.1, 0.7], colour = '#6d7d4e', at }: PartSpec): void {
  const [w, h, d] = size;
  const random = steady(at[0] * 2 + at[2]);
  const cards = new Cards();
  const tone = new Color(colour);
  b.box([w, h * 0.93, d * 0.8], [0, 0, 0], { colour: shade(colour, 0.52), foot: 0.4 }, 0.1).contact(w, d, [0, 0.01, 0], 0.45);
  const front = new Vector3(0, 0.5, 1).normalize();
  const top = new Vector3(0, 1, 0.2).normalize();
  for (let x = -w / 2; x < w / 2; x += 0.27) {
    for (const y of [0.16, 0.5, 0.8]) {
      const p = new Vector3(x + random() * 0.2, h * y, (d / 2) * (0.82 + 0.12 * random()));
      const light = (0.62 + y * 0.36) * (0.88 + random() * 0.24);
      cards.add('hedge', p, new Vector3(0.26, 0.02, 0.05), new Vector3(0.02, 0.24, -0.05), front, tone.clone().multiplyScalar(light));
    }
    const p = new Vector3(x + random() * 0.2, h * 0.96, (random() - 0.5) * d * 0.6);
    cards.add('hedge', p, new Vector3(0.26, 0.03, 0), new Vector3(0, 0.12, -0.22), top, tone.clone().multiplyScalar(1.02 + random() * 0.2));
  }
  b.leaves(cards);
}

/** Reeds or tall dry grass in a loose stand. */
export function reeds(b: PlaceBuilder, { size = [2, 0.9, 0.8], colour = '#a59a63', at }: PartSpec): void {
  const random = steady(at[0] * 11 + at[2]);
  const cards = new Cards();
  const normal = new Vector3(0, 0.8, 0.6);
  for (let i = 0; i < size[0] * size[2] * 13; i++) {
    const turn = (random() - 0.5) * 1.9;
    const tall = size[1] * (0.32 + random() * 0.2);
    const half = 0.16 + random() * 0.14;
    const p = new Vector3((random() - 0.5) * size[0], tall * 0.95, (random() - 0.5) * size[2]);
    const across = new Vector3(Math.cos(turn) * half, 0, Math.sin(turn) * half);
    const tone = new Color(shade(colour, 0.8 + random() * 0.45));
    cards.add('reeds', p, across, new Vector3((random() - 0.5) * 0.08, tall, 0), normal, tone, 0.6);
  }
  b.leaves(cards);
}

function silhouette(b: PlaceBuilder, points: number[], colour: string, foot: number): void {
  const normals = Array.from({ length: points.length }, (_, i) => [0, 0.8, 0.6][i % 3]!);
  const g = new BufferGeometry();
  g.setAttribute('position', new Float32BufferAttribute(points, 3));
  g.setAttribute('normal', new Float32BufferAttribute(normals, 3));
  b.solid(g, { colour, foot });
}

/** Far wooded hills facing +z: a ridge line that the fog takes most of. */
export function hills(b: PlaceBuilder, { size = [120, 9, 0], colour = '#6f8786', at }: PartSpec): void {
  const steps = 130;
  const seed = at[0] * 0.37 + at[2] * 0.71;
  const ridge = (i: number): Point3 => {
    const t = i / steps;
    const x = (t - 0.5) * size[0];
    const end = Math.min(1, Math.min(t, 1 - t) * 7);
    const broad = 0.5 + 0.27 * Math.sin(x * 0.09 + seed) + 0.15 * Math.sin(x * 0.23 + seed * 3);
    const fine = 0.05 * Math.sin(x * 0.71 + seed) + 0.02 * Math.sin(x * 2.3) + 0.012 * Math.sin(x * 5.1 + seed);
    return [x, size[1] * end * (broad + fine), 0];
  };
  const points: number[] = [];
  for (let i = 0; i < steps; i++) {
    const p = ridge(i);
    const q = ridge(i + 1);
    points.push(p[0], -2, 0, q[0], -2, 0, ...q, p[0], -2, 0, ...q, ...p);
  }
  silhouette(b, points, colour, 0.1);
}

/** A far edge of spruce wood facing +z. */
export function woods(b: PlaceBuilder, { size = [60, 6, 4], colour = '#5d7266', at }: PartSpec): void {
  const random = steady(at[0] * 1.7 + at[2] * 0.3);
  for (const layer of [0, 1]) {
    const points: number[] = [];
    const z = layer * size[2] - size[2] / 2;
    for (let x = -size[0] / 2; x < size[0] / 2; x += 0.7 + random() * 0.9) {
      const end = Math.min(1, (size[0] / 2 - Math.abs(x)) / 9 + 0.3);
      const h = size[1] * end * (0.55 + random() * 0.45) * (layer ? 0.8 : 1);
      const half = h * (0.19 + random() * 0.06);
      for (const [low, high, wide] of [
        [-0.3, 0.62, 1],
        [0.3, 0.84, 0.72],
        [0.58, 1, 0.46],
      ] as const) {
        points.push(x - half * wide, h * low, z, x + half * wide, h * low, z, x, h * high, z + 0.05);
      }
    }
    silhouette(b, points, shade(colour, layer ? 0.92 : 1.12), 0.3);
  }
}

export function stone(b: PlaceBuilder, { size = [0.5, 0.3, 0.4], colour = '#8c8a86' }: PartSpec): void {
  b.lump([size[0], size[1], size[2]], [0, size[1] * 0.25, 0], { colour, foot: 0.35 }, 0.09, 3);
  b.contact(size[0] * 1.5, size[2] * 1.5, [0, 0, 0], 0.4);
}
