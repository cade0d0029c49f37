import { CylinderGeometry, PlaneGeometry } from 'three';
import type { Point3 } from '../view';
import type { PlaceBuilder } from './builder';
import { shade, steady } from './chance';
import type { PartSpec } from './description';
import { OAK } from './kit_room';

const METAL = '#d5d7d2';

/** A counter with a wooden top; guests stand at +z. */
export function counter(b: PlaceBuilder, { size = [3, 1.02, 0.7], colour = '#5d7f80' }: PartSpec): void {
  const [w, h, d] = size;
  b.box([w, h - 0.05, d], [0, 0, 0], { colour, foot: 0.18 }, 0.012).box(
    [w + 0.08, 0.05, d + 0.1],
    [0, h - 0.05, 0],
    { colour: OAK, grain: 'woodX' },
    0.014,
  );
  b.box([w - 0.1, 0.1, d + 0.01], [0, 0, -0.03], { colour: '#3d4443' }).contact(w, d, [0, 0.003, 0], 0.5);
  for (let x = -w / 2 + 0.08; x < w / 2; x += 0.16)
    b.box([0.012, h - 0.22, 0.012], [x, 0.12, d / 2 + 0.003], { colour: shade(colour, 0.88) });
}

export function pastryCase(b: PlaceBuilder, _spec: PartSpec): void {
  b.pane([0.95, 0.36, 0.45], [0, 0, 0], '#dfeae8').box([0.98, 0.02, 0.48], [0, 0.36, 0], { colour: OAK, grain: 'woodX' });
  b.box([0.93, 0.012, 0.42], [0, 0.16, 0], { colour: '#e6ddd0' });
  for (let i = 0; i < 10; i++) {
    const at: Point3 = [-0.36 + (i % 5) * 0.18, i < 5 ? 0.03 : 0.2, (i % 2) * 0.1 - 0.02];
    b.lump([0.055, 0.032, 0.045], at, { colour: i % 3 ? '#c58f4e' : '#8d5a34', foot: 0.3 }, 0.1, 1);
  }
}

export function coffeeMachine(b: PlaceBuilder, _spec: PartSpec): void {
  const steel = { colour: '#c9ccc8', foot: 0.3 };
  b.box([0.72, 0.4, 0.46], [0, 0, -0.05], steel, 0.03)
    .box([0.66, 0.16, 0.3], [0, 0.1, 0.1], { colour: '#2f3534' }, 0.01)
    .box([0.74, 0.05, 0.48], [0, 0.4, -0.05], { colour: OAK }, 0.01);
  for (const k of [-0.16, 0.16]) b.bar([k, 0.25, 0.12], [k, 0.25, 0.26], 0.016, { colour: '#22272a' });
  for (let i = 0; i < 5; i++)
    b.tube(0.036, 0.07, [-0.26 + i * 0.13, 0.45, -0.05], { colour: i % 2 ? '#f1ece2' : '#cfdad6' }, { top: 0.04, sides: 12 });
}

/** The screen of a till; whoever works there stands at -z. */
export function tillScreen(b: PlaceBuilder, _spec: PartSpec): void {
  b.box([0.18, 0.02, 0.16], [0, 0, 0], { colour: '#2d3335' })
    .box([0.04, 0.2, 0.04], [0, 0, 0], { colour: '#2d3335' })
    .box([0.34, 0.24, 0.03], [0, 0.16, -0.02], { colour: '#2d3335' }, 0.008);
  b.light(new PlaneGeometry(0.3, 0.2).rotateY(Math.PI).translate(0, 0.28, -0.037), { colour: '#cfe0de', foot: 0.1 });
  b.box([0.1, 0.04, 0.16], [0.3, 0, 0.12], { colour: '#22272a' }, 0.008).light(
    new PlaneGeometry(0.07, 0.05).rotateX(-Math.PI / 2).translate(0.3, 0.042, 0.08),
    { colour: '#bfe0c8' },
  );
}

/** Open shelves on a wall with cups and jars; `at` is the lowest. */
export function wallShelf(b: PlaceBuilder, { size = [2.4, 0.9, 0.24] }: PartSpec): void {
  const [w, h, d] = size;
  const random = steady(w * 5);
  const colours = ['#f1ece2', '#cfdad6', '#8fa9a3', '#d9c3a0', '#b9724a'];
  for (const y of [0, h * 0.55]) {
    b.box([w, 0.035, d], [0, y, d / 2], { colour: OAK, grain: 'woodX' }, 0.008);
    for (let x = -w / 2 + 0.12; x < w / 2 - 0.1; x += 0.12 + random() * 0.1) {
      const r = 0.034 + random() * 0.022;
      b.tube(
        r * 0.92,
        0.07 + random() * 0.14,
        [x, y + 0.035, d / 2],
        { colour: colours[Math.floor(random() * 5)]!, foot: 0.2 },
        { top: r, sides: 10 },
      );
    }
  }
}

/** What stands on a shelf: colours, the least and the most of breadth and height, and its shape. */
interface Goods {
  colours: readonly string[];
  wide: readonly [number, number];
  tall: readonly [number, number];
  shape: 'box' | 'bottle' | 'bag';
}

const GOODS: Readonly<Record<string, Goods>> = {
  dry: { colours: ['#c9a25e', '#b9724a', '#e0d3b4', '#7f8b62', '#a8552f', '#d9cba9'], wide: [0.12, 0.2], tall: [0.18, 0.28], shape: 'box' },
  mixed: {
    colours: ['#5d7f80', '#c9724a', '#e0d3b4', '#8f6f7a', '#c9a25e', '#6d8f94'],
    wide: [0.08, 0.18],
    tall: [0.14, 0.27],
    shape: 'box',
  },
  dairy: { colours: ['#eef0ea', '#cfdfe2', '#e3e0cf', '#b9cfd6', '#f2ece0'], wide: [0.08, 0.1], tall: [0.2, 0.25], shape: 'box' },
  bread: { colours: ['#b98349', '#8d5a34', '#c99a5b', '#a36d3b', '#d3ab72'], wide: [0.14, 0.2], tall: [0.11, 0.14], shape: 'bag' },
  drinks: { colours: ['#7a4a2a', '#3f6650', '#c9a25e', '#8d3f33', '#d8d4c8'], wide: [0.075, 0.085], tall: [0.22, 0.28], shape: 'bottle' },
};

/** Fills one shelf, facing +z, from its left to its right end: the same thing stands several times in a row. */
function stock(
  b: PlaceBuilder,
  kind: string,
  from: number,
  to: number,
  y: number,
  z: number,
  depth: number,
  room: number,
  seed: number,
): void {
  const goods = GOODS[kind]!;
  const random = steady(seed);
  for (let x = from; x < to - goods.wide[0];) {
    const colour = goods.colours[Math.floor(random() * goods.colours.length)]!;
    const wide = goods.wide[0] + random() * (goods.wide[1] - goods.wide[0]);
    const tall = Math.min(room - 0.03, goods.tall[0] + random() * (goods.tall[1] - goods.tall[0]));
    const count = 2 + Math.floor(random() * 3);
    for (let i = 0; i < count && x < to - wide; i++, x += wide + 0.012) {
      const at: Point3 = [x + wide / 2, y, z];
      const tone = shade(colour, 0.94 + random() * 0.1);
      if (goods.shape === 'bottle') {
        b.tube(wide * 0.44, tall * 0.66, at, { colour: tone, foot: 0.15 }, { sides: 8 }).tube(
          wide * 0.42,
          tall * 0.34,
          [at[0], y + tall * 0.66, z],
          { colour: tone },
          { top: wide * 0.16, sides: 8 },
        );
      } else if (goods.shape === 'bag')
        b.lump([wide / 2, tall / 2, depth * 0.4], [at[0], y + tall / 2, z], { colour: tone, foot: 0.2 }, 0.03, 0);
      else {
        b.box([wide, tall, depth], at, { colour: tone, foot: 0.1 });
        const label = new PlaneGeometry(wide * 0.7, tall * 0.3).translate(at[0], y + tall * 0.6, z + depth / 2 + 0.002);
        b.solid(label, { colour: shade('#f3eee2', 0.9 + random() * 0.1) });
      }
    }
    x += 0.02;
  }
}

function priceStrip(b: PlaceBuilder, w: number, y: number, z: number): void {
  b.box([w, 0.04, 0.008], [0, y, z], { colour: '#f4f1e8' });
  for (let x = -w / 2 + 0.2; x < w / 2; x += 0.42)
    b.solid(new PlaneGeometry(0.09, 0.032).translate(x, y + 0.02, z + 0.009), { colour: '#e3c25c' });
}

/** Shelves of goods on both sides, in the middle of a shop; `kind` says what of. */
export function goodsShelf(b: PlaceBuilder, { size = [3, 1.55, 0.8], kind = 'mixed', at, turn = 0 }: PartSpec): void {
  const [w, h, d] = size;
  b.box([w, h, 0.05], [0, 0, 0], { colour: '#c9c6bb' }).box([w + 0.02, 0.14, d], [0, 0, 0], { colour: '#8f948f', foot: 0.2 });
  for (const x of [-w / 2, w / 2]) b.box([0.04, h, d], [x, 0, 0], { colour: '#b9b6ab', foot: 0.08 });
  const rows = 4;
  const room = (h - 0.14) / rows;
  for (const side of [0, 180]) {
    b.at(at, turn + side);
    for (let r = 0; r < rows; r++) {
      const y = 0.14 + r * room;
      b.box([w, 0.02, d / 2 - 0.02], [0, y - 0.02, d / 4], { colour: METAL });
      priceStrip(b, w, y - 0.03, d / 2 - 0.005);
      stock(b, kind, -w / 2 + 0.06, w / 2 - 0.06, y, d / 4 + 0.02, d / 2 - 0.12, room, r * 7 + side + w);
    }
  }
  b.at(at, turn).box([w, 0.03, d], [0, h, 0], { colour: METAL }).contact(w, d, [0, 0.003, 0], 0.5);
}

/** Shelves of goods along a wall. */
export function wallGoods(b: PlaceBuilder, { size = [4, 1.9, 0.5], kind = 'dairy' }: PartSpec): void {
  const [w, h, d] = size;
  const cold = kind === 'dairy';
  b.box([w, h + 0.1, 0.05], [0, 0, -d / 2 + 0.025], { colour: cold ? '#dfe8ea' : '#d8cfba' }).box([w + 0.02, 0.2, d], [0, 0, 0], {
    colour: '#8f948f',
    foot: 0.2,
  });
  for (const x of [-w / 2, w / 2]) b.box([0.05, h + 0.1, d], [x, 0, 0], { colour: cold ? '#c3cdcf' : '#b9a78a', foot: 0.06 });
  b.box([w + 0.04, 0.24, d + 0.04], [0, h, 0], { colour: cold ? '#4f7f92' : '#8a6a47' }, 0.01);
  b.light(new PlaneGeometry(w - 0.1, 0.05).rotateX(Math.PI / 2).translate(0, h - 0.002, d / 2 - 0.06), { colour: '#fffaf0' });
  const rows = 4;
  const room = (h - 0.2) / rows;
  for (let r = 0; r < rows; r++) {
    const y = 0.2 + r * room;
    b.box([w - 0.06, 0.02, d - 0.06], [0, y - 0.02, 0], { colour: METAL });
    priceStrip(b, w - 0.06, y - 0.03, d / 2 - 0.02);
    stock(b, kind, -w / 2 + 0.07, w / 2 - 0.07, y, 0.06, d - 0.18, room, r * 5 + w * 3);
  }
  b.contact(w, d, [0, 0.003, 0], 0.5);
}

/** Tall cold cupboards with bottles behind glass doors. */
export function beerFridge(b: PlaceBuilder, { size = [2.4, 2.05, 0.6] }: PartSpec): void {
  const [w, h, d] = size;
  const doors = Math.round(w / 0.8);
  b.box([w, h, 0.05], [0, 0, -d / 2 + 0.025], { colour: '#e3e9ea' })
    .box([w, 0.16, d], [0, 0, 0], { colour: '#3d4443' })
    .box([w, 0.22, d], [0, h - 0.2, 0], { colour: '#3f5348' }, 0.01);
  b.light(new PlaneGeometry(w - 0.1, h - 0.5).translate(0, h / 2, -d / 2 + 0.052), { colour: '#eef3f1', foot: 0.1 });
  for (let r = 0; r < 5; r++) {
    const y = 0.2 + r * 0.33;
    b.box([w - 0.06, 0.015, d - 0.12], [0, y - 0.015, -0.03], { colour: METAL });
    for (let i = 0; i < doors; i++)
      stock(b, 'drinks', -w / 2 + i * 0.8 + 0.06, -w / 2 + (i + 1) * 0.8 - 0.05, y, 0.08, 0.1, 0.31, r * 3 + i + 2);
  }
  for (let i = 0; i <= doors; i++) b.box([0.05, h - 0.36, 0.05], [-w / 2 + (i * w) / doors, 0.16, d / 2 - 0.02], { colour: '#59625f' });
  for (let i = 0; i < doors; i++) {
    b.pane([w / doors - 0.05, h - 0.36, 0.01], [-w / 2 + ((i + 0.5) * w) / doors, 0.16, d / 2 - 0.02], '#cfe0e2');
    b.box([0.02, 0.4, 0.03], [-w / 2 + (i * w) / doors + 0.07, 0.9, d / 2 + 0.01], { colour: '#c9ccc8' });
  }
  b.contact(w, d, [0, 0.003, 0], 0.5);
}

/** Fruit in slanted crates. */
export function fruitStand(b: PlaceBuilder, { size = [1.5, 0.95, 0.8] }: PartSpec): void {
  const [w, h, d] = size;
  b.box([w, h - 0.2, d], [0, 0, 0], { colour: '#8a6a47', grain: 'woodX', foot: 0.2 }).contact(w, d, [0, 0.003, 0], 0.5);
  const fruit = ['#a83f2f', '#c9a23a', '#7f9b3f', '#d98a3a'];
  const random = steady(w);
  fruit.forEach((colour, i) => {
    const x = -w / 2 + ((i + 0.5) * w) / 4;
    b.box([w / 4 - 0.02, 0.1, d - 0.06], [x, h - 0.22, 0], { colour: '#b98d5e', grain: 'woodX' });
    for (let k = 0; k < 12; k++) {
      const at: Point3 = [x + ((k % 3) - 1) * 0.1, h - 0.1 + random() * 0.03, -d / 2 + 0.14 + Math.floor(k / 3) * 0.17];
      b.lump([0.05, 0.046, 0.05], at, { colour: shade(colour, 0.88 + random() * 0.2), foot: 0.25 }, 0.05, 1);
    }
  });
}

/** A checkout with a belt; whoever works there sits at -z. */
export function till(b: PlaceBuilder, { size = [2.4, 0.95, 0.75], colour = '#4d7a5c' }: PartSpec): void {
  const [w, h, d] = size;
  b.box([w, h - 0.06, d], [0, 0, 0], { colour: '#d9d6cb', foot: 0.14 }, 0.012)
    .box([w + 0.02, 0.22, d + 0.02], [0, 0.3, 0], { colour })
    .box([w, 0.06, d], [0, h - 0.06, 0], { colour: METAL }, 0.01);
  b.box([w * 0.55, 0.012, d * 0.6], [-w * 0.2, h - 0.004, 0.04], { colour: '#2d3335' }).box(
    [w * 0.3, 0.02, d * 0.7],
    [w * 0.33, h - 0.01, 0],
    { colour: '#b9bdb9' },
  );
  b.box([0.3, 0.02, 0.3], [w * 0.12, h, 0], { colour: '#23292b' })
    .box([0.05, 0.34, 0.05], [w * 0.12, h, -d / 2 + 0.1], { colour: '#2d3335' })
    .box([0.34, 0.24, 0.03], [w * 0.12, h + 0.26, -d / 2 + 0.1], { colour: '#2d3335' }, 0.008);
  b.light(new PlaneGeometry(0.3, 0.2).translate(w * 0.12, h + 0.38, -d / 2 + 0.118), { colour: '#cfe0de' });
  b.box([0.1, 0.05, 0.16], [w * 0.26, h, d / 2 - 0.12], { colour: '#22272a' }, 0.008).tube(
    0.02,
    0.7,
    [w / 2 - 0.1, h, -d / 2 + 0.08],
    { colour: '#8d9492' },
    { sides: 8 },
  );
  b.light(new CylinderGeometry(0.09, 0.09, 0.22, 16).translate(w / 2 - 0.1, h + 0.8, -d / 2 + 0.08), { colour: '#8fd09c' });
  for (const [x, c, wide, tall] of [
    [-0.75, '#e9e4d6', 0.09, 0.22],
    [-0.55, '#b98349', 0.2, 0.1],
    [-0.3, '#c9724a', 0.12, 0.16],
  ] as const) {
    b.box([wide, tall, 0.12], [x, h + 0.008, 0.05], { colour: c, foot: 0.15 }, 0.015);
  }
  b.contact(w, d, [0, 0.003, 0], 0.5);
}

export function sweetsRack(b: PlaceBuilder, _spec: PartSpec): void {
  b.box([0.5, 1.1, 0.06], [0, 0, -0.1], { colour: '#b9b6ab' }).contact(0.5, 0.3, [0, 0.003, 0], 0.45);
  const random = steady(8);
  const colours = ['#c9724a', '#5d7f80', '#e3bb58', '#8f6f7a', '#7f8b62'];
  for (let r = 0; r < 4; r++) {
    b.box([0.5, 0.02, 0.24], [0, 0.12 + r * 0.25, 0.04], { colour: METAL });
    for (let i = 0; i < 6; i++)
      b.box(
        [0.065, 0.09 + random() * 0.03, 0.14],
        [-0.2 + i * 0.08, 0.14 + r * 0.25, 0.05],
        { colour: colours[Math.floor(random() * 5)]! },
        0.01,
      );
  }
}

export function basketStack(b: PlaceBuilder, { colour = '#4d7a5c' }: PartSpec): void {
  for (let i = 0; i < 6; i++)
    b.box([0.44 - i * 0.004, 0.05, 0.3 - i * 0.004], [0, 0.02 + i * 0.055, 0], { colour: shade(colour, 0.92 + 0.04 * (i % 2)) }, 0.012);
  b.box([0.38, 0.2, 0.24], [0, 0.33, 0], { colour: shade(colour, 0.9), foot: 0.25 }, 0.02).box([0.34, 0.01, 0.2], [0, 0.525, 0], {
    colour: '#2d4336',
  });
  for (const z of [-0.13, 0.13]) b.bar([-0.19, 0.53, z], [0.19, 0.53, z], 0.012, { colour: '#2d3335' }, 5);
  b.contact(0.44, 0.3, [0, 0.003, 0], 0.45);
}

/** What hangs over an aisle, as a drawing: nobody need read it. */
const SIGNS: Readonly<
  Record<string, { colour: string; shapes: readonly (readonly [x: number, y: number, w: number, h: number, colour: string])[] }>
> = {
  milk: {
    colour: '#4f7f92',
    shapes: [
      [0, 0.1, 0.14, 0.2, '#f4f1e8'],
      [0, 0.28, 0.1, 0.05, '#f4f1e8'],
    ],
  },
  drinks: {
    colour: '#3f5348',
    shapes: [
      [0, 0.07, 0.1, 0.18, '#f4f1e8'],
      [0, 0.25, 0.04, 0.09, '#f4f1e8'],
    ],
  },
  bread: {
    colour: '#8a6a47',
    shapes: [
      [0, 0.1, 0.34, 0.13, '#f4f1e8'],
      [0, 0.2, 0.28, 0.06, '#f4f1e8'],
    ],
  },
};

export function hangingSign(b: PlaceBuilder, { size = [1.4, 0.4, 0.03], kind = 'milk' }: PartSpec): void {
  const [w, h] = size;
  const sign = SIGNS[kind]!;
  b.box([w, h, 0.03], [0, 0, 0], { colour: sign.colour }, 0.012);
  for (const x of [-w / 2 + 0.1, w / 2 - 0.1]) b.bar([x, h, 0], [x, h + 0.5, 0], 0.005, { colour: '#8d9492' }, 4);
  for (const [x, y, wide, tall, colour] of sign.shapes) for (const z of [-0.017, 0.017]) b.box([wide, tall, 0.004], [x, y, z], { colour });
}
