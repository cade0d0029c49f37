import { Color, Vector3 } from 'three';
import type { Look } from '../looks';
import type { Ring, SkinBuilder, Weights } from '../skin_builder';

export function addNeck(skin: SkinBuilder, look: Look, colour: Color): void {
  const shade = colour.clone().multiplyScalar(0.8);
  const g = Math.sqrt(look.girth) * (look.bust > 0.015 ? 0.9 : 1.04);
  const ring = (y: number, r: number, z: number, w: Weights, c: Color): Ring => ({
    at: new Vector3(0, y, z),
    across: r * g,
    front: r * g * 0.95,
    colour: c,
    weights: w,
  });
  skin.loft(
    [
      ring(1.42, 0.05, -0.014, { chest: 1 }, colour),
      ring(1.46, 0.054, -0.014, { chest: 0.8, neck: 0.2 }, colour),
      ring(1.49, 0.053, -0.012, { neck: 0.8, chest: 0.2 }, colour),
      ring(1.53, 0.051, -0.008, { neck: 0.8, head: 0.2 }, colour.clone().multiplyScalar(0.93)),
      ring(1.57, 0.052, -0.002, { neck: 0.3, head: 0.7 }, shade),
      ring(1.62, 0.05, 0, { head: 1 }, shade),
    ],
    18,
  );
}
