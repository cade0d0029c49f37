import { Color, Vector3 } from 'three';
import { seedOf } from '../life';
import type { HairStyle, Look } from '../looks';
import type { SkinBuilder } from '../skin_builder';
import { addBeanie, addGlasses, addHijab, addPeakedCap } from './headwear';
import { addLocks, addTail, type Flow } from './locks';
import { addCap, CROPPED, HEAD_ONLY, onHead, SWEPT } from './scalp';

/** Away from the whorl at the back of the crown: how cropped hair lies. */
const fromWhorl: Flow = (at) => new Vector3(0.12, 0.9, -0.42).normalize().negate().addScaledVector(at, 1.2);
/** Away from a parting that runs from front to back at `x`, and a little back. */
const fromParting =
  (x: number, back: number): Flow =>
  (at) =>
    new Vector3(Math.sign(at.x - x) * (1.1 - Math.abs(at.x) * 0.4), -Math.abs(at.x) * 0.9, -back - 0.2 * Math.max(0, at.z));
/** Swept up and to the side, as if combed with the fingers. */
const sweptBack: Flow = (at) => new Vector3(at.x * 0.9 + 0.34 * Math.max(0, at.y), -0.25 - 0.5 * Math.max(0, -at.z), -1 - at.z * 0.2);
const towards =
  (goal: Vector3): Flow =>
  (at) =>
    goal.clone().sub(at);

const BUN = new Vector3(0, 0.1, -0.085);
const TAIL = new Vector3(0, 0.045, -0.118);

type Dress = (skin: SkinBuilder, look: Look, colour: Color, seed: number) => void;

const short: Dress = (skin, look, colour, seed) => {
  const full = look.age > 50 ? 0.55 : 1;
  addCap(skin, look, colour, { line: CROPPED, thick: (_, t) => 0.005 + 0.005 * full * (1 - t), columns: 36, rows: 8 });
  addLocks(skin, look, colour, {
    line: CROPPED,
    flow: fromWhorl,
    count: 105,
    length: 0.045,
    width: 0.019,
    volume: 0.011 * full,
    loose: 0.008,
    over: 0.045,
    seed,
  });
};

const swept: Dress = (skin, look, colour, seed) => {
  addCap(skin, look, colour, { line: CROPPED, thick: (_, t) => 0.006 + 0.011 * (1 - t), columns: 36, rows: 8 });
  addLocks(skin, look, colour, {
    line: CROPPED,
    flow: sweptBack,
    count: 95,
    length: 0.075,
    width: 0.021,
    volume: 0.017,
    loose: 0.01,
    over: 0.04,
    seed,
  });
};

/** Hair that falls: only beside and behind the face, never over it. */
const behindFace = (length: number) => (theta: number) => length * Math.min(1, Math.max(0, (Math.abs(theta) - 0.85) / 0.25));

const long: Dress = (skin, look, colour, seed) => {
  addCap(skin, look, colour, { line: SWEPT, thick: (_, t) => 0.009 + 0.004 * (1 - t), columns: 40, rows: 8 });
  addLocks(skin, look, colour, {
    line: SWEPT,
    flow: fromParting(0.16, 0.25),
    count: 105,
    length: 0.13,
    width: 0.022,
    volume: 0.015,
    loose: 0.006,
    fall: behindFace(0.24),
    curl: -0.004,
    seed,
  });
};

const bob: Dress = (skin, look, colour, seed) => {
  addCap(skin, look, colour, { line: SWEPT, thick: (_, t) => 0.011 + 0.006 * (1 - t), columns: 40, rows: 8 });
  addLocks(skin, look, colour, {
    line: SWEPT,
    flow: fromParting(-0.2, 0.2),
    count: 105,
    length: 0.12,
    width: 0.024,
    volume: 0.02,
    loose: 0.008,
    fall: behindFace(0.095),
    curl: 0.03,
    seed,
  });
};

const bun: Dress = (skin, look, colour, seed) => {
  const goal = BUN.clone().normalize();
  addCap(skin, look, colour, { line: CROPPED, thick: () => 0.006, columns: 36, rows: 8 });
  addLocks(skin, look, colour, {
    line: CROPPED,
    flow: towards(goal),
    count: 72,
    length: 0.07,
    width: 0.017,
    volume: 0.007,
    loose: 0.003,
    seed,
  });
  skin.ball(onHead(BUN.clone()), new Vector3(0.04, 0.036, 0.038), colour.clone().multiplyScalar(0.9), HEAD_ONLY, undefined, 14);
  const coils = skin.far ? 0 : 26;
  for (let i = 0; i < coils; i++) {
    const a = i * 2.4;
    const r = 0.033 * Math.sqrt((i + 0.5) / coils);
    const at = new Vector3(Math.sin(a) * r, Math.cos(a) * r * 0.9 + 0.004, -Math.sqrt(Math.max(0, 0.0014 - r * r))).add(BUN);
    skin.ball(onHead(at), new Vector3(0.0105, 0.008, 0.009), colour.clone().multiplyScalar(0.92 + (i % 5) * 0.05), HEAD_ONLY, undefined, 5);
  }
};

const tail: Dress = (skin, look, colour, seed) => {
  addCap(skin, look, colour, { line: CROPPED, thick: () => 0.007, columns: 36, rows: 8 });
  addLocks(skin, look, colour, {
    line: CROPPED,
    flow: towards(TAIL.clone().normalize()),
    count: 85,
    length: 0.085,
    width: 0.018,
    volume: 0.009,
    loose: 0.005,
    seed,
  });
  skin.ball(onHead(TAIL.clone()), new Vector3(0.02, 0.02, 0.014), new Color('#3d3338'), HEAD_ONLY, undefined, 9);
  addTail(skin, TAIL, 0.27, colour);
};

/** A full round of curls: a lumpy ground with loose ringlets over it. */
const curls: Dress = (skin, look, colour, seed) => {
  const lump = (theta: number, t: number): number =>
    0.034 + 0.012 * Math.sin(theta * 9 + t * 4) * Math.sin(t * 22 + theta * 3) + 0.006 * Math.sin(theta * 19 - t * 31);
  addCap(skin, look, colour, { line: CROPPED, thick: lump, columns: 52, rows: 15 });
  addLocks(skin, look, colour, {
    line: CROPPED,
    flow: (at) => new Vector3(Math.sin(at.y * 40), Math.cos(at.x * 34), Math.sin(at.z * 37)),
    count: 105,
    length: 0.035,
    width: 0.02,
    volume: 0.04,
    loose: 0.022,
    over: 0.12,
    seed,
  });
};

/** Close-cut hair of which only the edge comes out under a hat. */
function underHat(skin: SkinBuilder, look: Look, hair: Color, seed: number): void {
  addCap(skin, look, hair, { line: CROPPED, thick: () => 0.004, columns: 30, rows: 7 });
  const edge = {
    line: CROPPED,
    flow: fromWhorl,
    from: 0.8,
    count: 34,
    length: 0.04,
    width: 0.018,
    volume: 0.006,
    loose: 0.01,
    over: 0.1,
    seed,
  };
  addLocks(skin, look, hair, edge);
}

const beanie: Dress = (skin, look, colour, seed) => {
  underHat(skin, look, new Color('#6b4a2e'), seed);
  addBeanie(skin, look, colour);
};

const cap: Dress = (skin, look, colour, seed) => {
  underHat(skin, look, new Color('#bcb7ae'), seed);
  addPeakedCap(skin, look, colour);
};

const STYLES: Readonly<Record<HairStyle, Dress>> = {
  bald: () => undefined,
  short,
  swept,
  long,
  bob,
  bun,
  tail,
  curls,
  hijab: addHijab,
  beanie,
  cap,
};

export function addHair(skin: SkinBuilder, look: Look): void {
  STYLES[look.hair.style](skin, look, new Color(look.hair.colour), seedOf(look.id));
  if (look.glasses) addGlasses(skin, look, new Color(look.glasses));
}
