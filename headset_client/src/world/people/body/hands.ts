import { Color, Vector3 } from 'three';
import { armDirection, restPosition, signOf, type Side } from '../skeleton';
import type { Ring, SkinBuilder, Weights } from '../skin_builder';

const FORWARD = new Vector3(0, 0, 1);
const FINGER_LENGTHS = [0.066, 0.074, 0.07, 0.054] as const;
/** How a finger thins towards its tip. */
const TAPER = [1, 0.96, 0.86, 0.5] as const;

/** A hand at rest: palm inwards, fingers a little curled. From afar a mitten with a thumb. */
export function addHand(skin: SkinBuilder, side: Side, flesh: Color, size: number, shoulders: number): void {
  const wrist = restPosition(`hand${side}`, shoulders);
  const down = armDirection(side);
  const out = new Vector3(-down.y, down.x, 0).multiplyScalar(signOf(side));
  const weights: Weights = { [`hand${side}`]: 1 };
  const warm = flesh.clone().lerp(new Color('#b8604a'), 0.12);
  const axes = { u: out, v: FORWARD, capEnd: true };
  const at = (along: number, forward: number, curl: number): Vector3 =>
    wrist
      .clone()
      .addScaledVector(down, along * size)
      .addScaledVector(FORWARD, forward * size)
      .addScaledVector(out, -curl * size);
  const palm = (along: number, wide: number, thin: number, forward = 0, curl = 0.002): Ring => ({
    at: at(along, forward, curl),
    across: thin * size,
    front: wide * size,
    colour: flesh,
    weights,
  });
  const finger = (points: Vector3[], radius: number): void => {
    const rings = points.map((p, i) => ({
      at: p,
      across: radius * TAPER[i]! * size,
      front: radius * TAPER[i]! * size,
      colour: i > 1 ? warm : flesh,
      weights,
    }));
    skin.loft(rings, 7, axes);
  };
  const rings = [palm(-0.03, 0.026, 0.022), palm(0, 0.027, 0.019), palm(0.025, 0.036, 0.017, 0.003), palm(0.06, 0.041, 0.0155, 0.002)];
  if (skin.far) rings.push(palm(0.11, 0.035, 0.012, 0, 0.008), palm(0.15, 0.022, 0.009, 0, 0.03));
  else {
    rings.push(palm(0.088, 0.038, 0.013));
    FINGER_LENGTHS.forEach((length, i) => {
      const z = 0.0285 - i * 0.0188;
      const knuckles = [at(0.078, z, 0.002), at(0.088 + length * 0.42, z * 1.02, 0.008)];
      finger([...knuckles, at(0.088 + length * 0.76, z, 0.022), at(0.088 + length * 0.95, z * 0.96, 0.034)], 0.0098);
    });
  }
  skin.loft(rings, 14, axes);
  finger([at(0.022, 0.026, 0.006), at(0.05, 0.05, 0.014), at(0.078, 0.056, 0.022), at(0.094, 0.053, 0.027)], 0.0118);
}
