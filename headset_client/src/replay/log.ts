/** A recorded log in memory, for the page that plays without a server: the room's state at any moment of it. */
import { fold } from '../session/fold';
import type { RoomState, Stamped } from '../wire/types.gen';

/** A state is kept after every so many facts: a seek folds no more than these. */
const KEPT_EVERY = 200;

export class Log {
  readonly #facts: readonly Stamped[];
  readonly #kept: RoomState[];
  #last: { count: number; state: RoomState };

  /** `facts` in order of number and time, beginning at `empty`. */
  constructor(facts: readonly Stamped[], empty: RoomState) {
    this.#facts = facts;
    this.#kept = [empty];
    this.#last = { count: 0, state: empty };
  }

  /** The state after every fact until `t` (ms), that one included. The same object while nothing has happened. */
  at(t: number): RoomState {
    const count = this.#countUntil(t);
    if (this.#last.count !== count) this.#last = { count, state: this.#after(count) };
    return this.#last.state;
  }

  #countUntil(t: number): number {
    let [low, high] = [0, this.#facts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#facts[middle]?.t ?? Infinity) <= t) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #after(count: number): RoomState {
    const known = Math.min(Math.floor(count / KEPT_EVERY), this.#kept.length - 1);
    const on = this.#last.count <= count && this.#last.count >= known * KEPT_EVERY;
    let at = on ? this.#last.count : known * KEPT_EVERY;
    let state = on ? this.#last.state : this.#kept[known]!;
    for (; at < count; at += 1) {
      state = fold(state, this.#facts[at]!);
      if ((at + 1) % KEPT_EVERY === 0) this.#kept[(at + 1) / KEPT_EVERY] ??= state;
    }
    return state;
  }
}
