import type { Pen } from '../canvas';
import { BOARD_FACES } from '../things/board_faces';
import type { PlaceBuilder } from './builder';
import { shade } from './chance';
import type { PartSpec } from './description';

const STEEL = { colour: '#5c7074', foot: 0.15 };
const WOOD = '#b98d5e';

/** A timber and glass bus shelter, open towards +z. */
export function shelter(b: PlaceBuilder, { size = [3.8, 2.45, 1.5] }: PartSpec): void {
  const [w, h, d] = size;
  const sides = [-w / 2 + 0.05, w / 2 - 0.05];
  const back = -d / 2 + 0.05;
  for (const [x, z] of [...[-w / 2 + 0.05, 0, w / 2 - 0.05].map((x) => [x, back]), ...sides.map((x) => [x, d / 2 - 0.25])] as [
    number,
    number,
  ][]) {
    b.box([0.07, h, 0.07], [x, 0, z], STEEL, 0.008).contact(0.07, 0.07, [x, 0, z], 0.4);
  }
  b.box([w + 0.3, 0.1, d + 0.35], [0, h, 0.05], { colour: '#4d5d60' }, 0.02);
  for (let i = 0; i < 11; i++) {
    const plank = { colour: shade(WOOD, i % 2 ? 1.04 : 0.96), grain: 'woodX' as const };
    b.box([w + 0.1, 0.03, 0.125], [0, h - 0.035, -d / 2 + 0.08 + i * 0.145], plank);
  }
  for (const x of [-w / 4, w / 4]) {
    b.pane([w / 2 - 0.12, h - 0.5, 0.012], [x, 0.28, back]);
    for (const y of [0.25, h - 0.22]) b.box([w / 2 - 0.08, 0.04, 0.04], [x, y, back], STEEL);
    b.box([w / 2 - 0.14, 0.05, 0.003], [x, 1.5, back + 0.008], { colour: '#dfe8e6' }); // the band that birds and people see
  }
  for (const x of sides) b.pane([0.012, h - 0.5, d - 0.4], [x, 0.28, -0.1]).box([0.04, 0.04, d - 0.36], [x, 0.25, -0.1], STEEL);
  b.contact(w, d, [0, 0, 0], 0.22);
}

export function bench(b: PlaceBuilder, { size = [1.7, 0.45, 0.42] }: PartSpec): void {
  const [w, h, d] = size;
  for (let i = 0; i < 4; i++) {
    const slat = { colour: shade(WOOD, 0.97 + 0.05 * (i % 2)), grain: 'woodX' as const };
    b.box([w, 0.035, d / 4 - 0.012], [0, h - 0.035, -d / 2 + (i + 0.5) * (d / 4)], slat, 0.008);
  }
  for (const x of [-w / 2 + 0.2, w / 2 - 0.2]) b.box([0.05, h - 0.035, d - 0.06], [x, 0, 0], STEEL, 0.006);
  b.contact(w, d, [0, 0, 0], 0.45);
}

/** A frame for the live timetable; what it says comes from the room. */
export function timetable(b: PlaceBuilder, _spec: PartSpec): void {
  const { width, height } = BOARD_FACES['timetable']!;
  b.box([width + 0.08, height + 0.08, 0.05], [0, 0.86, 0], STEEL, 0.012)
    .tube(0.03, 0.9, [-0.36, 0, 0], STEEL)
    .tube(0.03, 0.9, [0.36, 0, 0], STEEL)
    .contact(0.78, 0.06, [0, 0, 0], 0.4)
    .board('timetable', [0, 0.9 + height / 2, 0.027]);
}

/** A white bus on blue-green, as everybody knows it. */
function drawBusSign(g: Pen, w: number, h: number): void {
  const box = (x: number, y: number, width: number, height: number, round: number, colour: string): void => {
    g.fillStyle = colour;
    g.beginPath();
    g.roundRect(w * x, h * y, w * width, h * height, round);
    g.fill();
  };
  const ground = '#1E626A';
  g.fillStyle = ground;
  g.fillRect(0, 0, w, h);
  box(0.16, 0.16, 0.68, 0.54, 26, '#fff');
  box(0.23, 0.23, 0.54, 0.24, 10, ground);
  for (const x of [0.3, 0.7]) {
    g.fillStyle = ground;
    g.beginPath();
    g.arc(w * x, h * 0.58, w * 0.05, 0, 7);
    g.fill();
  }
  for (const x of [0.23, 0.64]) box(x, 0.69, 0.13, 0.09, 4, '#fff');
}

export function signPole(b: PlaceBuilder, _spec: PartSpec): void {
  b.tube(0.03, 2.75, [0, 0, 0], STEEL).contact(0.08, 0.08, [0, 0, 0], 0.45);
  b.box([0.52, 0.52, 0.03], [0, 2.2, 0.03], { colour: '#24525c' }, 0.012);
  b.panel(0.48, 0.48, [0, 2.46, 0.047], drawBusSign);
  b.panel(0.48, 0.48, [0, 2.46, 0.013], drawBusSign);
}

export function lamp(b: PlaceBuilder, _spec: PartSpec): void {
  b.tube(0.06, 4.4, [0, 0, 0], STEEL, { top: 0.04, sides: 10 }).bar([0, 4.3, 0], [0.9, 4.5, 0], 0.03, STEEL);
  b.box([0.5, 0.06, 0.18], [1, 4.46, 0], STEEL, 0.02).contact(0.12, 0.12, [0, 0, 0], 0.5);
}

export function bin(b: PlaceBuilder, _spec: PartSpec): void {
  b.tube(0.2, 0.7, [0, 0.08, 0], { colour: '#4f6a66', foot: 0.2 }, { top: 0.22 }).tube(0.225, 0.05, [0, 0.78, 0], { colour: '#3d4a4d' });
  b.tube(0.05, 0.1, [0, 0, 0], STEEL).contact(0.34, 0.34, [0, 0, 0], 0.5);
}

/** A low white fence along x. */
export function fence(b: PlaceBuilder, { size = [6, 0.9, 0.06], colour = '#e6e1d6' }: PartSpec): void {
  const [w, h] = size;
  for (const y of [h * 0.3, h * 0.75]) b.box([w, 0.07, 0.03], [0, y, -0.02], { colour: shade(colour, 0.94) });
  for (let x = -w / 2 + 0.1; x < w / 2; x += 0.2) b.box([0.08, h, 0.022], [x, 0.04, 0.01], { colour, foot: 0.2 });
}

/** A bicycle stand with one bicycle's worth of hoops. */
export function bikeHoops(b: PlaceBuilder, { size = [1.6, 0.8, 0.5] }: PartSpec): void {
  for (let x = -size[0] / 2; x <= size[0] / 2 + 0.01; x += 0.8) {
    for (const z of [-size[2] / 2, size[2] / 2]) b.tube(0.025, size[1], [x, 0, z], STEEL, { sides: 8 });
    b.bar([x, size[1], -size[2] / 2], [x, size[1], size[2] / 2], 0.025, STEEL);
  }
}
