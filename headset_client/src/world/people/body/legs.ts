import { Color, MathUtils, Vector3 } from 'three';
import type { Look } from '../looks';
import { SIDES, signOf, type Side } from '../skeleton';
import type { Ring, SkinBuilder, Weights } from '../skin_builder';
import { trunkRing } from './trunk';

/** [height, half width, front, back, share of the shin] down a leg. */
const LEG: readonly [number, number, number, number, number][] = [
  [0.915, 0.078, 0.09, 0.1, 0],
  [0.86, 0.084, 0.094, 0.102, 0],
  [0.76, 0.081, 0.086, 0.09, 0],
  [0.64, 0.071, 0.076, 0.075, 0],
  [0.56, 0.064, 0.07, 0.066, 0.12],
  [0.5, 0.061, 0.067, 0.063, 0.5],
  [0.44, 0.059, 0.062, 0.066, 0.88],
  [0.34, 0.058, 0.058, 0.07, 1],
  [0.22, 0.053, 0.053, 0.061, 1],
  [0.1, 0.053, 0.056, 0.058, 1],
  [0.055, 0.055, 0.06, 0.058, 1],
];

/** The seat of the trousers, closed at the crotch. */
function addSeat(skin: SkinBuilder, look: Look, cloth: Color): void {
  const g = look.girth;
  const low: Ring = {
    at: new Vector3(0, 0.86, -0.008),
    across: 0.15 * g,
    front: 0.09 * g,
    back: 0.1 * g,
    colour: cloth,
    weights: (p) => ({ hips: 0.6, thighL: p.x > 0 ? 0.4 : 0, thighR: p.x > 0 ? 0 : 0.4 }),
  };
  const end: Ring = {
    at: new Vector3(0, 0.83, -0.008),
    across: 0.07,
    front: 0.05,
    colour: cloth.clone().multiplyScalar(0.6),
    weights: { hips: 1 },
  };
  const rings = [1.02, 0.95, 0.9].map((y) => trunkRing(y, look, y > 1 ? -0.004 : 0.001, cloth));
  skin.loft([...rings, low, end], 28, { capEnd: true });
}

export function addLegs(skin: SkinBuilder, look: Look): void {
  const cloth = new Color(look.trousers);
  addSeat(skin, look, cloth);
  for (const side of SIDES) {
    addLeg(skin, look, side, cloth);
    addShoe(skin, look, side);
  }
}

function addLeg(skin: SkinBuilder, look: Look, side: Side, cloth: Color): void {
  const x = signOf(side) * 0.088;
  const g = look.girth;
  const rings: Ring[] = LEG.map(([y, across, front, back, share], i) => {
    const grow = MathUtils.lerp(Math.sqrt(g), g, MathUtils.smoothstep(y, 0.5, 0.9));
    const hip = [0.5, 0.12][i] ?? 0;
    return {
      at: new Vector3(x * MathUtils.lerp(1, 1.02, i / 10), y, i > 6 ? -0.004 : 0),
      across: across * grow,
      front: front * grow,
      back: back * grow,
      colour: cloth,
      weights: { hips: hip, [`thigh${side}`]: (1 - hip) * (1 - share), [`shin${side}`]: share },
      // the insides of the legs shade each other
      light: (p) => 1 - 0.3 * Math.max(0, (x - p.x) * signOf(side)) * 12 * MathUtils.smoothstep(y, 0.3, 0.85),
    };
  });
  const last = rings[rings.length - 1]!;
  rings.push({
    ...last,
    across: last.across * 0.8,
    front: last.front * 0.8,
    back: (last.back ?? last.front) * 0.8,
    at: last.at.clone().setY(0.07),
    colour: cloth.clone().multiplyScalar(0.6),
  });
  skin.loft(rings, 20);
}

function addShoe(skin: SkinBuilder, look: Look, side: Side): void {
  const upper = new Color(look.shoes);
  const sole = upper.clone().lerp(new Color('#2a2725'), upper.getHSL({ h: 0, s: 0, l: 0 }).l > 0.5 ? 0.05 : 0.6);
  const x = signOf(side) * 0.09;
  const w: Weights = { [`foot${side}`]: 1 };
  const ring = (z: number, across: number, top: number, base: number, colour: Color, toe = 0): Ring => ({
    at: new Vector3(x + signOf(side) * toe, base, z),
    across,
    front: top,
    back: base - 0.012,
    colour,
    weights: w,
    square: 0.8,
  });
  const axes = { u: new Vector3(1, 0, 0), v: new Vector3(0, 1, 0), capStart: true, capEnd: true };
  skin.loft(
    [
      ring(-0.078, 0.016, 0.02, 0.035, upper),
      ring(-0.066, 0.032, 0.06, 0.035, upper),
      ring(-0.03, 0.038, 0.075, 0.035, upper),
      ring(0.03, 0.038, 0.068, 0.034, upper),
      ring(0.085, 0.044, 0.04, 0.032, upper, 0.003),
      ring(0.135, 0.045, 0.026, 0.03, upper, 0.004),
      ring(0.168, 0.034, 0.018, 0.028, upper, 0.002),
      ring(0.182, 0.014, 0.008, 0.026, upper),
    ],
    13,
    axes,
  );
  const slab = (z: number, across: number, toe = 0): Ring => ({
    at: new Vector3(x + signOf(side) * toe, 0.011, z),
    across,
    front: 0.0105,
    colour: sole,
    weights: w,
    square: 0.35,
  });
  skin.loft(
    [
      slab(-0.082, 0.018),
      slab(-0.07, 0.034),
      slab(-0.02, 0.038),
      slab(0.04, 0.039),
      slab(0.09, 0.046, 0.003),
      slab(0.145, 0.046, 0.004),
      slab(0.176, 0.034, 0.002),
      slab(0.19, 0.012),
    ],
    10,
    axes,
  );
}
