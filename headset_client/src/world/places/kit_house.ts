import { BufferGeometry, Float32BufferAttribute } from 'three';
import type { PlaceBuilder } from './builder';
import { shade, steady } from './chance';
import type { PartSpec } from './description';

const TRIM = '#ece7dc';

/** A pitched roof with its ridge along x. */
function gable(w: number, h: number, d: number): BufferGeometry {
  const x = w / 2;
  const z = d / 2;
  const frontLeft = [-x, 0, z];
  const frontRight = [x, 0, z];
  const backLeft = [-x, 0, -z];
  const backRight = [x, 0, -z];
  const ridgeLeft = [-x, h, 0];
  const ridgeRight = [x, h, 0];
  const faces = [
    [frontLeft, frontRight, ridgeRight],
    [frontLeft, ridgeRight, ridgeLeft],
    [backRight, backLeft, ridgeLeft],
    [backRight, ridgeLeft, ridgeRight],
    [frontRight, backRight, ridgeRight],
    [backLeft, frontLeft, ridgeLeft],
    [backLeft, backRight, frontRight],
    [backLeft, frontRight, frontLeft],
  ];
  const g = new BufferGeometry();
  g.setAttribute('position', new Float32BufferAttribute(faces.flat(2), 3));
  g.computeVertexNormals();
  return g;
}

function sash(b: PlaceBuilder, x: number, y: number, front: number, lit: boolean): void {
  b.box([1.06, 1.42, 0.09], [x, y - 0.06, front + 0.03], { colour: TRIM });
  b.box([0.9, 1.26, 0.1], [x, y + 0.02, front + 0.032], { colour: lit ? '#ecd2a2' : '#869ba5', foot: lit ? 0.2 : 0.42 });
  if (!lit) b.box([0.3, 1.2, 0.004], [x - 0.26, y + 0.05, front + 0.083], { colour: '#b9c6c8', foot: 0.3 }); // a curtain
  b.box([0.035, 1.26, 0.12], [x, y + 0.02, front + 0.03], { colour: TRIM });
  b.box([0.9, 0.035, 0.12], [x, y + 0.85, front + 0.03], { colour: TRIM });
  b.box([1.16, 0.05, 0.2], [x, y - 0.1, front + 0.05], { colour: '#dcd6ca' });
}

function frontDoor(b: PlaceBuilder, x: number, front: number): void {
  b.box([1.24, 2.3, 0.09], [x, 0.42, front + 0.03], { colour: TRIM }).box([1, 2.14, 0.1], [x, 0.45, front + 0.035], {
    colour: '#8a4a37',
    foot: 0.2,
  });
  b.box([0.6, 0.5, 0.02], [x, 1.85, front + 0.085], { colour: '#9fb0b4' }).box([0.05, 0.05, 0.08], [x + 0.38, 1.4, front + 0.1], {
    colour: '#c8b27c',
  });
  b.box([1.8, 0.16, 0.9], [x, 0.1, front + 0.42], { colour: '#a39f97', foot: 0.2 }).box([1.4, 0.16, 0.5], [x, 0.26, front + 0.26], {
    colour: '#aca8a0',
  });
  b.box([1.7, 0.08, 0.8], [x, 2.86, front + 0.4], { colour: '#6a6462' });
  for (const side of [-1, 1]) b.box([0.08, 0.45, 0.5], [x + side * 0.7, 2.42, front + 0.26], { colour: TRIM });
}

/** A wooden house facing +z: boards, plinth, windows with pale frames, a door, corner boards, eaves and a chimney. */
export function facade(b: PlaceBuilder, { size = [8, 5.6, 4], colour = '#8c9a94' }: PartSpec): void {
  const [w, h, d] = size;
  const front = d / 2;
  const random = steady(w + h + colour.charCodeAt(2));
  b.box([w, h, d], [0, 0, 0], { colour, grain: 'woodY', foot: 0.08 });
  b.box([w + 0.06, 0.45, d + 0.06], [0, 0, 0], { colour: '#8e8b86', foot: 0.25 });
  for (let x = -w / 2 + 0.14; x < w / 2; x += 0.28) {
    b.box([0.045, h - 0.45, 0.03], [x, 0.45, front + 0.012], { colour: shade(colour, 0.9 + random() * 0.06), grain: 'woodY' });
  }
  const door = Math.round(random() * 2 + 1);
  for (const storey of [0, 1]) {
    let i = 0;
    for (let x = -w / 2 + 1.2; x <= w / 2 - 1.1; x += 1.75) {
      const y = 1.15 + storey * 2.55;
      if (y + 1.4 > h) continue;
      if (storey === 0 && i++ === door) frontDoor(b, x, front);
      else sash(b, x, y, front, random() > 0.7);
    }
  }
  b.solid(gable(w + 0.7, d * 0.42, d + 0.9).translate(0, h - 0.02, 0), { colour: '#77716e', grain: 'woodX' });
  b.box([w + 0.5, 0.12, 0.5], [0, h - 0.06, front + 0.1], { colour: '#e4ded2', foot: 0.2 });
  for (const side of [-1, 1]) b.box([0.16, h - 0.45, 0.06], [side * (w / 2 - 0.06), 0.45, front + 0.02], { colour: TRIM });
  b.tube(0.04, h - 0.3, [w / 2 - 0.25, 0.2, front + 0.1], { colour: '#b8b4ab' }, { sides: 6 });
  b.box([0.6, 1.1, 0.6], [w * 0.22, h + d * 0.3, 0], { colour: '#9a6a56', foot: 0.1 });
  b.contact(w, d, [0, 0.11, 0], 0.4, 0.7);
}
