/** Where the bodies are: a short past of each, so that they move smoothly between the server's ticks. */
import { readTick, type BodyPose } from '../wire/pose';
import type { Person } from '../wire/types.gen';
import type { Pose } from '../world/view';
import { atRest } from './resting';

/** Bodies are shown this late, so that there is a tick on each side of the moment shown. */
export const SHOWN_LATE_MS = 100;

const KEPT = 24;
/** The stream is silent while nobody moves: after a longer gap the body stood still until one tick before it moved. */
const GAP_MS = 120;
const TICK_MS = 33;

/** How long a body whose owner is lost takes to come to rest, and to go on when they are back. */
export const TO_REST_MS = 1200;
export const BACK_MS = 600;

type Turn = Pose['q'];

/** Somebody with a body, as far as it is shown. */
export type Owner = Pick<Person, 'id' | 'body' | 'where' | 'here'>;

interface Sample {
  readonly t: number;
  readonly pose: BodyPose;
}

/** A body on its way to rest since then, or, once its owner has moved again, back `from` rest. */
interface Rest {
  readonly since: number;
  readonly from: BodyPose | null;
}

export class Poses {
  readonly newest = new Map<number, BodyPose>();
  readonly #past = new Map<number, Sample[]>();
  readonly #resting = new Map<number, Rest>();
  #owners = new Map<number, string>();
  /** How fast what is shown goes: in slow motion the ticks are as much further apart. */
  pace = 1;

  /** Takes in a tick of the server. Returns its room time in ms, or null when it is none. */
  take(tick: ArrayBuffer): number | null {
    return readTick(tick, (body, pose, t) => {
      if (this.#owners.has(body)) this.#put(body, { t, pose });
    });
  }

  /**
   * Keeps the bodies of those who are in the room and drops the others; a number given to someone else starts anew.
   * From room time `now` on, the bodies of those who are away come to rest.
   */
  keep(people: Readonly<Record<string, Owner>>, now: number): void {
    const owners = new Map<number, string>();
    for (const { id, body, where } of Object.values(people)) if (body !== null && where === 'room') owners.set(body, id);
    for (const [body, id] of this.#owners) if (owners.get(body) !== id) this.#forget(body);
    this.#owners = owners;
    for (const [body, id] of owners) this.#rest(body, people[id]?.here ?? true, now);
  }

  #rest(body: number, here: boolean, now: number): void {
    const rest = this.#resting.get(body);
    if (!here && rest?.from !== null) this.#resting.set(body, { since: now, from: null });
    if (here && rest?.from === null) this.#resting.set(body, { since: Infinity, from: this.at(body, now) });
  }

  clear(): void {
    for (const body of this.#owners.keys()) this.#forget(body);
    this.#owners.clear();
  }

  /** The pose of `body` as shown at room time `now`, or null before its first pose. */
  at(body: number, now: number): BodyPose | null {
    const told = this.#told(body, now);
    const rest = this.#resting.get(body);
    if (!told || !rest) return told;
    const passed = Math.max(0, now - rest.since);
    if (rest.from === null) return between(told, atRest(told), Math.min(1, passed / TO_REST_MS));
    return passed < BACK_MS ? between(rest.from, told, passed / BACK_MS) : told;
  }

  /** As its owner last told it. */
  #told(body: number, now: number): BodyPose | null {
    const past = this.#past.get(body);
    if (!past) return null;
    const shown = now - SHOWN_LATE_MS / this.#slow;
    const next = past.findIndex(({ t }) => t > shown);
    const after = past[next] ?? past.at(-1);
    const before = past[next - 1] ?? after;
    if (!before || !after || before === after) return after?.pose ?? null;
    return between(before.pose, after.pose, (shown - before.t) / (after.t - before.t));
  }

  #put(body: number, sample: Sample): void {
    const past = this.#past.get(body) ?? [];
    const last = past.at(-1);
    if (last && sample.t <= last.t) past.length = 0;
    else if (last && sample.t - last.t > GAP_MS / this.#slow) past.push({ t: sample.t - TICK_MS, pose: last.pose });
    past.push(sample);
    this.#goesOn(body, sample.t);
    if (past.length > KEPT) past.splice(0, past.length - KEPT);
    this.#past.set(body, past);
    this.newest.set(body, sample.pose);
  }

  /** One who is back goes on from where they are seen when the first word of their body comes. */
  #goesOn(body: number, t: number): void {
    const rest = this.#resting.get(body);
    if (rest?.since === Infinity) this.#resting.set(body, { ...rest, since: t + SHOWN_LATE_MS });
  }

  get #slow(): number {
    return Math.min(1, this.pace);
  }

  #forget(body: number): void {
    this.#past.delete(body);
    this.#resting.delete(body);
    this.newest.delete(body);
  }
}

export function between(a: BodyPose, b: BodyPose, part: number): BodyPose {
  const pose: BodyPose = { head: blend(a.head, b.head, part), flat: b.flat };
  if (b.left) pose.left = a.left ? blend(a.left, b.left, part) : b.left;
  if (b.right) pose.right = a.right ? blend(a.right, b.right, part) : b.right;
  return pose;
}

function blend(a: Pose, b: Pose, part: number): Pose {
  const [ax, ay, az] = a.p;
  const [bx, by, bz] = b.p;
  return { p: [ax + (bx - ax) * part, ay + (by - ay) * part, az + (bz - az) * part], q: slerp(a.q, b.q, part) };
}

/** The turn a `part` (0-1) of the shorter way from `a` to `b`; both are unit quaternions. */
export function slerp(a: Turn, b: Turn, part: number): Turn {
  const dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3];
  const angle = Math.acos(Math.min(1, Math.abs(dot)));
  if (angle < 1e-4) return b;
  const fromA = Math.sin((1 - part) * angle) / Math.sin(angle);
  const fromB = (Math.sin(part * angle) / Math.sin(angle)) * (dot < 0 ? -1 : 1);
  return [a[0] * fromA + b[0] * fromB, a[1] * fromA + b[1] * fromB, a[2] * fromA + b[2] * fromB, a[3] * fromA + b[3] * fromB];
}
