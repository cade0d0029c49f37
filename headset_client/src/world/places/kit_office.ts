import { CylinderGeometry, PlaneGeometry } from 'three';
import { TYPEFACE } from '../canvas';
import type { PlaceBuilder } from './builder';
import { shade, steady } from './chance';
import type { PartSpec } from './description';
import { OAK } from './kit_room';

const GREY = '#8d9492';

/** A counter where the public is served, with a lower part for those who sit. */
export function serviceCounter(b: PlaceBuilder, { size = [4, 1.06, 0.75], colour = '#b9c4c2' }: PartSpec): void {
  const [w, h, d] = size;
  const places = Math.max(1, Math.round(w / 1.9));
  b.box([w, h - 0.1, d * 0.6], [0, 0.06, d * 0.18], { colour, foot: 0.14 }).box([w, 0.06, d * 0.5], [0, 0, d * 0.16], {
    colour: '#4b5250',
  });
  b.box([w + 0.06, 0.045, d * 0.72], [0, h - 0.045, d * 0.18], { colour: OAK, grain: 'woodX' }, 0.012).box(
    [w, 0.03, d * 0.5],
    [0, h - 0.3, -d * 0.3],
    { colour: '#e3ded2' },
  );
  for (let i = 0; i <= places; i++)
    b.box([0.035, h - 0.12, d * 0.62], [-w / 2 + (i * w) / places, 0.06, d * 0.18], { colour: shade(colour, 0.86) });
  for (let i = 0; i < places; i++)
    b.box([w / places - 0.2, h * 0.4, 0.012], [-w / 2 + ((i + 0.5) * w) / places, h * 0.28, d * 0.48 + 0.008], {
      colour: shade(colour, 0.9),
    });
  b.contact(w, d, [0, 0.003, 0], 0.48);
}

/** A screen on a wall that shows whose turn it is; `text` holds its rows. */
export function queueScreen(b: PlaceBuilder, { size = [1.1, 0.6, 0.05], text = [] }: PartSpec): void {
  const [w, h] = size;
  b.box([w + 0.06, h + 0.06, 0.05], [0, -0.03, 0], { colour: '#23292b' }, 0.01);
  b.panel(
    w,
    h,
    [0, h / 2, 0.028],
    (g, wide, tall) => {
      g.fillStyle = '#173f44';
      g.fillRect(0, 0, wide, tall);
      g.textAlign = 'center';
      g.textBaseline = 'middle';
      text.forEach((row, i) => {
        g.fillStyle = i === 0 ? '#ffffff' : '#9fc3c4';
        g.font = `700 ${tall * (i === 0 ? 0.42 : 0.26)}px ${TYPEFACE}`;
        g.fillText(row, wide / 2, tall * (i === 0 ? 0.34 : 0.76));
      });
    },
    true,
  );
}

/** Where one takes a number. */
export function queueMachine(b: PlaceBuilder, _spec: PartSpec): void {
  b.tube(0.16, 0.02, [0, 0, 0], { colour: GREY }, { sides: 20 })
    .tube(0.035, 0.95, [0, 0, 0], { colour: GREY, foot: 0.2 }, { sides: 10 })
    .box([0.26, 0.36, 0.16], [0, 0.92, 0], { colour: '#1E626A' }, 0.02);
  b.light(new PlaneGeometry(0.18, 0.13).translate(0, 1.17, 0.082), { colour: '#eef4f2' })
    .box([0.12, 0.012, 0.02], [0, 1.02, 0.082], { colour: '#23292b' })
    .box([0.07, 0.08, 0.002], [0, 0.945, 0.088], { colour: '#faf7ef' });
  b.contact(0.3, 0.3, [0, 0.003, 0], 0.45);
}

export function leafletRack(b: PlaceBuilder, _spec: PartSpec): void {
  b.box([0.7, 1.5, 0.03], [0, 0.15, -0.08], { colour: '#d9d6cb' }).box([0.7, 0.15, 0.26], [0, 0, 0], { colour: GREY, foot: 0.2 });
  const random = steady(21);
  const colours = ['#5d7f80', '#c9a25e', '#a8664a', '#7f9b8b', '#6d7f95'];
  for (let r = 0; r < 4; r++) {
    for (let i = 0; i < 3; i++) {
      const at = [-0.22 + i * 0.22, 0.28 + r * 0.34, -0.04] as const;
      b.box([0.17, 0.24, 0.012], at, { colour: colours[Math.floor(random() * 5)]! }).box(
        [0.13, 0.03, 0.014],
        [at[0], at[1] + 0.16, at[2]],
        { colour: '#f4f1e8' },
      );
      b.box([0.2, 0.09, 0.02], [at[0], at[1] - 0.02, 0], { colour: '#b9c4c2' });
    }
  }
  b.contact(0.7, 0.3, [0, 0.003, 0], 0.4);
}

/** Small notes on a board that nobody need read. */
export function noticeSmall(b: PlaceBuilder, { size = [0.9, 0.7, 0.03], at }: PartSpec): void {
  const [w, h] = size;
  const random = steady(at[0] * 5 + at[2] + w);
  b.box([w, h, 0.025], [0, 0, 0.012], { colour: OAK }).box([w - 0.06, h - 0.06, 0.006], [0, 0.03, 0.024], {
    colour: '#b99a6c',
    grain: 'coarse',
  });
  const colours = ['#f7f4ec', '#efe3c0', '#dfe8ea', '#f0d8cc'];
  for (let i = 0; i < 7; i++) {
    const x = -w / 2 + 0.14 + ((i % 4) * (w - 0.28)) / 3;
    const y = i < 4 ? h * 0.52 : h * 0.12;
    const [wide, tall] = [0.13 + random() * 0.05, 0.16 + random() * 0.08];
    b.box([wide, tall, 0.003], [x, y, 0.031], { colour: colours[i % 4]! });
    for (let k = 0; k < 3; k++)
      b.box([wide * (0.7 - 0.15 * k), 0.01, 0.002], [x - 0.01, y + tall * (0.72 - k * 0.22), 0.034], { colour: '#7c8584' });
  }
}

export function whiteboard(b: PlaceBuilder, { size = [2, 1.1, 0.04] }: PartSpec): void {
  const [w, h] = size;
  b.box([w, h, 0.03], [0, 0, 0.015], { colour: '#c9ccc8' })
    .box([w - 0.06, h - 0.06, 0.006], [0, 0.03, 0.028], { colour: '#f8f8f4' })
    .box([w * 0.5, 0.02, 0.08], [0, -0.02, 0.05], { colour: '#b9bdb9' });
  const random = steady(w * 11);
  for (let i = 0; i < 4; i++)
    b.box([w * (0.2 + random() * 0.25), 0.022, 0.002], [-w * 0.22 + random() * 0.05, h * (0.78 - i * 0.15), 0.033], {
      colour: i === 0 ? '#1E626A' : '#8fa3a6',
    });
  const ring = [0, 1, 2, 3, 4, 5, 6, 7].map((k) => (k * Math.PI) / 4);
  for (const a of ring) {
    b.bar(
      [w * 0.28 + Math.sin(a) * 0.2, h * 0.5 + Math.cos(a) * 0.2, 0.033],
      [w * 0.28 + Math.sin(a + 0.79) * 0.2, h * 0.5 + Math.cos(a + 0.79) * 0.2, 0.033],
      0.006,
      { colour: '#A5322B' },
      4,
    );
  }
  for (const [x, c] of [
    [-0.12, '#1E626A'],
    [0, '#A5322B'],
    [0.1, '#3d4443'],
  ] as const) {
    b.bar([x - 0.05, 0.012, 0.06], [x + 0.05, 0.012, 0.06], 0.009, { colour: c }, 6);
  }
}

export function waterCooler(b: PlaceBuilder, _spec: PartSpec): void {
  b.box([0.32, 0.95, 0.32], [0, 0, 0], { colour: '#e6e7e2', foot: 0.1 }, 0.02).box([0.24, 0.22, 0.02], [0, 0.66, 0.155], {
    colour: '#8fa3a8',
  });
  b.solid(new CylinderGeometry(0.13, 0.13, 0.34, 18).translate(0, 1.14, 0), { colour: '#a9c6d2', foot: 0.1 })
    .tube(0.1, 0.06, [0, 0.94, 0], { colour: '#c9d6da' }, { sides: 14 })
    .contact(0.32, 0.32, [0, 0.003, 0], 0.45);
  for (const x of [-0.05, 0.05]) b.box([0.03, 0.04, 0.05], [x, 0.8, 0.18], { colour: x < 0 ? '#4f7f92' : '#a8664a' });
}

/** A couch to lie on at a doctor’s, along x. */
export function examCouch(b: PlaceBuilder, { colour = '#7f9994' }: PartSpec): void {
  b.box([1.85, 0.1, 0.62], [0, 0.58, 0], { colour }, 0.04)
    .box([0.5, 0.1, 0.6], [-0.72, 0.66, 0], { colour: shade(colour, 1.06) }, 0.04)
    .box([1.3, 0.004, 0.5], [0.2, 0.682, 0], { colour: '#f7f5ee' });
  for (const x of [-0.75, 0.75]) {
    b.box([0.05, 0.58, 0.5], [x, 0, 0], { colour: '#d5d7d2', foot: 0.15 });
    b.box([0.07, 0.04, 0.56], [x, 0, 0], { colour: GREY });
  }
  b.box([1.5, 0.05, 0.4], [0, 0.3, 0], { colour: '#d5d7d2' }).contact(1.8, 0.6, [0, 0.003, 0], 0.38);
}

/** Letters that grow smaller, on a wall. */
export function eyeChart(b: PlaceBuilder, { size = [0.5, 0.8, 0.03] }: PartSpec): void {
  const [w, h] = size;
  b.box([w + 0.04, h + 0.04, 0.02], [0, -0.02, 0.005], { colour: '#c9ccc8' });
  b.panel(w, h, [0, h / 2, 0.018], (g, wide, tall) => {
    g.fillStyle = '#fbfaf5';
    g.fillRect(0, 0, wide, tall);
    g.fillStyle = '#23292b';
    g.textAlign = 'center';
    g.textBaseline = 'middle';
    ['E', 'F P', 'T O Z', 'L P E D', 'P E C F D'].forEach((row, i) => {
      g.font = `700 ${tall * (0.22 - i * 0.036)}px ${TYPEFACE}`;
      g.fillText(row, wide / 2, tall * (0.15 + i * 0.19 - i * i * 0.006));
    });
  });
}
