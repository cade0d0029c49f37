import { CylinderGeometry, LatheGeometry, PlaneGeometry, Vector2 } from 'three';
import type { Point3 } from '../view';
import type { PlaceBuilder } from './builder';
import { mixed, shade, steady } from './chance';
import type { Opening, PartSpec } from './description';

const CEILING = '#f4efe6';
const TRIM = '#f2ece1';
export const OAK = '#c39a6b';
/** How high an opening for a door is, and how wide the passage behind it; metres. */
const DOOR_HEIGHT = 2.1;
const PASSAGE = 4.4;

const flat = (width: number, depth: number, across = 1, along = 1): PlaneGeometry =>
  new PlaneGeometry(width, depth, across, along).rotateX(-Math.PI / 2);

function planks(b: PlaceBuilder, w: number, d: number, colour: string): void {
  const plank = 0.2;
  const random = steady(w + d);
  for (let x = -w / 2 + plank / 2, i = 0; x < w / 2; x += plank, i++) {
    for (let z = -d / 2 - (i % 3) * 0.8; z < d / 2; z += 2.4) {
      const from = Math.max(z, -d / 2);
      const to = Math.min(z + 2.4, d / 2) - 0.006;
      const board = flat(plank - 0.006, to - from).translate(x, 0.002, (from + to) / 2);
      b.solid(board, { colour: shade(colour, 0.92 + random() * 0.12), grain: 'woodZ' });
    }
  }
  b.solid(flat(w, d), { colour: shade(colour, 0.62) });
}

function tiles(b: PlaceBuilder, w: number, d: number, colour: string, side: number): void {
  const random = steady(w * 3 + d);
  const across = Math.round(w / side);
  const along = Math.round(d / side);
  for (let i = 0; i < across; i++) {
    for (let k = 0; k < along; k++) {
      const tile = flat(w / across - 0.008, d / along - 0.008);
      const at: Point3 = [-w / 2 + ((i + 0.5) * w) / across, 0.002, -d / 2 + ((k + 0.5) * d) / along];
      b.solid(tile.translate(...at), { colour: shade(colour, 0.96 + random() * 0.06) });
    }
  }
  b.solid(flat(w, d), { colour: shade(colour, 0.78) });
}

/** What is underfoot, by name. */
const FLOORS: Readonly<Record<string, (b: PlaceBuilder, w: number, d: number) => void>> = {
  wood: (b, w, d) => planks(b, w, d, '#bd9669'),
  dark_wood: (b, w, d) => planks(b, w, d, '#94704c'),
  tiles: (b, w, d) => tiles(b, w, d, '#d8d4ca', 0.6),
  terrazzo: (b, w, d) => tiles(b, w, d, '#b3aca0', 1.2),
  carpet: (b, w, d) => tiles(b, w, d, '#8b9694', 1.6),
  lino: (b, w, d) => tiles(b, w, d, '#c3c0ae', 2),
};

interface Wall {
  length: number;
  x: number;
  z: number;
  turn: number;
}

/** The stretches of a wall between its openings, as [from, to] along it. */
function stretches(length: number, openings: readonly Opening[], flip: boolean): [number, number][] {
  const gaps = openings
    .map(([, at, wide]) => [(flip ? -at : at) - wide / 2, (flip ? -at : at) + wide / 2] as const)
    .sort((a, b) => a[0] - b[0]);
  const found: [number, number][] = [];
  let from = -length / 2;
  for (const [start, end] of gaps) {
    found.push([from, start]);
    from = end;
  }
  return [...found, [from, length / 2]];
}

/** One wall of a room, seen from inside: panelled below, or painted all over (`accent` in the full colour), with skirting and cornice. */
function wall(
  b: PlaceBuilder,
  { length, x, z, turn }: Wall,
  h: number,
  colour: string,
  look: { panelled: boolean; accent: boolean },
  gaps: readonly Opening[],
  flip: boolean,
): void {
  const { panelled, accent } = look;
  const put = (from: number, to: number, low: number, high: number, out: number, paint: { colour: string; foot?: number }): void => {
    const g = new PlaneGeometry(to - from, high - low, Math.max(1, Math.round((to - from) / 1.5)), 3);
    b.solid(
      g
        .translate((from + to) / 2, (low + high) / 2, out)
        .rotateY(turn)
        .translate(x, 0, z),
      paint,
    );
  };
  const plain = panelled ? '#f1eadd' : mixed(colour, '#f8f3ea', accent ? 0.3 : 0.8);
  for (const [from, to] of stretches(length, gaps, flip)) {
    if (to - from < 0.01) continue;
    put(from, to, panelled ? 1 : 0, h, 0, { colour: plain, foot: 0.05 });
    if (panelled) {
      put(from, to, 0, 1, 0, { colour, foot: 0.16 });
      put(from, to, 0.99, 1.05, 0.02, { colour: shade(colour, 1.14) });
      for (let k = from + 0.12; k < to; k += 0.24) put(k - 0.006, k + 0.006, 0.13, 0.98, 0.004, { colour: shade(colour, 0.84) });
    }
    put(from, to, 0, 0.12, 0.018, { colour: panelled ? shade(colour, 0.82) : '#e9e2d5' });
  }
  for (const [, at, wide] of gaps) {
    const middle = flip ? -at : at;
    put(middle - wide / 2, middle + wide / 2, DOOR_HEIGHT, h, 0, { colour: plain });
  }
  put(-length / 2, length / 2, h - 0.1, h, 0.015, { colour: '#e6dece' });
}

/**
 * The inside of a room: floor (`kind`), walls with openings for doors, ceiling. `colour` is that of the panels (`walls`
 * "panel") or of the paint.
 */
export function room(b: PlaceBuilder, spec: PartSpec): void {
  const { size = [8, 3, 7], colour = '#7f9994', kind = 'wood', openings = [], walls = 'painted' } = spec;
  const [w, h, d] = size;
  FLOORS[kind]!(b, w, d);
  b.solid(new PlaneGeometry(w, d, 6, 6).rotateX(Math.PI / 2).translate(0, h, 0), { colour: CEILING });
  const sides = {
    back: { length: w, x: 0, z: -d / 2, turn: 0 },
    front: { length: w, x: 0, z: d / 2, turn: Math.PI },
    left: { length: d, x: -w / 2, z: 0, turn: Math.PI / 2 },
    right: { length: d, x: w / 2, z: 0, turn: -Math.PI / 2 },
  } as const;
  for (const [name, side] of Object.entries(sides)) {
    const gaps = openings.filter(([where]) => where === name);
    wall(b, side, h, colour, { panelled: walls === 'panel', accent: name === 'back' }, gaps, name === 'front' || name === 'left');
    const along = name === 'back' || name === 'front';
    b.contact(along ? w : 0.1, along ? 0.1 : d, [side.x, 0.002, side.z], 0.3, 0.3);
  }
  for (const x of [-w / 2, w / 2]) for (const z of [-d / 2, d / 2]) b.contact(0.5, 0.5, [x, 0.002, z], 0.2, 0.5);
}

/** An open door in a wall, and the passage behind it, wide enough that people come from round its corner. */
export function doorway(b: PlaceBuilder, { size = [1.1, DOOR_HEIGHT, 1.6], colour = '#5d7f80' }: PartSpec): void {
  const [w, , d] = size;
  const frame = { colour: TRIM };
  for (const x of [-w / 2, w / 2]) b.box([0.09, DOOR_HEIGHT + 0.06, 0.2], [x + Math.sign(x) * 0.02, 0, -0.06], frame);
  b.box([w + 0.22, 0.09, 0.2], [0, DOOR_HEIGHT - 0.02, -0.06], frame).box([w, 0.02, 0.24], [0, 0, -0.1], { colour: '#8f7a62' });
  b.box([0.045, DOOR_HEIGHT - 0.04, w - 0.1], [-w / 2 + 0.05, 0.02, -w / 2 - 0.1], { colour, foot: 0.1 });
  b.bar([-w / 2 + 0.1, 1, -w + 0.12], [-w / 2 + 0.16, 1, -w + 0.12], 0.012, { colour: '#b79a62' });
  b.solid(flat(PASSAGE, d).translate(0, -0.001, -d / 2 - 0.1), { colour: '#a58b6c', grain: 'woodX' });
  b.solid(new PlaneGeometry(PASSAGE, 2.5, 4, 3).translate(0, 1.25, -d - 0.1), { colour: '#e3d9c6', foot: 0.14 });
  b.solid(new PlaneGeometry(PASSAGE, 0.12).translate(0, 0.06, -d - 0.09), { colour: '#c9bda6' });
  b.solid(
    flat(PASSAGE, d)
      .rotateX(Math.PI)
      .translate(0, 2.5, -d / 2 - 0.1),
    { colour: CEILING },
  );
  for (const x of [-PASSAGE / 2, PASSAGE / 2]) {
    const end = new PlaneGeometry(d, 2.5).rotateY(-Math.sign(x) * (Math.PI / 2));
    b.solid(end.translate(x, 1.25, -d / 2 - 0.1), { colour: '#d5cab5', foot: 0.14 });
  }
  b.light(
    flat(0.7, 0.3)
      .rotateX(Math.PI)
      .translate(0, 2.49, -d / 2 - 0.1),
    { colour: '#fff3d6' },
  );
  b.box([0.55, 0.42, 0.02], [0.25, 1.35, -d - 0.09], { colour: '#b98d5e' }).box([0.47, 0.34, 0.02], [0.25, 1.39, -d - 0.083], {
    colour: '#8fa9a3',
  });
}

/** What is behind the panes, from the sill up: [height from, height to, colour] as shares of the pane. */
const OUTSIDE: Readonly<Record<string, { sky: string; low: string; hills: string; near: string; lit?: string }>> = {
  day: { sky: '#eef3f3', low: '#fbf7ec', hills: '#b9cbcb', near: '#9db38f' },
  street: { sky: '#e9eff1', low: '#f6f1e6', hills: '#c9b8a2', near: '#a9aca6' },
  evening: { sky: '#8ea0bd', low: '#f6c48f', hills: '#6f7d90', near: '#4f5f5a', lit: '#ffd58a' },
  night: { sky: '#28344b', low: '#46506a', hills: '#1f2a3b', near: '#182129', lit: '#ffcf7d' },
};

/** A window on a wall, facing +z: what is outside behind mullions, a sill, and the light it throws on the floor. */
export function roomWindow(b: PlaceBuilder, { size = [1.5, 1.75, 0.12], kind = 'day' }: PartSpec): void {
  const [w, h] = size;
  const y = 0.95;
  const view = OUTSIDE[kind]!;
  const frame = { colour: '#f5f1e8', foot: 0.06 };
  const random = steady(w * 17 + h);
  const glow = (wide: number, tall: number, x: number, low: number, out: number, colour: string, foot = 0): void => {
    b.light(new PlaneGeometry(wide, tall).translate(x, y + low + tall / 2, out), { colour, foot });
  };
  glow(w, h, 0, 0, 0.008, view.sky);
  glow(w, h * 0.55, 0, 0, 0.009, view.low);
  for (let i = 0, x = -w / 2; x < w / 2 - 0.01; i++) {
    const wide = Math.min(w / 2 - x, w * (0.12 + random() * 0.16));
    glow(wide, h * (0.24 + random() * 0.16), x + wide / 2, 0, 0.01, shade(view.hills, 0.95 + 0.1 * (i % 2)));
    if (view.lit && random() > 0.3) glow(0.05, 0.07, x + wide * 0.4, h * (0.1 + random() * 0.1), 0.012, view.lit);
    x += wide;
  }
  for (let x = -w / 2; x < w / 2 - 0.01; x += w / 7) glow(w / 7, h * (0.08 + random() * 0.07), x + w / 14, 0, 0.013, view.near);
  for (const x of [-w / 2, w / 2]) b.box([0.08, h + 0.1, 0.1], [x, y - 0.05, 0.04], frame);
  for (const k of [0, 0.66, 1]) b.box([w + 0.08, k === 0.66 ? 0.045 : 0.08, 0.09], [0, y + k * h - 0.03, 0.04], frame);
  b.box([0.05, h, 0.08], [0, y, 0.035], frame).box([w + 0.24, 0.045, 0.3], [0, y - 0.06, 0.13], { colour: OAK, grain: 'woodX' });
  if (kind === 'day' || kind === 'street') {
    for (const x of [-w / 4, w / 4]) b.gleam(w * 0.36, 1, [x + 0.3, 0.004, 1.35], 0.12);
  }
}

/** Curtains on both sides of a window; `size` is the whole width, the height and the depth. */
export function curtains(b: PlaceBuilder, { size = [2.2, 2.1, 0.1], colour = '#cbb894' }: PartSpec): void {
  const [w, h] = size;
  b.bar([-w / 2 - 0.1, h + 0.36, 0.12], [w / 2 + 0.1, h + 0.36, 0.12], 0.014, { colour: '#7c6a52' });
  for (const side of [-1, 1]) {
    for (let i = 0; i < 6; i++) {
      const x = side * (w / 2 - 0.02 - i * 0.065);
      b.box([0.07, h + 0.05, 0.05], [x, 0.3, 0.1 + (i % 2) * 0.03], { colour: shade(colour, i % 2 ? 0.92 : 1.04), foot: 0.1 });
    }
  }
}

export function picture(b: PlaceBuilder, { size = [0.6, 0.8, 0.03], colour = '#6d8f94', at }: PartSpec): void {
  const [w, h] = size;
  const random = steady(at[0] * 3 + at[2] * 7 + w);
  b.box([w, h, 0.025], [0, 0, 0.014], { colour: OAK }).box([w - 0.05, h - 0.05, 0.006], [0, 0.025, 0.026], { colour: '#f4efe4' });
  const inner = w - 0.18;
  b.box([inner, h - 0.22, 0.003], [0, 0.11, 0.029], { colour: '#e8d9ba' });
  let x = -inner / 2;
  for (let i = 0; i < 3; i++) {
    const wide = i === 2 ? inner / 2 - x : inner * (0.25 + random() * 0.15);
    const tall = (h - 0.22) * (0.25 + random() * 0.4);
    b.box([wide, tall, 0.003], [x + wide / 2, 0.11, 0.031], { colour: shade(colour, 0.75 + i * 0.18), foot: 0.15 });
    x += wide;
  }
  const sun = new CylinderGeometry(h * 0.08, h * 0.08, 0.004, 18).rotateX(Math.PI / 2);
  b.solid(sun.translate(inner * 0.22, h * 0.66, 0.031), { colour: '#d79a5a' });
}

export function rug(b: PlaceBuilder, { size = [2, 0, 1.4], colour = '#8fa9a3' }: PartSpec): void {
  b.box([size[0], 0.008, size[2]], [0, 0.003, 0], { colour, grain: 'woodX' });
  b.box([size[0] - 0.2, 0.01, size[2] - 0.2], [0, 0.003, 0], { colour: shade(colour, 1.1), grain: 'woodX' });
  b.box([size[0] - 0.5, 0.0115, size[2] - 0.5], [0, 0.003, 0], { colour: shade(colour, 1.02), grain: 'woodX' });
}

/** A lamp that hangs from the ceiling; `at` is its lower rim and `size[1]` the length of its cord. */
export function pendant(b: PlaceBuilder, { size = [0.36, 0.9, 0.36], colour = '#b9724a' }: PartSpec): void {
  const [w, drop] = size;
  const profile = [
    [0.02, 0.2],
    [0.05, 0.2],
    [w * 0.3, 0.15],
    [w * 0.47, 0.04],
    [w * 0.5, 0],
    [w * 0.485, 0],
    [w * 0.45, 0.04],
    [w * 0.28, 0.14],
  ].map(([x, y]) => new Vector2(x, y));
  b.solid(new LatheGeometry(profile, 20), { colour }).bar([0, 0.2, 0], [0, drop, 0], 0.006, { colour: '#4a4744' }, 5);
  b.light(new CylinderGeometry(w * 0.42, w * 0.42, 0.006, 20).translate(0, 0.035, 0), { colour: '#ffe7bd' });
}

/** A panel of light in the ceiling; `at` is the ceiling above it. */
export function ceilingLight(b: PlaceBuilder, { size = [1.2, 0.04, 0.6] }: PartSpec): void {
  b.box([size[0] + 0.06, 0.05, size[2] + 0.06], [0, -0.05, 0], { colour: '#e9e5da' });
  b.light(flat(size[0], size[2]).rotateX(Math.PI).translate(0, -0.052, 0), { colour: '#fffaf0' });
}

/** A round lamp close under the ceiling. */
export function ceilingLamp(b: PlaceBuilder, _spec: PartSpec): void {
  b.tube(0.2, 0.05, [0, -0.05, 0], { colour: '#d9d2c4' }, { sides: 24 });
  b.light(new CylinderGeometry(0.19, 0.14, 0.07, 24).translate(0, -0.085, 0), { colour: '#fff1d2' });
}

/** A wall that stands in the room; `size` is its length, height and thickness. */
export function partition(b: PlaceBuilder, { size = [2, 2.7, 0.1], colour = '#d9d6cb' }: PartSpec): void {
  b.box(size, [0, 0, 0], { colour, foot: 0.05 }).contact(size[0], size[2], [0, 0.003, 0], 0.4, 0.25);
  b.box([size[0] + 0.01, 0.12, size[2] + 0.03], [0, 0, 0], { colour: shade(colour, 0.9) });
}
