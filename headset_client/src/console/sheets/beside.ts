import type { GroundPoint } from '../../world/view';

/** The point `metres` from `them` in the direction where `it` stands now, in whole centimetres. */
export function beside(them: GroundPoint, it: GroundPoint, metres: number): GroundPoint {
  const [dx, dz] = [it[0] - them[0], it[1] - them[1]];
  const length = Math.hypot(dx, dz) || 1;
  const round = (value: number) => Math.round(value * 100) / 100;
  return [round(them[0] + (dx / length) * metres), round(them[1] + (dz / length) * metres)];
}
