import { Color, Vector3 } from 'three';
import type { Look } from '../looks';
import { armDirection, FORE_ARM, restPosition, SIDES, signOf, UPPER_ARM, type Side } from '../skeleton';
import type { Ring, SkinBuilder, Weights } from '../skin_builder';
import { addHand } from './hands';

/** The line of one arm at rest: where it starts, which way it goes, and which way is outwards. */
interface Arm {
  side: Side;
  shoulder: Vector3;
  down: Vector3;
  out: Vector3;
}

function armOf(side: Side, look: Look): Arm {
  const down = armDirection(side);
  const out = new Vector3(-down.y, down.x, 0).multiplyScalar(signOf(side));
  return { side, shoulder: restPosition(`upperArm${side}`, look.shoulders), down, out };
}

function ring(arm: Arm, along: number, r: number, colour: Color, weights: Weights, flat = 1, inward = 0): Ring {
  const at = arm.shoulder.clone().addScaledVector(arm.down, along).addScaledVector(arm.out, -inward);
  // the inside of an arm lies in the shade of the trunk, less so towards the hand
  const light = (p: Vector3): number => {
    const inside = Math.max(0, p.clone().sub(at).normalize().dot(arm.out) * -1);
    return 1 - 0.3 * inside * Math.max(0, 1 - along / 0.5);
  };
  return { at, across: r, front: r * flat, colour, weights, light };
}

function addSleeve(skin: SkinBuilder, arm: Arm, g: number, cloth: Color, t: number, bare: number): void {
  const upper = `upperArm${arm.side}` as const;
  const fore = `foreArm${arm.side}` as const;
  const end = UPPER_ARM + FORE_ARM * (bare < 1 ? bare : 0.97);
  const cuff = (bare < 1 ? 0.042 : 0.03) * g + t;
  const rings = [
    ring(arm, -0.04 - t * 0.5, 0.014, cloth, { chest: 0.7, [upper]: 0.3 }, 1.2, 0.05),
    ring(arm, -0.034 - t * 0.5, 0.034 * g + t * 0.5, cloth, { chest: 0.6, [upper]: 0.4 }, 1.2, 0.042),
    ring(arm, -0.016, 0.047 * g + t, cloth, { chest: 0.4, [upper]: 0.6 }, 1.15, 0.024),
    ring(arm, 0.014, 0.053 * g + t, cloth, { chest: 0.2, [upper]: 0.8 }, 1.12, 0.011),
    ring(arm, 0.05, 0.054 * g + t, cloth, { chest: 0.06, [upper]: 0.94 }, 1.08, 0.004),
    ring(arm, 0.1, 0.051 * g + t, cloth, { [upper]: 1 }, 1.05),
    ring(arm, 0.17, 0.047 * g + t, cloth, { [upper]: 1 }),
    ring(arm, 0.245, 0.044 * g + t, cloth, { [upper]: 0.85, [fore]: 0.15 }),
    ring(arm, 0.285, 0.043 * g + t, cloth, { [upper]: 0.5, [fore]: 0.5 }),
    ring(arm, 0.325, 0.042 * g + t, cloth, { [upper]: 0.15, [fore]: 0.85 }),
  ].filter((_, i) => bare >= 1 || i < 9);
  if (bare >= 1) rings.push(ring(arm, 0.42, 0.037 * g + t, cloth, { [fore]: 1 }));
  rings.push(
    ring(arm, end, cuff, cloth, { [fore]: 1 }),
    ring(arm, end + 0.002, cuff * 0.86, cloth.clone().multiplyScalar(0.6), { [fore]: 1 }),
    ring(arm, end - 0.02, cuff * 0.8, cloth.clone().multiplyScalar(0.5), { [fore]: 1 }),
  );
  skin.loft(rings, 16, { u: arm.out, v: new Vector3(0, 0, 1) });
}

function addBareForearm(skin: SkinBuilder, arm: Arm, g: number, flesh: Color, from: number): void {
  const fore = `foreArm${arm.side}` as const;
  const rings = [
    ring(arm, from, 0.04 * g, flesh, { [fore]: 1 }),
    ring(arm, 0.4, 0.038 * g, flesh, { [fore]: 1 }),
    ring(arm, 0.48, 0.03 * g, flesh, { [fore]: 1 }),
    ring(arm, 0.535, 0.026, flesh, { [fore]: 0.5, [`hand${arm.side}`]: 0.5 }),
  ];
  skin.loft(rings, 14, { u: arm.out, v: new Vector3(0, 0, 1) });
}

/** Sleeves and hands. `bare` leaves the forearm uncovered from that share of its length on. */
export function addArms(skin: SkinBuilder, look: Look, cloth: Color, thick: number, bare = 1): void {
  const flesh = new Color(look.skin);
  const g = 0.5 + look.girth * 0.5;
  for (const side of SIDES) {
    const arm = armOf(side, look);
    addSleeve(skin, arm, g, cloth, thick, bare);
    if (bare < 1) addBareForearm(skin, arm, g, flesh, UPPER_ARM + FORE_ARM * bare - 0.03);
    addHand(skin, side, flesh, look.bust > 0.015 ? 0.9 : 1, look.shoulders);
  }
}
