import { BoxGeometry, CylinderGeometry, PlaneGeometry, TorusGeometry } from 'three';
import { PlaceBuilder, type Paint } from '../places/builder';

/** The bus looks along +x; its front door is at x = 0 on the side `kerb` (the sign of z). Metres; the road is at -0.13. */
export const FRONT = 1.3;
const REAR = -9.7;
export const HALF_WIDTH = 1.24;
export const ROAD = -0.13;
export const AXLES = [-1.75, -7.4] as const;
export const WHEEL_RADIUS = 0.47;
export const DOOR_HALF = 0.6;
const SILL = 0.98;
const WINDOW_TOP = 2.28;
const ROOF = 2.86;
const FLOOR = 0.05;

const FJORD: Paint = { colour: '#2a7680', foot: 0.12 };
const PAPER: Paint = { colour: '#efeae0' };
const DARK: Paint = { colour: '#2b3436' };
const SEAT: Paint = { colour: '#6f949c', foot: 0.2 };
const POLE: Paint = { colour: '#E3A13B' };
const LENGTH = FRONT - REAR;
const MIDDLE = (FRONT + REAR) / 2;

/** One long side between two x: panel below, band above, a post at each end, glass between. */
function sidePiece(b: PlaceBuilder, z: number, from: number, to: number): void {
  const width = to - from;
  const x = (from + to) / 2;
  b.box([width, SILL - ROAD - 0.28, 0.07], [x, ROAD + 0.28, z], FJORD);
  b.box([width, 0.07, 0.075], [x, SILL - 0.1, z], PAPER);
  const panes = Math.max(1, Math.round(width / 1.5));
  for (let i = 0; i <= panes; i++) b.box([0.08, WINDOW_TOP - SILL, 0.06], [from + (i / panes) * width, SILL, z], DARK);
  b.pane([width, WINDOW_TOP - SILL, 0.02], [x, SILL, z], '#93b0b5');
}

function wheelHouse(b: PlaceBuilder, x: number, z: number): void {
  b.box([1.16, 0.62, 0.09], [x, ROAD + 0.27, z], DARK, 0.03);
  b.box([1.12, 0.86, 0.52], [x, FLOOR, z * 0.77], { colour: '#7a8a8d' });
}

function sides(b: PlaceBuilder, kerb: number): void {
  const near = HALF_WIDTH * kerb;
  sidePiece(b, near, REAR, -DOOR_HALF);
  sidePiece(b, near, DOOR_HALF, FRONT);
  sidePiece(b, -near, REAR, FRONT);
  for (const x of AXLES) for (const z of [near, -near]) wheelHouse(b, x, z * 0.985);
  // a second door in the middle, always shut
  b.box([1.2, WINDOW_TOP + 0.02 - FLOOR, 0.05], [-4.6, FLOOR, near * 1.015], { colour: '#8ba3a6', foot: 0.3 });
  b.box([0.05, WINDOW_TOP - FLOOR, 0.07], [-4.6, FLOOR, near * 1.015], DARK);
  for (const x of [-DOOR_HALF - 0.03, DOOR_HALF + 0.03]) b.box([0.07, WINDOW_TOP + 0.1 - FLOOR, 0.09], [x, FLOOR, near], DARK);
}

function ends(b: PlaceBuilder): void {
  b.box([0.1, SILL - ROAD - 0.25, HALF_WIDTH * 2], [FRONT, ROAD + 0.25, 0], FJORD, 0.03);
  b.box([0.12, 0.2, HALF_WIDTH * 2], [FRONT + 0.01, ROAD + 0.22, 0], DARK, 0.03);
  b.pane([0.03, WINDOW_TOP - SILL, HALF_WIDTH * 2 - 0.1], [FRONT, SILL, 0], '#a9c2c6');
  for (const z of [-1, 1]) b.box([0.1, WINDOW_TOP - SILL, 0.1], [FRONT, SILL, z * (HALF_WIDTH - 0.04)], DARK);
  b.box([0.1, WINDOW_TOP - ROAD - 0.25, HALF_WIDTH * 2], [REAR, ROAD + 0.25, 0], FJORD, 0.03);
  for (const z of [-0.92, 0.92]) {
    b.light(new PlaneGeometry(0.3, 0.14).rotateY(Math.PI / 2).translate(FRONT + 0.075, 0.42, z), { colour: '#fff3d6' });
    b.light(new PlaneGeometry(0.12, 0.3).rotateY(-Math.PI / 2).translate(REAR - 0.06, 0.7, z * 1.15), { colour: '#b8453a' });
    // mirrors
    b.box([0.06, 0.34, 0.18], [FRONT + 0.2, 1.62, z * 1.42], DARK, 0.02).bar(
      [FRONT, 2.1, z * 1.22],
      [FRONT + 0.2, 1.9, z * 1.4],
      0.018,
      DARK,
    );
  }
}

function roofAndFloor(b: PlaceBuilder): void {
  b.box([LENGTH + 0.1, ROOF - WINDOW_TOP, HALF_WIDTH * 2 + 0.06], [MIDDLE, WINDOW_TOP, 0], PAPER, 0.16);
  b.box([3.4, 0.2, 1.5], [-5.2, ROOF - 0.02, 0], { colour: '#dcd6c9' }, 0.06);
  b.box([LENGTH - 0.1, 0.06, HALF_WIDTH * 2 - 0.08], [MIDDLE, FLOOR - 0.06, 0], { colour: '#98a0a1' });
  b.box([LENGTH - 0.4, 0.1, HALF_WIDTH * 2 - 0.2], [MIDDLE, ROAD + 0.04, 0], { colour: '#23292b' });
  b.light(new PlaneGeometry(LENGTH - 1.5, 0.22).rotateX(Math.PI / 2).translate(MIDDLE - 0.4, WINDOW_TOP - 0.005, 0), { colour: '#fff6e4' });
  b.contact(LENGTH - 0.2, HALF_WIDTH * 2 - 0.3, [MIDDLE, ROAD + 0.004, 0], 0.62, 0.35);
}

function inside(b: PlaceBuilder, kerb: number): void {
  for (let x = -2.6; x > REAR + 0.6; x -= 0.86) {
    for (const side of [-1, 1]) {
      if (side === kerb && x < -3.7 && x > -5.5) continue; // room by the middle door
      b.box([0.44, 0.1, 0.84], [x, FLOOR + 0.38, side * 0.74], SEAT).box(
        [0.1, 0.72, 0.84],
        [x - 0.24, FLOOR + 0.38, side * 0.74],
        SEAT,
        0.03,
      );
    }
  }
  for (const x of [-1.3, -3.5, -5.7]) b.tube(0.02, WINDOW_TOP - FLOOR, [x, FLOOR, 0.3 * kerb], POLE, { sides: 6 });
  const driver = -0.62 * kerb;
  b.box([0.48, 0.5, 0.5], [0.1, FLOOR, driver], DARK, 0.04).box([0.12, 0.8, 0.5], [-0.16, FLOOR + 0.45, driver], DARK, 0.04);
  b.box([0.34, 0.5, 1.0], [FRONT - 0.25, FLOOR + 0.35, driver], { colour: '#3a4446' }, 0.05);
  b.box([0.05, 1.0, 1.1], [-0.42, FLOOR, driver], { colour: '#7a8a8d' });
  b.solid(
    new TorusGeometry(0.2, 0.018, 6, 18)
      .rotateY(Math.PI / 2)
      .rotateZ(-0.5)
      .translate(0.72, FLOOR + 0.92, driver),
    DARK,
  );
  b.box([0.3, 0.9, 0.3], [0.45, FLOOR, 0.1 * kerb], { colour: '#7a8a8d' }, 0.03); // the ticket machine
}

/** Everything of the bus that does not move by itself. `kerb` is the side of the door: the sign of z. */
export function busBody(kerb: 1 | -1): PlaceBuilder {
  const b = new PlaceBuilder();
  sides(b, kerb);
  ends(b);
  roofAndFloor(b);
  inside(b, kerb);
  return b;
}

/** Somebody at the wheel, seen through glass: no more than a shape. */
export function driverShape(kerb: 1 | -1): PlaceBuilder {
  const b = new PlaceBuilder();
  const z = -0.62 * kerb;
  b.lump([0.2, 0.34, 0.27], [0.06, FLOOR + 0.86, z], { colour: '#2f4558' }, 0.02, 2);
  b.lump([0.1, 0.13, 0.09], [0.1, FLOOR + 1.34, z], { colour: '#c79a7e' }, 0.02, 2);
  b.lump([0.105, 0.09, 0.096], [0.075, FLOOR + 1.41, z], { colour: '#5b4a3c' }, 0.03, 1);
  for (const side of [-1, 1])
    b.bar([0.1, FLOOR + 1.04, z + side * 0.24], [0.66, FLOOR + 0.94, z + side * 0.15], 0.05, { colour: '#2f4558' }, 7);
  return b;
}

/** Both wheels of one axle, round the origin. */
export function axle(): PlaceBuilder {
  const b = new PlaceBuilder();
  for (const side of [-1, 1]) {
    const z = side * (HALF_WIDTH - 0.16);
    const tyre = new CylinderGeometry(WHEEL_RADIUS, WHEEL_RADIUS, 0.3, 22).rotateX(Math.PI / 2).translate(0, 0, z);
    b.solid(tyre, { colour: '#25282a' });
    const rim = new CylinderGeometry(0.27, 0.27, 0.31, 14).rotateX(Math.PI / 2).translate(0, 0, z);
    b.solid(rim, { colour: '#9aa3a4' });
    for (let i = 0; i < 5; i++) {
      const hole = new BoxGeometry(0.09, 0.09, 0.32).translate(0.16, 0, z).rotateZ((i / 5) * Math.PI * 2);
      b.solid(hole, { colour: '#50585a' });
    }
  }
  return b;
}

/** One leaf of the front door, its middle at the origin and its foot on the floor. */
export function doorLeaf(): PlaceBuilder {
  const b = new PlaceBuilder();
  const tall = WINDOW_TOP + 0.04 - FLOOR;
  const wide = DOOR_HALF - 0.02;
  b.box([wide, 0.1, 0.05], [0, FLOOR, 0], DARK).box([wide, 0.08, 0.05], [0, FLOOR + tall - 0.08, 0], DARK);
  for (const side of [-1, 1]) b.box([0.06, tall, 0.05], [side * (wide / 2 - 0.03), FLOOR, 0], DARK);
  b.bar([0.1, FLOOR + 0.9, 0.05], [0.1, FLOOR + 1.5, 0.05], 0.015, POLE, 6);
  b.pane([wide - 0.1, tall - 0.18, 0.02], [0, FLOOR + 0.1, 0], '#a9c2c6');
  return b;
}
