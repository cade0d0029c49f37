import { CylinderGeometry, LatheGeometry, PlaneGeometry, TorusGeometry, Vector2 } from 'three';
import type { PlaceBuilder } from './builder';
import { shade, steady } from './chance';
import type { PartSpec } from './description';
import { OAK } from './kit_room';

/** Small things that make a room lived in: they stand on floors, tables and walls. */

export function plant(b: PlaceBuilder, { size = [0.5, 1.1, 0.5], colour = '#5f7d58', at }: PartSpec): void {
  const [w, h] = size;
  const random = steady(at[0] + at[2] * 3);
  b.tube(w * 0.26, h * 0.3, [0, 0, 0], { colour: '#c9b8a2', foot: 0.25 }, { top: w * 0.32, sides: 18 });
  b.tube(w * 0.29, 0.01, [0, h * 0.28, 0], { colour: '#5a4636' }, { sides: 16 }).contact(w * 0.5, w * 0.5, [0, 0.003, 0], 0.45);
  for (let i = 0; i < 18; i++) {
    const a = i * 2.4;
    const tilt = 0.22 + random() * 0.62;
    const reach = h * (0.35 + random() * 0.4);
    const x = Math.sin(a) * Math.sin(tilt) * reach;
    const z = Math.cos(a) * Math.sin(tilt) * reach;
    const y = h * 0.3 + Math.cos(tilt) * reach;
    b.bar([0, h * 0.28, 0], [x * 0.85, y * 0.97, z * 0.85], 0.004, { colour: '#5b6b46' }, 4);
    b.lump([w * 0.16, w * 0.045, w * 0.11], [x, y, z], { colour: shade(colour, 0.85 + random() * 0.35), foot: 0.25 }, 0.1, 1);
  }
}

export function mug(b: PlaceBuilder, { colour = '#f2ede3' }: PartSpec): void {
  const profile = [
    [0.028, 0],
    [0.036, 0.004],
    [0.041, 0.082],
    [0.037, 0.08],
    [0.036, 0.066],
  ].map(([x, y]) => new Vector2(x, y));
  b.solid(new LatheGeometry(profile, 16), { colour }).solid(new CylinderGeometry(0.036, 0.036, 0.002, 14).translate(0, 0.066, 0), {
    colour: '#5b3a25',
  });
  const ear = new TorusGeometry(0.022, 0.005, 5, 10, Math.PI * 1.15).rotateZ(-Math.PI * 0.575).scale(0.95, 1.15, 1);
  b.solid(ear.translate(0.04, 0.042, 0), { colour })
    .tube(0.07, 0.006, [0, -0.006, 0], { colour }, { top: 0.075, sides: 18 })
    .contact(0.07, 0.07, [0, -0.01, 0], 0.35, 0.05);
}

export function thermos(b: PlaceBuilder, { colour = '#3d4a4d' }: PartSpec): void {
  b.tube(0.075, 0.27, [0, 0, 0], { colour, foot: 0.2 }, { sides: 18 }).tube(
    0.06,
    0.06,
    [0, 0.27, 0],
    { colour: '#22272a' },
    { top: 0.045, sides: 16 },
  );
  b.bar([0.07, 0.24, 0], [0.12, 0.16, 0], 0.012, { colour: '#22272a' }, 6).bar(
    [0.12, 0.16, 0],
    [0.075, 0.06, 0],
    0.012,
    { colour: '#22272a' },
    6,
  );
}

/** Something from the oven on a plate. */
export function pastryPlate(b: PlaceBuilder, _spec: PartSpec): void {
  b.tube(0.15, 0.012, [0, 0, 0], { colour: '#eee8dc' }, { top: 0.17, sides: 22 });
  for (let i = 0; i < 6; i++) {
    const a = i * 1.05;
    const r = i === 5 ? 0 : 0.08;
    b.lump(
      [0.048, 0.034, 0.048],
      [Math.sin(a) * r, 0.03 + (i === 5 ? 0.04 : 0), Math.cos(a) * r],
      { colour: i % 2 ? '#c58f4e' : '#a9713d', foot: 0.3 },
      0.08,
      1,
    );
  }
}

export function papers(b: PlaceBuilder, { at }: PartSpec): void {
  const random = steady(at[0] * 9 + at[2]);
  for (let i = 0; i < 3; i++) {
    const sheet = new PlaneGeometry(0.21, 0.297).rotateX(-Math.PI / 2).rotateY((random() - 0.5) * 0.7);
    b.solid(sheet.translate(i * 0.05, 0.002 + i * 0.001, i * 0.03), { colour: shade('#f7f4ec', 0.96 + i * 0.02) });
  }
  b.bar([0.16, 0.01, -0.1], [0.22, 0.01, 0.03], 0.005, { colour: '#2f4c58' }, 6);
}

export function magazines(b: PlaceBuilder, _spec: PartSpec): void {
  const covers = ['#a8664a', '#4f7377', '#d9c3a0'];
  covers.forEach((colour, i) => {
    const cover = new PlaneGeometry(0.21, 0.28).rotateX(-Math.PI / 2).rotateY(i * 0.5 - 0.4);
    b.solid(cover.translate(i * 0.12 - 0.1, 0.004 + i * 0.004, i * 0.07 - 0.05), { colour });
  });
}

export function tableLamp(b: PlaceBuilder, { colour = '#efe3c8' }: PartSpec): void {
  b.tube(0.07, 0.02, [0, 0, 0], { colour: '#7c6a52' }, { sides: 16 }).tube(0.012, 0.22, [0, 0.02, 0], { colour: '#7c6a52' }, { sides: 6 });
  b.light(new CylinderGeometry(0.08, 0.12, 0.16, 20, 1, true).translate(0, 0.3, 0), { colour, foot: 0.16 });
}

export function floorLamp(b: PlaceBuilder, { colour = '#f4e2bb' }: PartSpec): void {
  b.tube(0.14, 0.02, [0, 0, 0], { colour: '#4a4744' }, { sides: 20 }).tube(0.013, 1.35, [0, 0.02, 0], { colour: '#4a4744' }, { sides: 6 });
  b.light(new CylinderGeometry(0.13, 0.2, 0.26, 24, 1, true).translate(0, 1.5, 0), { colour, foot: 0.2 }).contact(
    0.26,
    0.26,
    [0, 0.003, 0],
    0.4,
  );
}

/** A candle in a glass. */
export function lantern(b: PlaceBuilder, _spec: PartSpec): void {
  b.tube(0.035, 0.05, [0, 0, 0], { colour: '#efe6d2' }, { sides: 12 });
  b.light(new CylinderGeometry(0.001, 0.008, 0.03, 6).translate(0, 0.066, 0), { colour: '#ffd27a' }).pane(
    [0.1, 0.1, 0.1],
    [0, 0, 0],
    '#f7e6c4',
  );
}

/** Small warm lights along a line; `size[0]` is its length. */
export function stringLights(b: PlaceBuilder, { size = [4, 0.2, 0.05] }: PartSpec): void {
  const [w, sag] = size;
  const dip = (x: number): number => -sag * (1 - ((x % 1.6) / 0.8 - 1) ** 2);
  for (let x = 0; x < w - 0.01; x += 0.2) {
    const [y, z] = [dip(x), dip(x + 0.2)];
    b.bar([x - w / 2, y, 0.04], [x + 0.2 - w / 2, z, 0.04], 0.004, { colour: '#3a3835' }, 3);
    b.light(new CylinderGeometry(0.012, 0.02, 0.04, 6).translate(x + 0.1 - w / 2, (y + z) / 2 - 0.025, 0.04), { colour: '#ffd98f' });
  }
}

export function tv(b: PlaceBuilder, { size = [1.2, 0.7, 0.06] }: PartSpec): void {
  const [w, h] = size;
  b.box([w, h, 0.04], [0, 0.04, 0], { colour: '#1f2426' }, 0.012).box([0.3, 0.05, 0.16], [0, 0, 0], { colour: '#1f2426' });
  b.light(new PlaneGeometry(w - 0.05, h - 0.05, 4, 4).translate(0, 0.04 + h / 2, 0.022), { colour: '#3a4d57', foot: 0.45 });
}

export function speaker(b: PlaceBuilder, _spec: PartSpec): void {
  b.box([0.26, 0.85, 0.26], [0, 0, 0], { colour: '#2e2b2a', foot: 0.1 }, 0.012).contact(0.26, 0.26, [0, 0.003, 0], 0.42);
  for (const [y, r] of [
    [0.26, 0.095],
    [0.5, 0.095],
    [0.7, 0.045],
  ] as const) {
    b.solid(new CylinderGeometry(r, r, 0.012, 20).rotateX(Math.PI / 2).translate(0, y, 0.13), { colour: '#474341' });
    b.solid(new CylinderGeometry(r * 0.45, r * 0.45, 0.016, 16).rotateX(Math.PI / 2).translate(0, y, 0.133), { colour: '#232120' });
  }
}

/** A guitar that leans on a wall. */
export function guitar(b: PlaceBuilder, { colour = '#b9793f' }: PartSpec): void {
  b.lump([0.19, 0.22, 0.05], [0, 0.24, 0.02], { colour, foot: 0.15 }, 0.02, 2).lump(
    [0.15, 0.15, 0.048],
    [0, 0.46, 0],
    { colour, foot: 0.05 },
    0.02,
    2,
  );
  b.solid(new CylinderGeometry(0.05, 0.05, 0.01, 16).rotateX(Math.PI / 2).translate(0, 0.38, 0.056), { colour: '#3a2a1f' });
  b.box([0.05, 0.5, 0.025], [0, 0.56, -0.01], { colour: '#5b3f2a', grain: 'woodY' })
    .box([0.07, 0.14, 0.022], [0, 1.05, -0.015], { colour: '#3f2d20' })
    .contact(0.3, 0.12, [0, 0.003, 0], 0.4);
}

/** A box of cards and two players' pieces. */
export function boardGame(b: PlaceBuilder, _spec: PartSpec): void {
  b.box([0.42, 0.012, 0.42], [0, 0, 0], { colour: '#d9cba9' });
  for (let i = 0; i < 16; i++) {
    b.box([0.09, 0.002, 0.09], [-0.15 + (i % 4) * 0.1, 0.012, -0.15 + Math.floor(i / 4) * 0.1], {
      colour: (i + Math.floor(i / 4)) % 2 ? '#7f9b8b' : '#b9724a',
    });
  }
  for (const [x, z, colour] of [
    [-0.1, -0.05, '#3f5a70'],
    [0.12, 0.08, '#a5322b'],
    [0.02, 0.15, '#e3a13b'],
  ] as const) {
    b.tube(0.016, 0.035, [x, 0.014, z], { colour }, { top: 0.008, sides: 10 });
  }
}

export function waterJug(b: PlaceBuilder, _spec: PartSpec): void {
  b.pane([0.09, 0.22, 0.09], [0, 0, 0], '#bcd3d3').box([0.075, 0.13, 0.075], [0, 0.006, 0], { colour: '#c3d6da' });
  for (const x of [0.14, 0.22]) b.pane([0.06, 0.1, 0.06], [x, 0, 0.04], '#cfe0e0');
}

export function tissues(b: PlaceBuilder, _spec: PartSpec): void {
  b.box([0.2, 0.08, 0.11], [0, 0, 0], { colour: '#8fa9a3' }, 0.008).lump([0.05, 0.04, 0.02], [0, 0.1, 0], { colour: '#fbf9f3' }, 0.3, 1);
}

export function pizzaBox(b: PlaceBuilder, _spec: PartSpec): void {
  b.box([0.36, 0.04, 0.36], [0, 0, 0], { colour: '#c9a878' }).box([0.2, 0.002, 0.2], [0, 0.04, 0], { colour: '#a5573b' });
}

/** A plate with bread and a glass: somebody’s lunch. */
export function lunch(b: PlaceBuilder, _spec: PartSpec): void {
  b.tube(0.11, 0.01, [0, 0, 0], { colour: '#f1ece2' }, { top: 0.13, sides: 22 }).box(
    [0.11, 0.02, 0.09],
    [-0.02, 0.012, 0],
    { colour: '#b98d5e' },
    0.008,
  );
  b.box([0.1, 0.008, 0.08], [-0.02, 0.032, 0], { colour: '#e3bb58' }).lump(
    [0.03, 0.012, 0.025],
    [0.06, 0.022, 0.03],
    { colour: '#b94f3c' },
    0.1,
    1,
  );
  b.pane([0.06, 0.11, 0.06], [0.2, 0, -0.06], '#cfe0e0').bar([0.15, 0.008, -0.08], [0.15, 0.008, 0.09], 0.004, { colour: '#b9bdb9' }, 5);
}

export function wallClock(b: PlaceBuilder, { size = [0.36, 0.36, 0.03] }: PartSpec): void {
  const r = size[0] / 2;
  b.solid(new CylinderGeometry(r, r, 0.03, 30).rotateX(Math.PI / 2).translate(0, 0, 0.015), { colour: '#3d4443' });
  b.solid(new CylinderGeometry(r - 0.015, r - 0.015, 0.004, 30).rotateX(Math.PI / 2).translate(0, 0, 0.031), { colour: '#faf7ef' });
  for (let i = 0; i < 12; i++) {
    const a = (i * Math.PI) / 6;
    b.box([0.012, 0.012, 0.003], [Math.sin(a) * (r - 0.04), Math.cos(a) * (r - 0.04) - 0.006, 0.033], { colour: '#3d4443' });
  }
  b.bar([0, 0, 0.036], [r * 0.32, r * 0.32, 0.036], 0.006, { colour: '#23292b' }, 5).bar(
    [0, 0, 0.038],
    [-r * 0.1, r * 0.7, 0.038],
    0.004,
    { colour: '#23292b' },
    5,
  );
}

/** Photographs in frames of different sizes. */
export function photos(b: PlaceBuilder, _spec: PartSpec): void {
  const frames = [
    [-0.3, 0.35, 0.3, 0.38, '#8fa9a3'],
    [0.06, 0.45, 0.26, 0.2, '#c9a878'],
    [0.06, 0.2, 0.24, 0.22, '#a3846a'],
    [0.36, 0.3, 0.24, 0.34, '#7f9b8b'],
  ] as const;
  for (const [x, y, w, h, colour] of frames) {
    b.box([w, h, 0.02], [x, y, 0.012], { colour: OAK }).box([w - 0.04, h - 0.04, 0.004], [x, y + 0.02, 0.023], { colour: '#f4efe4' });
    b.box([w - 0.09, h - 0.1, 0.003], [x, y + 0.05, 0.026], { colour, foot: 0.3 }).lump(
      [0.022, 0.028, 0.004],
      [x, y + h * 0.52, 0.029],
      { colour: '#e0b597' },
      0,
      1,
    );
    b.box([0.075, h * 0.22, 0.003], [x, y + 0.05, 0.028], { colour: '#54646a' });
  }
}
