/** The room's time on this machine: the server's clock as heard, corrected by the quickest messages of late. */

/** How fast an old estimate is forgotten, in ms a ms: more than two clocks ever drift apart. */
const LEAK = 0.0005;

export class RoomClock {
  readonly #local: () => number;
  #offset = -Infinity;
  #heardAt = 0;
  #shown = 0;

  /** `local` gives a steady time in ms, from any beginning. */
  constructor(local: () => number) {
    this.#local = local;
  }

  /** A message that left the server at room time `sent` (ms) has just arrived. */
  heard(sent: number): void {
    const local = this.#local();
    // Delay only ever makes the server's clock seem late, so the greatest difference is the truest.
    this.#offset = Math.max(sent - local, this.#offset - (local - this.#heardAt) * LEAK);
    this.#heardAt = local;
  }

  /** Another log of the room has begun: what was heard before says nothing of its time. */
  restart(): void {
    this.#offset = -Infinity;
    this.#shown = 0;
  }

  /** The room's time in ms, 0 before anything was heard; it never runs backwards between two restarts. */
  now(): number {
    this.#shown = Math.max(this.#shown, this.#local() + this.#offset);
    return this.#shown;
  }
}
