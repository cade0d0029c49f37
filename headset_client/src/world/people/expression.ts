import type { Tone } from '../view';

/** What a face shows: tones and visemes as numbers. Nothing here draws. */

export interface Expression {
  smile: number; // -1 corners down .. 1 corners up
  cheek: number; // 0..1 lifted cheeks: what makes a smile honest
  browInner: number; // -1..1 inner ends of the brows
  browOuter: number; // -1..1 outer ends
  frown: number; // 0..1 brows drawn together, with a crease
  lidUpper: number; // 0 open .. 1 shut, at rest
  lidLower: number; // 0..1 lifted lower lid
  press: number; // 0..1 thin, pressed lips
  uneven: number; // -1..1 one corner of the mouth tighter than the other
}

/** The head and the body carry as much of a tone as the face does. */
interface Bearing {
  pitch: number;
  tilt: number;
  lean: number;
}

export const TONES: Record<Tone, { face: Expression; bearing: Bearing }> = {
  warm: {
    face: { smile: 1, cheek: 0.75, browInner: 0.22, browOuter: 0.12, frown: 0, lidUpper: 0.1, lidLower: 0.42, press: 0, uneven: 0.08 },
    bearing: { pitch: 0.02, tilt: 0.09, lean: 0.03 },
  },
  friendly: {
    face: { smile: 0.6, cheek: 0.3, browInner: 0.18, browOuter: 0.14, frown: 0, lidUpper: 0.04, lidLower: 0.16, press: 0, uneven: 0.05 },
    bearing: { pitch: 0, tilt: 0.045, lean: 0.015 },
  },
  neutral: {
    face: { smile: 0.1, cheek: 0, browInner: 0, browOuter: 0, frown: 0.04, lidUpper: 0.06, lidLower: 0.04, press: 0.05, uneven: 0 },
    bearing: { pitch: 0, tilt: 0, lean: 0 },
  },
  cool: {
    face: {
      smile: -0.2,
      cheek: 0,
      browInner: -0.16,
      browOuter: 0.1,
      frown: 0.16,
      lidUpper: 0.26,
      lidLower: 0.12,
      press: 0.42,
      uneven: 0.22,
    },
    bearing: { pitch: -0.07, tilt: 0, lean: -0.03 },
  },
  hostile: {
    face: {
      smile: -0.46,
      cheek: 0,
      browInner: -0.75,
      browOuter: 0.12,
      frown: 0.9,
      lidUpper: 0.16,
      lidLower: 0.42,
      press: 0.7,
      uneven: 0.12,
    },
    bearing: { pitch: 0.09, tilt: 0, lean: 0.04 },
  },
};

/** Mouth shape of a speech sound: how open, how wide, how rounded. */
export interface Mouth {
  open: number;
  width: number;
  round: number;
}

export const VISEMES = {
  sil: { open: 0, width: 1, round: 0 },
  PP: { open: 0, width: 0.92, round: 0.12 },
  FF: { open: 0.1, width: 1, round: 0 },
  TH: { open: 0.2, width: 1, round: 0 },
  DD: { open: 0.22, width: 1.04, round: 0 },
  kk: { open: 0.26, width: 1, round: 0 },
  CH: { open: 0.24, width: 0.78, round: 0.6 },
  SS: { open: 0.12, width: 1.12, round: 0 },
  nn: { open: 0.18, width: 1, round: 0 },
  RR: { open: 0.2, width: 0.84, round: 0.45 },
  aa: { open: 0.9, width: 1.02, round: 0 },
  E: { open: 0.5, width: 1.14, round: 0 },
  I: { open: 0.28, width: 1.22, round: 0 },
  O: { open: 0.62, width: 0.74, round: 0.8 },
  U: { open: 0.32, width: 0.6, round: 1 },
} as const satisfies Record<string, Mouth>;

export type Viseme = keyof typeof VISEMES;

/** A copy of a shape that can be moved by `ease`, with the list of what it holds, so that moving it makes no garbage. */
export class Eased<T extends object> {
  readonly now: T;
  private readonly keys: readonly (keyof T)[];

  constructor(start: Readonly<T>) {
    this.now = { ...start };
    this.keys = Object.keys(start) as (keyof T)[];
  }

  /** Moves every number towards `goal` at `rate` per second. */
  toward(goal: Readonly<T>, rate: number, dt: number): void {
    const share = 1 - Math.exp(-rate * dt);
    const now = this.now as Record<keyof T, number>;
    for (const key of this.keys) now[key] += ((goal[key] as number) - now[key]) * share;
  }
}
