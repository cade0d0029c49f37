import type { GroundPoint } from '../../world/view';

/** Turns to try, in degrees off the straight way: the nearest first. */
const TURNS = [0, 20, -20, 40, -40, 60, -60, 80, -80, 100, -100, 120, -120, 140, -140, 160, -160, 180];

/**
 * The point `metres` from `them` in the direction where `it` stands now, or as near to that direction as is `free`;
 * in whole centimetres. Null when nobody can stand at that distance.
 */
export function beside(them: GroundPoint, it: GroundPoint, metres: number, free: (at: GroundPoint) => boolean): GroundPoint | null {
  const towards = Math.atan2(it[0] - them[0], it[1] - them[1]);
  const round = (value: number) => Math.round(value * 100) / 100;
  const points = TURNS.map((turn): GroundPoint => {
    const angle = towards + (turn * Math.PI) / 180;
    return [round(them[0] + Math.sin(angle) * metres), round(them[1] + Math.cos(angle) * metres)];
  });
  return points.find(free) ?? null;
}
