import { CylinderGeometry, PlaneGeometry } from 'three';
import type { PlaceBuilder } from './builder';
import { shade, steady } from './chance';
import type { PartSpec } from './description';
import { OAK } from './kit_room';

const STEEL = { colour: '#b9bdb9', foot: 0.2 };

/** Kitchen cupboards along a wall with sink, hob and hood, and cupboards above; `size[0]` is its length. */
export function kitchen(b: PlaceBuilder, { size = [3.6, 0.9, 0.62], colour = '#c9d0c4' }: PartSpec): void {
  const [w, h, d] = size;
  const doors = Math.round(w / 0.6);
  const wide = w / doors;
  b.box([w, h - 0.14, d - 0.04], [0, 0.1, -0.02], { colour, foot: 0.08 }).box([w, 0.1, d - 0.1], [0, 0, -0.05], { colour: '#4b5250' });
  b.box([w + 0.02, 0.04, d + 0.02], [0, h - 0.04, 0], { colour: OAK, grain: 'woodX' }, 0.008);
  b.box([w, 0.55, 0.02], [0, h, -d / 2 + 0.01], { colour: '#ebe5d8' });
  for (let i = 0; i < doors; i++) {
    const x = -w / 2 + (i + 0.5) * wide;
    b.box([wide - 0.015, h - 0.2, 0.018], [x, 0.13, d / 2 - 0.035], { colour: shade(colour, 0.98 + 0.04 * (i % 2)) });
    b.box([wide * 0.4, 0.014, 0.02], [x, h - 0.13, d / 2 - 0.015], { colour: '#8a6a47' });
  }
  for (const from of [-w / 2, w / 2 - wide * 2]) {
    for (let i = 0; i < 2; i++) {
      const x = from + (i + 0.5) * wide;
      b.box([wide - 0.01, 0.66, 0.33], [x, 1.48, -d / 2 + 0.17], { colour: shade(colour, 1.03 - 0.02 * i), foot: 0.05 }, 0.006);
      b.box([0.014, 0.12, 0.02], [x + (i ? -1 : 1) * wide * 0.38, 1.54, -d / 2 + 0.345], { colour: '#8a6a47' });
    }
  }
  b.box([0.56, 0.02, 0.4], [-wide * 0.6, h - 0.012, 0.02], STEEL).box([0.44, 0.012, 0.3], [-wide * 0.6, h + 0.001, 0.02], {
    colour: '#868d8b',
  });
  b.bar([-wide * 0.6, h, -0.2], [-wide * 0.6, h + 0.26, -0.2], 0.014, STEEL, 8).bar(
    [-wide * 0.6, h + 0.26, -0.2],
    [-wide * 0.6, h + 0.22, -0.04],
    0.012,
    STEEL,
    8,
  );
  const hob = w / 2 - wide * 2.6;
  b.box([0.56, 0.01, 0.48], [hob, h, 0], { colour: '#23292b' }).tube(
    0.1,
    0.12,
    [hob - 0.12, h + 0.01, 0.05],
    { colour: '#a8552f', foot: 0.2 },
    { sides: 18 },
  );
  b.tube(0.09, 0.16, [w / 2 - 0.4, h, 0.02], STEEL, { top: 0.07, sides: 16 }).bar(
    [w / 2 - 0.32, h + 0.13, 0.02],
    [w / 2 - 0.26, h + 0.15, 0.02],
    0.012,
    STEEL,
    6,
  );
  for (const [x, colour2] of [
    [-w / 2 + 0.2, '#b9724a'],
    [-w / 2 + 0.34, '#5d7f80'],
    [-w / 2 + 0.46, '#d9c3a0'],
  ] as const) {
    b.tube(0.05, 0.15, [x, h, -0.16], { colour: colour2, foot: 0.15 }, { sides: 12 });
  }
  b.contact(w, d, [0, 0.003, 0], 0.4);
}

export function fridge(b: PlaceBuilder, { size = [0.66, 1.8, 0.64], colour = '#e9e7df' }: PartSpec): void {
  const [w, h, d] = size;
  b.box([w, h, d], [0, 0, 0], { colour, foot: 0.08 }, 0.025).box([w - 0.02, 0.012, 0.01], [0, h * 0.62, d / 2], { colour: '#9aa19f' });
  for (const y of [h * 0.42, h * 0.68]) b.box([0.025, 0.24, 0.035], [-w / 2 + 0.07, y, d / 2 + 0.015], STEEL);
  for (const [x, y, c] of [
    [0.05, 1.25, '#e3bb58'],
    [0.15, 1.1, '#8fa9a3'],
    [0.02, 1.02, '#f7f4ec'],
  ] as const) {
    b.box([0.11, 0.13, 0.004], [x, y, d / 2 + 0.003], { colour: c });
  }
  b.contact(w, d, [0, 0.003, 0], 0.42);
}

/** A wardrobe with one door ajar, and clothes in it. */
export function wardrobe(b: PlaceBuilder, { size = [1.6, 2.1, 0.6], colour = '#e4dac6' }: PartSpec): void {
  const [w, h, d] = size;
  b.box([w, h, 0.03], [0, 0, -d / 2 + 0.015], { colour: shade(colour, 0.7) });
  for (const x of [-w / 2 + 0.02, 0, w / 2 - 0.02]) b.box([0.04, h, d], [x, 0, 0], { colour, foot: 0.06 });
  for (const y of [0, h - 0.04]) b.box([w, 0.06, d], [0, y, 0], { colour, grain: 'woodX' });
  b.box([w / 2 - 0.03, h - 0.08, 0.025], [w / 4, 0.05, d / 2], { colour: shade(colour, 1.03), foot: 0.05 }).box(
    [0.02, 0.2, 0.03],
    [0.08, 1, d / 2 + 0.02],
    { colour: '#8a6a47' },
  );
  b.bar([-w / 2 + 0.04, h - 0.3, 0], [-0.02, h - 0.3, 0], 0.015, STEEL, 6);
  const clothes = ['#5d7f80', '#d9cba9', '#a8664a', '#3f4c57', '#8f6f7a', '#7f8b62'];
  clothes.forEach((c, i) =>
    b.box([0.05, 0.72 + 0.1 * (i % 3), 0.4], [-w / 2 + 0.12 + i * 0.105, h - 1.06 - 0.1 * (i % 3), 0], { colour: c, foot: 0.12 }, 0.02),
  );
  for (const [i, c] of ['#e6e0d4', '#7f9b8b', '#b9724a'].entries())
    b.box([0.3, 0.06, 0.36], [-w / 4, 0.08 + i * 0.065, 0], { colour: c }, 0.02);
  b.contact(w, d, [0, 0.003, 0], 0.42);
}

/** A mirror: a pale pane that shows no one, in a wooden frame. */
export function mirror(b: PlaceBuilder, { size = [0.8, 1.7, 0.04] }: PartSpec): void {
  const [w, h] = size;
  b.box([w, h, 0.03], [0, 0.22, 0.015], { colour: OAK, grain: 'woodY' }, 0.008);
  b.light(new PlaneGeometry(w - 0.09, h - 0.09, 3, 6).translate(0, 0.22 + h / 2, 0.032), { colour: '#d6e0df', foot: 0.22 });
  b.light(new PlaneGeometry(w * 0.1, h * 0.7).rotateZ(-0.35).translate(-w * 0.1, 0.22 + h * 0.55, 0.034), { colour: '#e7eeec' });
}

/** Coats and a bag on hooks; `at` is the board they hang on. */
export function coatHooks(b: PlaceBuilder, { size = [1.6, 0.2, 0.1] }: PartSpec): void {
  const [w] = size;
  b.box([w, 0.12, 0.025], [0, 0, 0.012], { colour: OAK, grain: 'woodX' }, 0.006).box([w, 0.02, 0.22], [0, 0.2, 0.11], {
    colour: OAK,
    grain: 'woodX',
  });
  const coats = ['#4f6a66', '#a8664a', '#3d4652', '#c9a25e', '#6d5f56'];
  for (let i = 0, x = -w / 2 + 0.2; x < w / 2 - 0.1; i++, x += 0.32) {
    b.bar([x, 0.05, 0.02], [x, 0.05, 0.09], 0.01, STEEL, 5);
    if (i % 3 === 2) continue;
    const c = coats[i % coats.length]!;
    b.lump([0.15, 0.07, 0.06], [x, -0.02, 0.09], { colour: c }, 0.05, 1).box(
      [0.3, 0.8, 0.11],
      [x, -0.84, 0.085],
      { colour: c, foot: 0.2 },
      0.05,
    );
    for (const side of [-0.17, 0.17]) b.box([0.09, 0.62, 0.09], [x + side, -0.7, 0.085], { colour: shade(c, 0.92), foot: 0.15 }, 0.03);
  }
}

function pairOfShoes(b: PlaceBuilder, x: number, y: number, z: number, colour: string): void {
  for (const side of [-0.055, 0.055]) {
    b.box([0.085, 0.05, 0.25], [x + side, y, z], { colour, foot: 0.2 }, 0.02).box(
      [0.075, 0.06, 0.11],
      [x + side, y + 0.03, z - 0.06],
      { colour: shade(colour, 0.9) },
      0.02,
    );
    b.box([0.088, 0.015, 0.26], [x + side, y - 0.002, z], { colour: '#e4ded2' });
  }
}

export function shoeRack(b: PlaceBuilder, { size = [1.2, 0.5, 0.34], colour = OAK }: PartSpec): void {
  const [w, h, d] = size;
  for (const y of [0.1, h - 0.025]) b.box([w, 0.022, d], [0, y, 0], { colour, grain: 'woodX' }, 0.006);
  for (const x of [-w / 2 + 0.02, w / 2 - 0.02]) b.box([0.03, h, d], [x, 0, 0], { colour, grain: 'woodY', foot: 0.15 });
  const colours = ['#3a2d26', '#d9d4ca', '#5b4a3c', '#4f6a74'];
  for (let i = 0, x = -w / 2 + 0.2; x < w / 2 - 0.15; i++, x += 0.3) pairOfShoes(b, x, 0.125, 0.01, colours[i % 4]!);
  b.contact(w, d, [0, 0.003, 0], 0.38);
}

export function shoes(b: PlaceBuilder, { colour = '#5b4a3c' }: PartSpec): void {
  pairOfShoes(b, 0, 0.004, 0, colour);
  pairOfShoes(b, 0.32, 0.004, 0.04, '#d9d4ca');
  b.contact(0.6, 0.25, [0.15, 0.003, 0], 0.3, 0.1);
}

export function doorMat(b: PlaceBuilder, { size = [0.75, 0.015, 0.45], colour = '#8a7355' }: PartSpec): void {
  b.box(size, [0, 0.002, 0], { colour, grain: 'coarse' }).box([size[0] - 0.08, 0.017, size[2] - 0.08], [0, 0.002, 0], {
    colour: shade(colour, 0.88),
  });
}

/** A bench with a lid. */
export function benchBox(b: PlaceBuilder, { size = [1.1, 0.45, 0.4], colour = '#cdbb98' }: PartSpec): void {
  const [w, h, d] = size;
  b.box([w, h - 0.06, d], [0, 0, 0], { colour, foot: 0.12, grain: 'woodX' }, 0.01).box(
    [w + 0.02, 0.05, d + 0.02],
    [0, h - 0.06, 0],
    { colour: '#7f8f9c' },
    0.022,
  );
  b.contact(w, d, [0, 0.003, 0], 0.4);
}

export function backpack(b: PlaceBuilder, { colour = '#3f5a70' }: PartSpec): void {
  b.lump([0.16, 0.21, 0.11], [0, 0.19, 0], { colour, foot: 0.15 }, 0.05, 2).lump(
    [0.12, 0.1, 0.07],
    [0, 0.13, 0.09],
    { colour: shade(colour, 1.12) },
    0.04,
    1,
  );
  for (const x of [-0.07, 0.07]) b.bar([x, 0.36, -0.08], [x * 1.2, 0.1, -0.13], 0.016, { colour: shade(colour, 0.75) }, 5);
}

export function keyBowl(b: PlaceBuilder, _spec: PartSpec): void {
  b.tube(0.06, 0.05, [0, 0, 0], { colour: '#7f9b8b', foot: 0.2 }, { top: 0.1, sides: 18 }).tube(
    0.085,
    0.004,
    [0, 0.04, 0],
    { colour: '#5a6b62' },
    { sides: 16 },
  );
  b.bar([-0.03, 0.05, 0], [0.05, 0.06, 0.02], 0.006, { colour: '#c8b27c' }, 5).bar(
    [0.03, 0.05, -0.03],
    [0.0, 0.055, 0.04],
    0.006,
    { colour: '#b9bdb9' },
    5,
  );
}

/** An umbrella in its stand. */
export function umbrella(b: PlaceBuilder, { colour = '#a8552f' }: PartSpec): void {
  b.tube(0.12, 0.42, [0, 0, 0], { colour: '#55605e', foot: 0.2 }, { sides: 18 }).tube(
    0.045,
    0.6,
    [0.02, 0.1, 0],
    { colour },
    { top: 0.02, sides: 10 },
  );
  b.bar([0.02, 0.7, 0], [0.03, 0.86, 0.02], 0.01, { colour: '#5b3f2a' }, 6).contact(0.22, 0.22, [0, 0.003, 0], 0.42);
}

export function tvBench(b: PlaceBuilder, { size = [1.8, 0.45, 0.4], colour = '#8a6a47' }: PartSpec): void {
  const [w, h, d] = size;
  b.box([w, 0.03, d], [0, h - 0.03, 0], { colour, grain: 'woodX' }, 0.008).box([w, 0.03, d], [0, 0.1, 0], { colour, grain: 'woodX' });
  for (const x of [-w / 2 + 0.015, 0, w / 2 - 0.015]) b.box([0.03, h, d], [x, 0, 0], { colour, grain: 'woodY', foot: 0.15 });
  b.box([0.5, 0.08, 0.28], [-w / 4, 0.13, 0], { colour: '#23292b' }, 0.01).box(
    [0.4, 0.06, 0.26],
    [w / 4, 0.13, 0],
    { colour: '#3a4044' },
    0.01,
  );
  b.contact(w, d, [0, 0.003, 0], 0.42);
}

const BIKE_WHEEL = 0.34;

/** A bicycle on its stand, along x. */
export function bike(b: PlaceBuilder, { colour = '#4f7377' }: PartSpec): void {
  const frame = { colour };
  const dark = { colour: '#2a2d2e' };
  for (const x of [-0.52, 0.52]) {
    for (let i = 0; i < 14; i++) {
      const [a, c] = [(i / 14) * Math.PI * 2, ((i + 1) / 14) * Math.PI * 2];
      const at = (angle: number): [number, number, number] => [
        x + Math.sin(angle) * BIKE_WHEEL,
        BIKE_WHEEL + Math.cos(angle) * BIKE_WHEEL,
        0,
      ];
      b.bar(at(a), at(c), 0.017, dark, 5);
      if (i % 2) b.bar([x, BIKE_WHEEL, 0], at(a), 0.003, { colour: '#9aa19f' }, 3);
    }
  }
  b.bar([-0.52, BIKE_WHEEL, 0], [-0.05, 0.32, 0], 0.016, frame, 6)
    .bar([-0.05, 0.32, 0], [-0.18, 0.86, 0], 0.018, frame, 6)
    .bar([-0.52, BIKE_WHEEL, 0], [-0.15, 0.75, 0], 0.014, frame, 6);
  b.bar([-0.05, 0.32, 0], [0.4, 0.72, 0], 0.02, frame, 6)
    .bar([-0.15, 0.75, 0], [0.38, 0.82, 0], 0.018, frame, 6)
    .bar([0.36, 0.98, 0], [0.52, BIKE_WHEEL, 0], 0.018, frame, 6);
  b.bar([0.34, 1, -0.26], [0.34, 1, 0.26], 0.014, dark, 6)
    .box([0.24, 0.05, 0.14], [-0.2, 0.87, 0], dark, 0.02)
    .solid(new CylinderGeometry(0.09, 0.09, 0.02, 14).rotateX(Math.PI / 2).translate(-0.05, 0.32, 0.02), dark);
  b.box([0.3, 0.03, 0.14], [-0.55, 0.72, 0], dark).contact(1.5, 0.1, [0, 0.003, 0], 0.35, 0.12);
}

export function pram(b: PlaceBuilder, { colour = '#5a6f7c' }: PartSpec): void {
  b.box([0.72, 0.24, 0.42], [0, 0.55, 0], { colour, foot: 0.15 }, 0.08).lump(
    [0.26, 0.26, 0.215],
    [-0.2, 0.82, 0],
    { colour: shade(colour, 0.9) },
    0.01,
    2,
  );
  const random = steady(4);
  for (const x of [-0.28, 0.28]) {
    for (const z of [-0.2, 0.2]) {
      b.solid(new CylinderGeometry(0.14, 0.14, 0.03, 18).rotateX(Math.PI / 2).translate(x, 0.14, z), { colour: '#2f3436' });
      b.solid(new CylinderGeometry(0.09, 0.09, 0.034, 14).rotateX(Math.PI / 2).translate(x, 0.14, z), {
        colour: shade('#c9c6bd', 0.95 + random() * 0.1),
      });
      b.bar([x, 0.14, z], [-x * 0.6, 0.56, z], 0.012, STEEL, 5);
    }
  }
  b.bar([0.35, 0.72, -0.2], [0.6, 1.02, -0.2], 0.013, STEEL, 6)
    .bar([0.35, 0.72, 0.2], [0.6, 1.02, 0.2], 0.013, STEEL, 6)
    .bar([0.6, 1.02, -0.2], [0.6, 1.02, 0.2], 0.018, { colour: '#2a2d2e' }, 6);
  b.contact(0.75, 0.45, [0, 0.003, 0], 0.4);
}
