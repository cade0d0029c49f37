/**
 * A stance is one row of numbers: where the hips, feet and hands are, in metres of a 1.76 m person, x towards the own left.
 * Hands are given from the chest bone, feet on the floor. One flat row makes blending, gestures and steps a few lines without garbage.
 */
export type Stance = Float32Array;

/** Where each thing lies in the row. */
export const AT = {
  /** Shift of the hips: x, y, z. */
  hips: 0,
  /** Forward pitch of the hips, radians. */
  lean: 3,
  /** Forward curve shared by spine and chest, radians. */
  slump: 4,
  /** How far down one looks when nobody is looked at, radians. */
  gaze: 5,
  /** How much of the standing weight shift applies, 0..1. */
  sway: 6,
  /** How far the shoulders are drawn up, metres. */
  shrug: 7,
  /** Each foot: x, z, yaw, lift. */
  footL: 8,
  footR: 12,
  /** Each hand: x, y, z, roll, flex, and the way the elbow points as x, y, z. */
  handL: 16,
  handR: 24,
} as const;
export const STANCE_SIZE = 32;
export const ROLL = 3;
export const FLEX = 4;
export const ELBOW = 5;

export interface HandSpec {
  at: readonly [x: number, y: number, z: number];
  roll: number;
  flex: number;
  elbow: readonly [x: number, y: number, z: number];
}
type FootSpec = readonly [x: number, z: number, yaw: number];

export interface StanceSpec {
  hips: readonly [x: number, y: number, z: number];
  lean: number;
  slump: number;
  gaze: number;
  sway: number;
  feet: { L: FootSpec; R: FootSpec };
  hands: { L: HandSpec; R: HandSpec };
}

export function pack(spec: StanceSpec): Stance {
  const { hips, feet, hands } = spec;
  const hand = (h: HandSpec): number[] => [...h.at, h.roll, h.flex, ...h.elbow];
  return Float32Array.from([
    ...[...hips, spec.lean, spec.slump, spec.gaze, spec.sway, 0],
    ...[...feet.L, 0],
    ...[...feet.R, 0],
    ...hand(hands.L),
    ...hand(hands.R),
  ]);
}

/** Moves `stance` towards `goal` by a share of 0..1, number by number and in place. */
export function blend(stance: Stance, goal: Stance, share: number): void {
  for (let i = 0; i < STANCE_SIZE; i++) stance[i]! += (goal[i]! - stance[i]!) * share;
}

/** Moves one hand (eight numbers from `from`) towards where `hand` says, by a share of 0..1. */
export function blendHand(stance: Stance, from: number, hand: readonly number[], share: number): void {
  for (let i = 0; i < 8; i++) stance[from + i]! += (hand[i]! - stance[from + i]!) * share;
}
