import { CylinderGeometry, PlaneGeometry } from 'three';
import type { PlaceBuilder } from './builder';
import { shade, steady } from './chance';
import type { PartSpec } from './description';
import { OAK } from './kit_room';

const DARK = '#43514f';
const TOP = '#cda878';

/** A table on one foot. */
export function roundTable(b: PlaceBuilder, { size = [0.8, 0.74, 0.8], colour = TOP }: PartSpec): void {
  const [w, h] = size;
  b.solid(new CylinderGeometry(w / 2, w / 2 - 0.012, 0.03, 36).translate(0, h - 0.015, 0), { colour, grain: 'woodX' });
  b.tube(0.03, h - 0.05, [0, 0.02, 0], { colour: DARK }).tube(0.24, 0.02, [0, 0, 0], { colour: DARK }, { top: 0.22, sides: 24 });
  b.contact(0.5, 0.5, [0, 0.003, 0], 0.5, 0.24);
}

/** A table on four legs; `size` is width, height and depth. */
export function table(b: PlaceBuilder, { size = [1.6, 0.74, 0.9], colour = TOP }: PartSpec): void {
  const [w, h, d] = size;
  b.box([w, 0.035, d], [0, h - 0.035, 0], { colour, grain: 'woodX' }, 0.012);
  b.box([w - 0.16, 0.08, d - 0.16], [0, h - 0.115, 0], { colour: shade(colour, 0.8), grain: 'woodX' });
  for (const x of [-w / 2 + 0.09, w / 2 - 0.09]) {
    for (const z of [-d / 2 + 0.09, d / 2 - 0.09])
      b.box([0.06, h - 0.04, 0.06], [x, 0, z], { colour: shade(colour, 0.86), grain: 'woodY', foot: 0.15 });
  }
  b.contact(w * 0.9, d * 0.9, [0, 0.003, 0], 0.32, 0.3);
}

/** A long table on two frames, as in meeting rooms and canteens. */
export function longTable(b: PlaceBuilder, { size = [4, 0.74, 1.1], colour = TOP }: PartSpec): void {
  const [w, h, d] = size;
  const sections = Math.round(w / 1.8);
  for (let i = 0; i < sections; i++) {
    const x = -w / 2 + ((i + 0.5) * w) / sections;
    b.box([w / sections - 0.006, 0.03, d], [x, h - 0.03, 0], { colour: shade(colour, 0.98 + 0.04 * (i % 2)), grain: 'woodX' }, 0.01);
  }
  for (let i = 0; i <= sections; i++) {
    const x = Math.max(-w / 2 + 0.25, Math.min(w / 2 - 0.25, -w / 2 + (i * w) / sections));
    b.box([0.06, 0.03, d - 0.2], [x, h - 0.06, 0], { colour: DARK }).box([0.06, 0.03, d - 0.2], [x, 0.01, 0], { colour: DARK });
    for (const z of [-d / 2 + 0.2, d / 2 - 0.2]) b.box([0.05, h - 0.05, 0.05], [x, 0, z], { colour: DARK, foot: 0.15 });
  }
  b.contact(w * 0.95, d * 0.85, [0, 0.003, 0], 0.3, 0.3);
}

/** A low table; `size` is width, height and depth. */
export function lowTable(b: PlaceBuilder, { size = [1, 0.42, 0.6], colour = '#b98d5e' }: PartSpec): void {
  const [w, h, d] = size;
  b.box([w, 0.03, d], [0, h - 0.03, 0], { colour, grain: 'woodX' }, 0.012).box([w - 0.14, 0.018, d - 0.14], [0, h * 0.38, 0], {
    colour: shade(colour, 0.85),
    grain: 'woodX',
  });
  for (const x of [-w / 2 + 0.08, w / 2 - 0.08]) {
    for (const z of [-d / 2 + 0.08, d / 2 - 0.08])
      b.bar([x, h - 0.02, z], [x * 1.06, 0, z * 1.06], 0.02, { colour: shade(colour, 0.8), foot: 0.2 }, 7);
  }
  b.contact(w * 0.9, d * 0.9, [0, 0.003, 0], 0.38, 0.2);
}

/** A tall table to stand at. */
export function barTable(b: PlaceBuilder, { size = [0.8, 1.02, 0.8], colour = TOP }: PartSpec): void {
  const [w, h] = size;
  b.solid(new CylinderGeometry(w / 2, w / 2 - 0.012, 0.035, 32).translate(0, h - 0.018, 0), { colour, grain: 'woodX' });
  b.tube(0.035, h - 0.05, [0, 0.02, 0], { colour: DARK })
    .tube(0.3, 0.02, [0, 0, 0], { colour: DARK }, { top: 0.28, sides: 24 })
    .contact(0.56, 0.56, [0, 0.003, 0], 0.45, 0.2);
}

export function chair(b: PlaceBuilder, { colour = OAK }: PartSpec): void {
  const wood = { colour, grain: 'woodY' as const, foot: 0.15 };
  const seat = 0.45;
  b.box([0.42, 0.03, 0.41], [0, seat - 0.03, 0], { colour: shade(colour, 1.04), grain: 'woodZ' }, 0.014);
  b.box([0.38, 0.02, 0.36], [0, seat - 0.002, 0.01], { colour: '#8fa19b' }, 0.009);
  for (const x of [-0.17, 0.17]) {
    b.bar([x, seat - 0.02, 0.16], [x * 1.12, 0, 0.19], 0.016, wood, 6).bar(
      [x * 1.05, 0.86, -0.235],
      [x, seat - 0.02, -0.17],
      0.016,
      wood,
      6,
    );
    b.bar([x, seat - 0.02, -0.17], [x * 1.12, 0, -0.22], 0.016, wood, 6);
  }
  for (const [y, t] of [
    [0.78, 0.09],
    [0.6, 0.05],
  ] as const) {
    b.box([0.4, t, 0.02], [0, y, -0.225 + (0.86 - y) * 0.1], { colour, grain: 'woodX' });
  }
  b.contact(0.36, 0.36, [0, 0.003, -0.01], 0.42);
}

/** A chair on castors, for a desk. */
export function officeChair(b: PlaceBuilder, { colour = '#4b5a5e' }: PartSpec): void {
  b.box([0.46, 0.07, 0.45], [0, 0.42, 0], { colour }, 0.03).box(
    [0.42, 0.5, 0.06],
    [0, 0.58, -0.23],
    { colour: shade(colour, 0.94) },
    0.025,
  );
  b.box([0.05, 0.2, 0.04], [0, 0.44, -0.22], { colour: '#2d3335' }).tube(0.026, 0.34, [0, 0.08, 0], { colour: '#8d9492' }, { sides: 8 });
  for (let i = 0; i < 5; i++) {
    const a = (i * Math.PI * 2) / 5;
    b.bar([0, 0.09, 0], [Math.sin(a) * 0.27, 0.06, Math.cos(a) * 0.27], 0.018, { colour: '#2d3335' }, 5);
    b.tube(0.026, 0.05, [Math.sin(a) * 0.27, 0, Math.cos(a) * 0.27], { colour: '#22272a' }, { sides: 7 });
  }
  b.contact(0.45, 0.45, [0, 0.003, 0], 0.4);
}

export function stool(b: PlaceBuilder, { colour = '#5d7f80' }: PartSpec): void {
  b.tube(0.18, 0.06, [0, 0.46, 0], { colour }, { sides: 20 })
    .tube(0.025, 0.44, [0, 0.04, 0], { colour: '#9aa19f' }, { sides: 8 })
    .tube(0.2, 0.03, [0, 0, 0], { colour: '#3b4143' }, { sides: 18 });
  b.contact(0.36, 0.36, [0, 0.003, 0], 0.4);
}

export function armchair(b: PlaceBuilder, { colour = '#6d8f94' }: PartSpec): void {
  const cloth = { colour, foot: 0.14 };
  b.box([0.62, 0.2, 0.6], [0, 0.16, 0.02], { colour: shade(colour, 0.9), foot: 0.2 }, 0.03).box(
    [0.54, 0.12, 0.56],
    [0, 0.33, 0.05],
    { colour: shade(colour, 1.06) },
    0.045,
  );
  b.box([0.7, 0.62, 0.16], [0, 0.24, -0.3], cloth, 0.06);
  for (const x of [-0.34, 0.34]) b.box([0.12, 0.46, 0.62], [x, 0.16, 0], cloth, 0.05);
  for (const x of [-0.3, 0.3]) for (const z of [-0.3, 0.26]) b.tube(0.02, 0.17, [x, 0, z], { colour: '#8a6a47' }, { sides: 7 });
  b.contact(0.72, 0.68, [0, 0.003, -0.02], 0.42);
}

/** A sofa; `size[0]` is its whole width. */
export function sofa(b: PlaceBuilder, { size = [2.1, 0.8, 0.9], colour = '#5d7f80' }: PartSpec): void {
  const [w, h, d] = size;
  const cloth = { colour, foot: 0.14 };
  const inner = w - 0.36;
  const seats = Math.max(2, Math.round(inner / 0.7));
  b.box([w, 0.22, d - 0.06], [0, 0.12, 0], { colour: shade(colour, 0.88), foot: 0.2 }, 0.03).box(
    [w - 0.06, h - 0.14, 0.22],
    [0, 0.14, -d / 2 + 0.12],
    cloth,
    0.07,
  );
  for (const x of [-w / 2 + 0.09, w / 2 - 0.09]) b.box([0.18, 0.48, d - 0.04], [x, 0.12, 0], cloth, 0.06);
  for (let i = 0; i < seats; i++) {
    const x = -inner / 2 + ((i + 0.5) * inner) / seats;
    b.box([inner / seats - 0.012, 0.13, d - 0.26], [x, 0.32, 0.1], { colour: shade(colour, 1.05) }, 0.045);
    b.box([inner / seats - 0.02, 0.36, 0.14], [x, 0.44, -d / 2 + 0.28], { colour: shade(colour, 1.02) }, 0.055);
  }
  for (const x of [-w / 2 + 0.12, w / 2 - 0.12])
    for (const z of [-d / 2 + 0.1, d / 2 - 0.12]) b.tube(0.02, 0.13, [x, 0, z], { colour: '#6a543d' }, { sides: 7 });
  b.contact(w, d, [0, 0.003, 0], 0.42);
}

export function pillow(b: PlaceBuilder, { colour = '#c9a25e' }: PartSpec): void {
  b.lump([0.2, 0.17, 0.07], [0, 0.16, 0.04], { colour, foot: 0.15 }, 0.05, 2);
}

/** Shelves against a wall. `kind` says what stands in them: "books", "records" or "files". */
export function bookcase(b: PlaceBuilder, { size = [1.4, 1.8, 0.32], colour = OAK, kind = 'books', at }: PartSpec): void {
  const [w, h, d] = size;
  const random = steady(at[0] * 7 + at[2] * 3 + w);
  const wood = { colour, grain: 'woodY' as const, foot: 0.12 };
  const covers =
    kind === 'files' ? ['#d9d6cb', '#8fa3a8', '#5d7f80', '#c9c3b2'] : ['#7d4f45', '#4f6a74', '#c9a25e', '#8d9a80', '#d9cba9', '#5a5566'];
  b.box([w, h, 0.02], [0, 0, -d / 2 + 0.01], { colour: shade(colour, 0.8) });
  for (const x of [-w / 2 + 0.015, w / 2 - 0.015]) b.box([0.03, h, d], [x, 0, 0], wood);
  const rows = Math.max(2, Math.round(h / 0.4));
  for (let r = 0; r <= rows; r++) {
    const y = (r * (h - 0.03)) / rows;
    b.box([w, 0.028, d], [0, y, 0], { colour, grain: 'woodX' });
    if (r === rows) break;
    const tall = (h - 0.03) / rows - 0.05;
    for (let x = -w / 2 + 0.06; x < w / 2 - 0.07;) {
      const wide = kind === 'files' ? 0.07 : 0.03 + random() * 0.035;
      if (random() > 0.16) {
        const share = kind === 'books' ? 0.65 + random() * 0.3 : 0.84;
        b.box([wide - 0.006, tall * share, d * 0.7], [x + wide / 2, y + 0.028, -0.02], {
          colour: covers[Math.floor(random() * covers.length)]!,
          foot: 0.1,
        });
      }
      x += wide;
    }
  }
  b.contact(w, d, [0, 0.003, 0], 0.4);
}

/** A low cupboard; `size` is width, height and depth. */
export function sideboard(b: PlaceBuilder, { size = [1.8, 0.85, 0.45], colour = OAK }: PartSpec): void {
  const [w, h, d] = size;
  const doors = Math.max(2, Math.round(w / 0.55));
  b.box([w, h - 0.14, d], [0, 0.12, 0], { colour, grain: 'woodX', foot: 0.1 }).box([w + 0.04, 0.025, d + 0.03], [0, h - 0.025, 0], {
    colour: shade(colour, 1.05),
    grain: 'woodX',
  });
  for (let i = 0; i < doors; i++) {
    const x = -w / 2 + ((i + 0.5) * w) / doors;
    b.box([w / doors - 0.02, h - 0.2, 0.015], [x, 0.145, d / 2 + 0.002], { colour: shade(colour, 0.95 + 0.05 * (i % 2)), grain: 'woodY' });
    b.box([0.015, 0.1, 0.02], [x + (w / doors) * 0.36, h * 0.55, d / 2 + 0.015], { colour: '#6a543d' });
  }
  for (const x of [-w / 2 + 0.08, w / 2 - 0.08])
    for (const z of [-d / 2 + 0.06, d / 2 - 0.06]) b.tube(0.018, 0.13, [x, 0, z], { colour: '#6a543d' }, { sides: 6 });
  b.contact(w, d, [0, 0.003, 0], 0.42);
}

/** A table by a wall. */
export function sideTable(b: PlaceBuilder, { size = [0.8, 0.8, 0.34], colour = '#b98d5e' }: PartSpec): void {
  const [w, h, d] = size;
  b.box([w, 0.03, d], [0, h - 0.03, 0], { colour, grain: 'woodX' }, 0.01).box([w - 0.06, 0.1, d - 0.04], [0, h - 0.13, 0], {
    colour: shade(colour, 0.92),
    grain: 'woodX',
  });
  for (const x of [-w / 2 + 0.05, w / 2 - 0.05])
    for (const z of [-d / 2 + 0.05, d / 2 - 0.05]) b.bar([x, h - 0.1, z], [x, 0, z], 0.018, { colour: shade(colour, 0.85), foot: 0.2 }, 6);
  b.contact(w, d, [0, 0.003, 0], 0.38);
}

export function desk(b: PlaceBuilder, { size = [1.5, 0.74, 0.7], colour = '#d3b48a' }: PartSpec): void {
  const [w, h, d] = size;
  b.box([w, 0.03, d], [0, h - 0.03, 0], { colour, grain: 'woodX' }, 0.01).box([0.4, h - 0.1, d - 0.1], [w / 2 - 0.24, 0.04, 0], {
    colour: '#d9d6cb',
    foot: 0.1,
  });
  for (const y of [0.12, 0.32, 0.5]) b.box([0.36, 0.17, 0.012], [w / 2 - 0.24, y, d / 2 - 0.05], { colour: '#e6e2d8' });
  for (const z of [-d / 2 + 0.06, d / 2 - 0.06]) b.box([0.05, h - 0.03, 0.05], [-w / 2 + 0.05, 0, z], { colour: DARK, foot: 0.15 });
  b.contact(w, d, [0, 0.003, 0], 0.36);
}

/** A screen with a keyboard before it, its back towards -z. */
export function deskScreen(b: PlaceBuilder, _spec: PartSpec): void {
  b.box([0.24, 0.012, 0.16], [0, 0, 0], { colour: '#2d3335' }).box([0.05, 0.16, 0.03], [0, 0, -0.03], { colour: '#2d3335' });
  b.box([0.56, 0.34, 0.025], [0, 0.14, 0], { colour: '#23292b' }, 0.008);
  b.light(new PlaneGeometry(0.53, 0.3).translate(0, 0.31, 0.0135), { colour: '#c9dbdd', foot: 0.1 });
  b.light(new PlaneGeometry(0.53, 0.05).translate(0, 0.435, 0.014), { colour: '#4f7377' });
  for (let i = 0; i < 4; i++)
    b.light(new PlaneGeometry(0.3 - 0.05 * (i % 3), 0.014).translate(-0.07, 0.38 - i * 0.05, 0.0142), { colour: '#8fa3a6' });
  b.box([0.4, 0.015, 0.13], [0, 0, 0.24], { colour: '#d9d6cb' }).box([0.06, 0.02, 0.1], [0.28, 0, 0.24], { colour: '#2d3335' });
}

/** Chairs in a row along x, as people wait on; `size[0]` is the row's length. */
export function waitingChairs(b: PlaceBuilder, { size = [2.4, 0.45, 0.5], colour = '#4f7377' }: PartSpec): void {
  const [w, h] = size;
  const seats = Math.round(w / 0.75);
  b.box([w - 0.1, 0.04, 0.05], [0, h - 0.1, -0.05], { colour: '#8d9492' });
  for (let i = 0; i < seats; i++) {
    const x = (i - (seats - 1) / 2) * 0.75;
    b.box([0.5, 0.06, 0.46], [x, h - 0.05, 0.01], { colour, foot: 0.05 }, 0.025).box(
      [0.5, 0.44, 0.05],
      [x, h + 0.06, -0.235],
      { colour: shade(colour, 0.94) },
      0.022,
    );
    for (const side of [-0.2, 0.2]) b.box([0.03, 0.12, 0.03], [x + side, h - 0.06, -0.22], { colour: '#8d9492' });
  }
  for (const x of [-w / 2 + 0.3, w / 2 - 0.3]) {
    b.box([0.05, h - 0.08, 0.05], [x, 0, -0.05], { colour: '#8d9492' }).box([0.05, 0.03, 0.5], [x, 0, -0.03], { colour: '#6d7472' });
  }
  b.contact(w, 0.5, [0, 0.003, 0], 0.35);
}
