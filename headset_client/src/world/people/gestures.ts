import type { Gesture } from '../view';
import { AT, blendHand, FLEX, type Stance } from './stance';

/** What a gesture adds to the head, in radians. */
export interface HeadMove {
  yaw: number;
  pitch: number;
  roll: number;
}

/** How long each gesture takes, in seconds. */
export const GESTURE_SECONDS: Readonly<Record<Gesture, number>> = {
  nod: 1.1,
  shake: 1.3,
  shrug: 1.5,
  point: 2.2,
  wave: 2,
  step_back: 2.4,
  beckon: 2,
};

const smooth = (t: number): number => t * t * (3 - 2 * t);
/** Rises over `rise` seconds, holds, and falls over the last `fall` seconds of `total`. */
export function swell(t: number, rise: number, fall: number, total: number): number {
  if (t <= 0 || t >= total) return 0;
  return smooth(Math.min(1, t / rise, (total - t) / fall));
}

const OPEN_L = [0.3, -0.17, 0.2, 1.9, 0.2, 0.5, -1, -0.3] as const;
const OPEN_R = [-0.3, -0.17, 0.2, -1.9, 0.2, -0.5, -1, -0.3] as const;
const RAISED_R = [-0.27, 0.2, 0.2, -1.4, -0.1, -0.7, -1, 0] as const;
const CALLING_R = [-0.12, -0.02, 0.36, -2.4, 0, -0.6, -1, 0] as const;

type Move = (t: number, amount: number, stance: Stance, head: HeadMove, aim: number) => void;

const MOVES: Readonly<Record<Gesture, Move>> = {
  nod: (t, amount, _stance, head) => {
    head.pitch += amount * 0.17 * Math.max(-0.25, Math.sin(t * 11.5));
  },
  shake: (t, amount, _stance, head) => {
    head.yaw += amount * 0.24 * Math.sin(t * 10);
  },
  shrug: (_t, amount, stance, head) => {
    stance[AT.shrug]! += 0.035 * amount;
    blendHand(stance, AT.handL, OPEN_L, amount);
    blendHand(stance, AT.handR, OPEN_R, amount);
    head.roll += 0.12 * amount;
    head.pitch += 0.05 * amount;
  },
  point: (_t, amount, stance, _head, aim) => {
    const left = aim > 0.12;
    const out = left ? 1 : -1;
    const away = Math.min(1.4, Math.max(-1.4, aim));
    const hand = [out * 0.168 + Math.sin(away) * 0.49, 0.12, Math.max(0.1, Math.cos(away) * 0.49), out * 0.1, 0, out * 0.6, -1, -0.4];
    blendHand(stance, left ? AT.handL : AT.handR, hand, amount);
  },
  wave: (t, amount, stance, head) => {
    blendHand(stance, AT.handR, RAISED_R, amount);
    stance[AT.handR]! += Math.sin(t * 12) * 0.06 * amount;
    stance[AT.handR + FLEX]! += Math.sin(t * 12) * 0.25 * amount;
    head.roll -= 0.05 * amount;
  },
  step_back: (t, amount, stance, head) => {
    const step = swell(t, 0.45, 0.5, GESTURE_SECONDS.step_back);
    stance[AT.hips + 2]! -= 0.13 * step;
    stance[AT.lean]! -= 0.07 * amount;
    stance[AT.footR + 1]! -= 0.27 * step;
    stance[AT.footR + 3]! += 0.06 * Math.sin(Math.min(1, t / 0.45) * Math.PI);
    head.pitch -= 0.05 * amount;
  },
  beckon: (t, amount, stance, head) => {
    blendHand(stance, AT.handR, CALLING_R, amount);
    const pull = 0.5 + 0.5 * Math.sin(t * 9);
    stance[AT.handR + 2]! -= 0.07 * pull * amount;
    stance[AT.handR + FLEX]! -= 0.5 * pull * amount;
    head.pitch += 0.05 * amount;
  },
};

/**
 * Lays a gesture over a stance and a head. `t` is seconds since it began; `aim` the direction of what is pointed at, radians.
 * Returns false when the gesture is over and nothing was done.
 */
export function applyGesture(name: Gesture, t: number, stance: Stance, head: HeadMove, aim: number): boolean {
  const total = GESTURE_SECONDS[name];
  if (t < 0 || t >= total) return false;
  MOVES[name](t, swell(t, Math.min(0.4, total * 0.3), Math.min(0.5, total * 0.35), total), stance, head, aim);
  return true;
}

/** Forearms that go along with the words: `stress` 0..1, `leads` the hand that does most. */
export function talkWithHands(stance: Stance, amount: number, stress: number, leads: 'L' | 'R'): void {
  for (const side of ['L', 'R'] as const) {
    const out = side === 'L' ? 1 : -1;
    const share = amount * (side === leads ? 1 : 0.4);
    const at = [out * 0.19, -0.13 + 0.09 * stress, 0.25 + 0.04 * stress];
    blendHand(stance, side === 'L' ? AT.handL : AT.handR, [...at, out * (1.1 + 0.7 * stress), 0.1, out * 0.6, -1, -0.4], share);
  }
}

/** A hand at the chin and the other arm under it, for somebody who considers an answer. */
export function handToChin(stance: Stance, amount: number): void {
  blendHand(stance, AT.handR, [-0.085, 0.14, 0.185, -0.5, 0.1, -0.5, -1, 0.1], amount);
  blendHand(stance, AT.handL, [-0.06, -0.11, 0.2, 0.6, 0.1, 0.8, -0.8, 0], amount);
}

/** The right hand held out with something in it. */
export function holdOut(stance: Stance, amount: number): void {
  blendHand(stance, AT.handR, [-0.1, -0.02, 0.4, 0.3, 0, -0.5, -1, -0.2], amount);
}
