/** Where panels stand round a person: in the world, not on the head. Metres, degrees, seconds, +y up. */

import type { GroundPoint, Point3 } from '../world/view';

/** Where a person is and which way they face, and how high their eyes are. */
export interface Stance {
  at: GroundPoint;
  facing: number;
  eye: number;
}

/** A panel's middle and the way it faces (degrees; towards the person). `tilt` leans its top away. */
export interface Place {
  p: Point3;
  facing: number;
  tilt: number;
}

/** How far one may turn or go before panels follow. */
export interface Leash {
  turn: number;
  move: number;
}

export const CARDS: Leash = { turn: 50, move: 1 };
/** Stop is to stay within an arm's reach, so its company follows sooner. */
export const PUCKS: Leash = { turn: 50, move: 0.35 };

/** How quickly panels come after, as the share of the way that is left after a second. */
const LEFT_AFTER_A_SECOND = 0.01;
const ARRIVED = 0.01;

/** The signed smaller way from bearing `a` to bearing `b`, in degrees. */
export function turnTo(a: number, b: number): number {
  return ((((b - a + 180) % 360) + 360) % 360) - 180;
}

/** Keeps panels where they were put until the person has really turned or gone, and then brings them smoothly. */
export class Placing {
  private now: Stance | null = null;
  private goal: Stance | null = null;

  constructor(private readonly leash: Leash) {}

  /** Puts the panels before the person at once, as when they open or the place changes. */
  put(you: Stance): void {
    this.now = you;
    this.goal = null;
  }

  /** The stance round which the panels stand, after `dt` seconds with the person at `you`. */
  follow(you: Stance, dt: number): Stance {
    if (this.now === null) this.now = you;
    if (this.goal !== null || this.strays(you, this.now)) this.goal = you;
    if (this.goal !== null) {
      const part = 1 - LEFT_AFTER_A_SECOND ** dt;
      this.now = between(this.now, this.goal, part);
      if (near(this.now, this.goal)) {
        this.now = this.goal;
        this.goal = null;
      }
    }
    return this.now;
  }

  private strays(you: Stance, from: Stance): boolean {
    const gone = Math.hypot(you.at[0] - from.at[0], you.at[1] - from.at[1]);
    return gone > this.leash.move || Math.abs(turnTo(from.facing, you.facing)) > this.leash.turn;
  }
}

function between(a: Stance, b: Stance, part: number): Stance {
  const mid = (from: number, to: number) => from + (to - from) * part;
  return {
    at: [mid(a.at[0], b.at[0]), mid(a.at[1], b.at[1])],
    facing: a.facing + turnTo(a.facing, b.facing) * part,
    eye: mid(a.eye, b.eye),
  };
}

function near(a: Stance, b: Stance): boolean {
  return Math.hypot(b.at[0] - a.at[0], b.at[1] - a.at[1]) < ARRIVED && Math.abs(turnTo(a.facing, b.facing)) < 0.3;
}

/** The point `far` metres from the person, `aside` degrees to the right, `above` metres over their eyes. */
export function around(you: Stance, far: number, aside: number, above: number): Place {
  const bearing = you.facing - aside;
  const turn = (bearing * Math.PI) / 180;
  const y = Math.max(0.25, you.eye + above);
  return {
    p: [you.at[0] + Math.sin(turn) * far, y, you.at[1] + Math.cos(turn) * far],
    facing: bearing + 180,
    tilt: (Math.atan2(you.eye - y, far) * 180) / Math.PI,
  };
}

/** The widest row of cards that can be taken in without turning one's head much. */
export const ROW = 4;

/** Where `count` cards stand: rows of at most four on a gentle arc, the first row highest, all below the eyes. */
export function cardPlaces(you: Stance, count: number, width: number, height: number): Place[] {
  const far = 1.65;
  const rows = Math.max(1, Math.ceil(count / ROW));
  const across = Math.ceil(count / rows);
  const wide = (Math.atan2(width, far) * 180) / Math.PI;
  return Array.from({ length: count }, (_, n) => {
    const row = Math.floor(n / across);
    const inRow = Math.min(across, count - row * across);
    const aside = ((n % across) - (inRow - 1) / 2) * wide;
    return around(you, far, aside, -0.52 - row * height);
  });
}
