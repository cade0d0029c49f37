/** Recorded poses in memory, for the page that plays without a server: where a body was at any moment. */
import { between } from '../session/poses';
import { POSE_BYTES, readPose, type BodyPose } from '../wire/pose';

/** A body that has not moved for longer stood still until a little before it moved again, in ms. */
const GAP_MS = 300;
const STEP_MS = 40;

export class Tracks {
  readonly #rows: DataView;
  readonly #times: Uint32Array;
  /** The numbers of each body's rows, in order of time. */
  readonly #ofBody = new Map<number, number[]>();

  /** `times` in ms, ascending; `rows` are 32 bytes each, the first of them the body's number. */
  constructor(times: Uint32Array, rows: Uint8Array) {
    this.#times = times;
    this.#rows = new DataView(rows.buffer, rows.byteOffset, rows.byteLength);
    for (let n = 0; n < times.length; n += 1) {
      const body = this.#rows.getUint8(n * POSE_BYTES);
      const known = this.#ofBody.get(body);
      if (known) known.push(n);
      else this.#ofBody.set(body, [n]);
    }
  }

  /** Where `body` was at `t` (ms), between two rows; null before its first. */
  at(body: number, t: number): BodyPose | null {
    const rows = this.#ofBody.get(body);
    if (!rows) return null;
    const next = firstAfter(rows, (n) => this.#timeOf(n) > t);
    const before = rows[next - 1];
    if (before === undefined) return null;
    const after = rows[next];
    if (after === undefined) return this.#pose(before);
    const from = Math.max(this.#timeOf(before), this.#timeOf(after) - this.#reach(before, after));
    if (t <= from) return this.#pose(before);
    return between(this.#pose(before), this.#pose(after), (t - from) / (this.#timeOf(after) - from));
  }

  #reach(before: number, after: number): number {
    const gap = this.#timeOf(after) - this.#timeOf(before);
    return gap > GAP_MS ? STEP_MS : gap;
  }

  #timeOf(row: number): number {
    return this.#times[row] ?? 0;
  }

  #pose(row: number): BodyPose {
    return readPose(this.#rows, row * POSE_BYTES);
  }
}

/** The place of the first of `rows` for which `is` holds; it holds for all behind it. */
function firstAfter(rows: readonly number[], is: (row: number) => boolean): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(rows[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
