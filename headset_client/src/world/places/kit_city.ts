import { CylinderGeometry, PlaneGeometry } from 'three';
import type { PlaceBuilder } from './builder';
import { mixed, shade, steady } from './chance';
import type { PartSpec } from './description';
import { bush } from './kit_nature';

const WOOD = '#b98d5e';
const TRIM = '#ece7dc';

interface Hour {
  wall: number;
  pane: string;
  curtain: string;
  lit: string;
  share: number;
}
/** How much of a wall's colour shows at an hour, and how its windows look; `share` of them are lit. */
const HOURS: Readonly<Record<string, Hour>> = {
  day: { wall: 1, pane: '#8ba0a9', curtain: '#b9c6c8', lit: '#ecd9ae', share: 0.12 },
  night: { wall: 1, pane: '#3a4552', curtain: '#4a5562', lit: '#ffd58a', share: 0.42 },
};

/** A town house of plaster, with shop windows below, facing +z. `kind` is "day" or "night". */
export function townhouse(b: PlaceBuilder, { size = [9, 7, 5], colour = '#c9a25e', kind = 'day', at }: PartSpec): void {
  const [w, h, d] = size;
  const hour = HOURS[kind]!;
  const random = steady(at[0] * 3 + h * 5 + w);
  const front = d / 2;
  const trim = mixed(TRIM, colour, kind === 'night' ? 0.45 : 0.1);
  b.box([w, h, d], [0, 0, 0], { colour, foot: 0.06 }).box([w + 0.04, 0.5, d + 0.04], [0, 0, 0], {
    colour: mixed(colour, '#6f6c68', 0.7),
    foot: 0.2,
  });
  b.box([w + 0.1, 0.16, d + 0.16], [0, 3.0, 0], { colour: trim })
    .box([w + 0.3, 0.3, d + 0.4], [0, h - 0.1, 0], { colour: trim, foot: 0.2 })
    .box([w + 0.1, 0.7, d], [0, h + 0.2, -0.2], { colour: '#5f5b58' });
  const bays = Math.max(2, Math.round(w / 1.8));
  for (let i = 0; i < bays; i++) {
    const x = -w / 2 + ((i + 0.5) * w) / bays;
    if (i === Math.floor(bays / 2)) {
      b.box([1.2, 2.5, 0.12], [x, 0.1, front], { colour: trim })
        .box([0.96, 2.2, 0.13], [x, 0.12, front + 0.01], { colour: mixed('#4f4038', colour, 0.25), foot: 0.15 })
        .box([0.7, 0.4, 0.14], [x, 1.9, front + 0.01], { colour: hour.lit });
    } else {
      const lit = random() < hour.share + 0.25;
      b.box([1.42, 1.9, 0.1], [x, 0.62, front], { colour: trim });
      if (lit) b.light(new PlaneGeometry(1.26, 1.74).translate(x, 1.57, front + 0.056), { colour: hour.lit, foot: 0.3 });
      else b.box([1.26, 1.74, 0.11], [x, 0.7, front], { colour: hour.pane, foot: 0.3 });
      b.box([0.04, 1.74, 0.13], [x, 0.7, front], { colour: trim });
    }
    for (let y = 3.55; y + 1.5 < h; y += 2.2) {
      const lit = random() < hour.share;
      b.box([1.04, 1.5, 0.1], [x, y - 0.06, front], { colour: trim });
      if (lit) b.light(new PlaneGeometry(0.86, 1.32).translate(x, y + 0.68, front + 0.056), { colour: hour.lit, foot: 0.22 });
      else b.box([0.86, 1.32, 0.11], [x, y + 0.02, front], { colour: hour.pane, foot: 0.35 });
      if (random() > 0.5)
        b.box([0.26, 1.26, 0.005], [x - 0.28, y + 0.05, front + 0.06], { colour: lit ? shade(hour.lit, 0.85) : hour.curtain });
      b.box([0.04, 1.32, 0.13], [x, y + 0.02, front], { colour: trim }).box([1.16, 0.06, 0.2], [x, y - 0.11, front + 0.03], {
        colour: trim,
      });
    }
  }
  b.contact(w, d, [0, 0.05, 0], 0.4, 0.6);
}

/** A small kiosk with an open hatch, an awning and goods in its window; it faces +z. */
export function kiosk(b: PlaceBuilder, { colour = '#4f7377' }: PartSpec): void {
  b.box([2.4, 2.5, 1.5], [0, 0, -0.2], { colour, foot: 0.1 })
    .box([2.5, 0.16, 1.6], [0, 2.46, -0.2], { colour: TRIM })
    .box([2.42, 0.3, 1.52], [0, 0, -0.2], { colour: shade(colour, 0.7) });
  b.box([1.9, 1.0, 0.04], [0, 1.12, 0.54], { colour: '#33403f' }).light(new PlaneGeometry(1.8, 0.9).translate(0, 1.6, 0.563), {
    colour: '#ecd9ae',
    foot: 0.4,
  });
  b.box([2.1, 0.05, 0.42], [0, 1.02, 0.72], { colour: WOOD, grain: 'woodX' }, 0.01);
  const random = steady(31);
  const goods = ['#a8552f', '#c9a25e', '#5d7f80', '#d9cba9', '#7f8b62', '#8f6f7a'];
  for (const y of [1.18, 1.5, 1.8]) {
    b.box([1.8, 0.02, 0.1], [0, y, 0.58], { colour: '#8a6a47' });
    for (let x = -0.82; x < 0.8; x += 0.15)
      b.box([0.1, 0.12 + random() * 0.1, 0.07], [x, y + 0.02, 0.58], { colour: goods[Math.floor(random() * 6)]! });
  }
  for (let i = 0; i < 9; i++) {
    const x = -1.12 + i * 0.28;
    b.solid(new PlaneGeometry(0.28, 1.0).rotateX(-1.12).translate(x, 2.32, 0.98), { colour: i % 2 ? '#f2ede3' : '#b9724a' }).box(
      [0.28, 0.12, 0.012],
      [x, 1.98, 1.43],
      { colour: i % 2 ? '#f2ede3' : '#b9724a' },
    );
  }
  b.panel(1.5, 0.34, [0, 2.72, 0.58], (g, w, h) => {
    g.fillStyle = '#f7f1e3';
    g.fillRect(0, 0, w, h);
    g.fillStyle = '#8a4a37';
    g.font = `700 ${h * 0.66}px "Atkinson Hyperlegible", sans-serif`;
    g.textAlign = 'center';
    g.textBaseline = 'middle';
    g.fillText('KIOSK', w / 2, h * 0.54);
  });
  b.box([1.56, 0.4, 0.05], [0, 2.52, 0.54], { colour: '#8a4a37' }).contact(2.4, 1.5, [0, 0.006, -0.2], 0.5, 0.3);
}

export function cafeTable(b: PlaceBuilder, _spec: PartSpec): void {
  b.solid(new CylinderGeometry(0.32, 0.31, 0.025, 26).translate(0, 0.73, 0), { colour: '#d9dcd6' })
    .tube(0.022, 0.72, [0, 0, 0], { colour: '#5c6668' }, { sides: 8 })
    .tube(0.22, 0.02, [0, 0.006, 0], { colour: '#5c6668' }, { sides: 20 });
  b.contact(0.4, 0.4, [0, 0.006, 0], 0.42);
}

/** A board on the pavement with a picture of an ice cream. */
export function sandwichBoard(b: PlaceBuilder, _spec: PartSpec): void {
  b.box([0.56, 0.9, 0.03], [0, 0.02, 0.12], { colour: WOOD, foot: 0.1 })
    .box([0.56, 0.9, 0.03], [0, 0.02, -0.12], { colour: WOOD })
    .box([0.48, 0.78, 0.01], [0, 0.08, 0.138], { colour: '#33423f' });
  b.bar([0, 0.24, 0.146], [0, 0.5, 0.146], 0.055, { colour: '#d9a35c' }, 9, 0.008)
    .lump([0.09, 0.09, 0.02], [0, 0.58, 0.146], { colour: '#f0d8cc' }, 0.04, 1)
    .lump([0.07, 0.07, 0.02], [0, 0.69, 0.146], { colour: '#f7f1e3' }, 0.04, 1);
  b.contact(0.56, 0.3, [0, 0.006, 0], 0.45);
}

export function flowerBed(b: PlaceBuilder, { size = [3, 0.4, 1], at }: PartSpec): void {
  const [w, h, d] = size;
  const random = steady(at[0] * 13 + w);
  b.box([w, 0.14, d], [0, 0, 0], { colour: '#6a5343', foot: 0.2 }, 0.03);
  const colours = ['#c9724a', '#d9a83f', '#b9616b', '#efe6d2', '#8f6f9a'];
  for (let i = 0; i < w * d * 16; i++) {
    const x = (random() - 0.5) * (w - 0.15);
    const z = (random() - 0.5) * (d - 0.15);
    const tall = h * (0.4 + random() * 0.5);
    b.bar([x, 0.12, z], [x, 0.12 + tall, z], 0.006, { colour: '#6c7d4b' }, 3).lump(
      [0.05, 0.035, 0.05],
      [x, 0.13 + tall, z],
      { colour: colours[Math.floor(random() * 5)]! },
      0.2,
      1,
    );
    if (i % 2) b.lump([0.07, 0.05, 0.07], [x + 0.04, 0.16 + tall * 0.3, z], { colour: '#74884f', foot: 0.3 }, 0.2, 1);
  }
}

/** A wooden tub with a bush in it. */
export function planter(b: PlaceBuilder, spec: PartSpec): void {
  b.box([0.8, 0.55, 0.6], [0, 0, 0], { colour: '#7c6a52', grain: 'woodX', foot: 0.15 })
    .box([0.84, 0.06, 0.64], [0, 0.56, 0], { colour: '#8a775d', grain: 'woodX' })
    .contact(0.8, 0.6, [0, 0.006, 0], 0.45);
  const [x, y, z] = spec.at;
  bush(b.at([x, y + 0.5, z], spec.turn ?? 0), { ...spec, size: [0.75, 0.75, 0.6], colour: '#6d7f4e' });
}

/** The edge of a quay: dressed stone down to the water; `size` is width, how far down it goes, and depth. */
export function quay(b: PlaceBuilder, { size = [40, 1.4, 8] }: PartSpec): void {
  const [w, h, d] = size;
  b.box([w, h, d], [0, -h - 0.01, 0], { colour: '#8f897d', foot: 0.4 });
  const random = steady(w);
  for (let x = -w / 2; x < w / 2; x += 1.2)
    b.box([1.18, 0.3, 0.55], [x + 0.6, -0.26, -d / 2 + 0.26], { colour: shade('#b3ada0', 0.92 + random() * 0.14), foot: 0.1 }, 0.02);
  b.solid(new PlaneGeometry(w, d - 0.5).rotateX(-Math.PI / 2).translate(0, 0, 0.27), { colour: '#a49b8b', grain: 'coarse' });
  for (let x = -w / 2 + 3; x < w / 2; x += 6) b.tube(0.12, 1.4, [x, -1.3, -d / 2 - 0.1], { colour: '#4a4038', foot: 0.3 }, { sides: 8 });
}

/** The sea before a quay or a shore: `at` says how high it stands and from where on, along -z. */
export function sea(b: PlaceBuilder, { at }: PartSpec): void {
  b.sea = { y: at[1], edge: at[2] };
}

export function bollard(b: PlaceBuilder, _spec: PartSpec): void {
  b.tube(0.13, 0.4, [0, 0, 0], { colour: '#2f3a3d', foot: 0.2 }, { top: 0.1, sides: 12 })
    .tube(0.17, 0.08, [0, 0.38, 0], { colour: '#364347' }, { top: 0.14, sides: 14 })
    .contact(0.26, 0.26, [0, 0.006, 0], 0.5);
}

/** A life buoy on its stand. */
export function lifebuoy(b: PlaceBuilder, _spec: PartSpec): void {
  b.box([0.09, 1.5, 0.09], [0, 0, 0], { colour: '#e6e1d6', foot: 0.1 }).box(
    [0.62, 0.66, 0.04],
    [0, 0.9, 0.05],
    { colour: '#e6e1d6' },
    0.01,
  );
  for (let i = 0; i < 16; i++) {
    const [a, c] = [(i / 16) * Math.PI * 2, ((i + 1) / 16) * Math.PI * 2];
    b.bar(
      [Math.sin(a) * 0.22, 1.23 + Math.cos(a) * 0.22, 0.11],
      [Math.sin(c) * 0.22, 1.23 + Math.cos(c) * 0.22, 0.11],
      0.05,
      { colour: i % 4 === 0 ? '#f4f1e8' : '#c9502f' },
      7,
    );
  }
  b.contact(0.12, 0.12, [0, 0.006, 0], 0.45);
}

/** A sailing boat at its mooring, its stem towards +z. */
export function sailboat(b: PlaceBuilder, { colour = '#eeeae0' }: PartSpec): void {
  b.lump([0.95, 0.62, 3.0], [0, 0.25, 0], { colour, foot: 0.35 }, 0, 3).box(
    [1.35, 0.06, 4.2],
    [0, 0.58, -0.1],
    { colour: '#b58d5f', grain: 'woodZ' },
    0.02,
  );
  b.box([0.95, 0.42, 1.6], [0, 0.6, 0.3], { colour: '#f2ede3', foot: 0.1 }, 0.06).box([0.98, 0.12, 1.1], [0, 0.76, 0.4], {
    colour: '#4f6a74',
  });
  b.bar([0, 0.6, 0.6], [0, 7.4, 0.5], 0.05, { colour: '#cfc8b8' }, 7, 0.035)
    .bar([0, 1.5, 0.5], [0, 1.6, -1.9], 0.04, { colour: '#cfc8b8' }, 6)
    .bar([0, 1.66, 0.3], [0, 1.72, -1.8], 0.1, { colour: '#3f6b6c' }, 8, 0.07);
  for (const z of [2.8, -2.7]) b.bar([0, 7.3, 0.5], [0, 0.7, z], 0.006, { colour: '#9aa19f' }, 3);
}

/** Posts with a rope between them, along x: where people queue. */
export function ropeBarrier(b: PlaceBuilder, { size = [3, 0.95, 0.1] }: PartSpec): void {
  const [w, h] = size;
  const posts = Math.max(2, Math.round(w / 1.1) + 1);
  const step = w / (posts - 1);
  for (let i = 0; i < posts; i++) {
    const x = -w / 2 + i * step;
    b.tube(0.14, 0.03, [x, 0, 0], { colour: '#8a7a58' }, { sides: 18 })
      .tube(0.022, h, [x, 0, 0], { colour: '#b79a62', foot: 0.2 }, { sides: 8 })
      .lump([0.035, 0.035, 0.035], [x, h, 0], { colour: '#c8b27c' }, 0, 1)
      .contact(0.26, 0.26, [x, 0.006, 0], 0.45);
    if (i + 1 === posts) continue;
    for (let k = 0; k < 6; k++) {
      const y = (t: number): number => h - 0.08 - 0.9 * t * (1 - t);
      b.bar([x + (step * k) / 6, y(k / 6), 0], [x + (step * (k + 1)) / 6, y((k + 1) / 6), 0], 0.02, { colour: '#7a2f34' }, 6);
    }
  }
}

/** A street lamp that is lit, and the light it throws on the ground. */
export function nightLamp(b: PlaceBuilder, _spec: PartSpec): void {
  b.tube(0.06, 4.2, [0, 0, 0], { colour: '#2f3a3d', foot: 0.1 }, { top: 0.04, sides: 10 }).bar([0, 4.1, 0], [0.7, 4.3, 0], 0.03, {
    colour: '#2f3a3d',
  });
  b.box([0.5, 0.08, 0.2], [0.85, 4.24, 0], { colour: '#2f3a3d' }, 0.02).light(
    new PlaneGeometry(0.42, 0.15).rotateX(Math.PI / 2).translate(0.85, 4.235, 0),
    { colour: '#ffe3ae' },
  );
  b.gleam(2.4, 2.4, [0.7, 0.012, 0], 0.16).gleam(0.9, 0.9, [0.8, 0.014, 0], 0.14);
}

/** The front of a place with music: an open, lit door under an awning, warm windows and a sign that glows. */
export function clubFront(b: PlaceBuilder, { size = [9, 5.6, 1.6], colour = '#6a3f3c' }: PartSpec): void {
  const [w, h, d] = size;
  const front = d / 2;
  b.box([w, h, d], [0, 0, 0], { colour, foot: 0.06 })
    .box([w + 0.06, 0.5, d + 0.06], [0, 0, 0], { colour: shade(colour, 0.6) })
    .box([w + 0.2, 0.3, d + 0.3], [0, h - 0.15, 0], { colour: shade(colour, 0.75) });
  for (let y = 0.7; y < h - 0.3; y += 0.36) b.box([w - 0.02, 0.012, 0.012], [0, y, front], { colour: shade(colour, 0.82) });
  b.box([1.9, 2.6, 0.14], [0, 0, front], { colour: '#2b2422' }).light(new PlaneGeometry(1.6, 2.3, 2, 4).translate(0, 1.2, front + 0.075), {
    colour: '#d98f4f',
    foot: 0.5,
  });
  for (const x of [-0.78, 0.78]) b.box([0.08, 2.3, 0.7], [x + Math.sign(x) * 0.05, 0.05, front + 0.3], { colour: '#3a2a26', foot: 0.1 });
  b.box([2.6, 0.1, 1.2], [0, 2.72, front + 0.55], { colour: '#2b2422' }).light(
    new PlaneGeometry(2.3, 0.9).rotateX(Math.PI / 2).translate(0, 2.718, front + 0.55),
    { colour: '#ffdf9f' },
  );
  for (const side of [-1, 1]) {
    for (const k of [0.3, 0.43]) {
      const x = side * w * k;
      b.box([1.0, 1.7, 0.1], [x, 0.9, front], { colour: '#2b2422' })
        .light(new PlaneGeometry(0.84, 1.54, 1, 3).translate(x, 1.75, front + 0.055), { colour: '#e3a05a', foot: 0.45 })
        .box([0.05, 1.54, 0.12], [x, 0.98, front], { colour: '#2b2422' });
    }
    for (let y = 3.3; y < h - 1.5; y += 2)
      for (const k of [0.12, 0.36]) b.box([0.9, 1.2, 0.1], [side * w * k, y + 0.3, front], { colour: '#3a4048', foot: 0.3 });
    b.gleam(1.4, 1.2, [side * w * 0.36, 0.015, front + 1.1], 0.12);
  }
  b.light(new PlaneGeometry(2.5, 0.05).translate(0, 3.72, front + 0.1), { colour: '#ff9f5a' }).light(
    new PlaneGeometry(2.5, 0.05).translate(0, 2.98, front + 0.1),
    { colour: '#ff9f5a' },
  );
  b.panel(
    2.4,
    0.6,
    [0, 3.36, front + 0.09],
    (g, wide, tall) => {
      g.fillStyle = '#231a1c';
      g.fillRect(0, 0, wide, tall);
      g.fillStyle = '#ffc27a';
      g.font = `700 ${tall * 0.62}px "Atkinson Hyperlegible", sans-serif`;
      g.textAlign = 'center';
      g.textBaseline = 'middle';
      g.fillText('KVARTETT', wide / 2, tall * 0.54);
    },
    true,
  );
  b.gleam(2.2, 2.0, [0, 0.015, front + 1.4], 0.2).contact(w, d, [0, 0.01, 0], 0.4, 0.4);
}
