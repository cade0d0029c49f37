import { POSTURES } from './postures';
import { AT, type Stance } from './stance';

/** The share of a step during which the foot carries. */
const ON_GROUND = 0.6;
const LIFT = 0.09;

/** The length of one step at a speed, in metres. */
export const strideLength = (speed: number): number => Math.min(0.75, 0.35 + Math.abs(speed) * 0.25);

/** How far in the pair of steps (0..1) one is `dt` seconds later at `speed` m/s, so that a foot on the ground stays where it is. */
export const strideOn = (phase: number, speed: number, dt: number): number =>
  (phase + (Math.abs(speed) * dt * ON_GROUND) / strideLength(speed)) % 1;

const turnOf = (phase: number): number => ((phase % 1) + 1) % 1;

/** Where a foot is along the step, from -0.5 behind to 0.5 in front. */
export function footForward(phase: number): number {
  const t = turnOf(phase);
  if (t < ON_GROUND) return 0.5 - t / ON_GROUND;
  const s = (t - ON_GROUND) / (1 - ON_GROUND);
  return -0.5 + s * s * (3 - 2 * s);
}

/** How high a foot is lifted, in metres. */
export function footLift(phase: number): number {
  const t = turnOf(phase);
  return t < ON_GROUND ? 0 : Math.sin(((t - ON_GROUND) / (1 - ON_GROUND)) * Math.PI) * LIFT;
}

function placeFoot(out: Stance, at: number, x: number, phase: number, stride: number): void {
  out[at] = x;
  out[at + 1] = stride * footForward(phase);
  out[at + 2] = Math.sign(x) * 0.08;
  out[at + 3] = footLift(phase);
}

function placeHand(out: Stance, at: number, side: 1 | -1, swing: number): void {
  const hand = [side * 0.235, -0.33 + Math.abs(swing) * 0.12, 0.05 + swing, side * 0.15, 0, side * 0.3, -0.2, -1];
  for (let i = 0; i < 8; i++) out[at + i] = hand[i]!;
}

/** Writes the stance of a walk into `out`; `phase` runs 0..1 over two steps of `stride` metres each. */
export function walkInto(out: Stance, phase: number, stride: number): void {
  out.set(POSTURES.stand);
  const swing = Math.sin(phase * Math.PI * 2) * stride * 0.28;
  out[AT.hips] = Math.sin(phase * Math.PI * 2) * 0.015;
  // highest over a straight leg, lowest while both feet are on the ground
  out[AT.hips + 1] = -0.034 - Math.cos((phase - 0.05) * Math.PI * 4) * 0.024;
  out[AT.lean] = 0.07;
  out[AT.sway] = 0;
  placeFoot(out, AT.footL, 0.085, phase, stride);
  placeFoot(out, AT.footR, -0.085, phase + 0.5, stride);
  placeHand(out, AT.handL, 1, -swing);
  placeHand(out, AT.handR, -1, swing);
}

/** Small steps on the spot, for a body that turns: only lifts the feet. `amount` 0..1. */
export function shuffleInto(out: Stance, phase: number, amount: number): void {
  out[AT.footL + 3]! += footLift(phase) * 0.6 * amount;
  out[AT.footR + 3]! += footLift(phase + 0.5) * 0.6 * amount;
}
