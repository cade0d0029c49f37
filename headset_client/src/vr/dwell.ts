/** Choosing by looking: what is looked at long enough is chosen, once. Times in ms, given by the caller. */

/** How long one looks at a thing to choose it. */
export const HOLDS = 1500;
/** Glancing away for less than this does not begin again: heads are never quite still. */
const BLINK = 250;
/** New things are not chosen by eyes that happened to rest where they appeared. */
const GRACE = 900;

export class Dwell {
  private target: string | null = null;
  private holds = HOLDS;
  private held = 0;
  private seen = 0;
  private last: number | null = null;
  private done = false;
  private restUntil = 0;

  /** 0-1 of the ring round `target`. */
  progress(target: string): number {
    return target === this.target && !this.done ? Math.min(1, this.held / this.holds) : 0;
  }

  /** The things to look at have changed. */
  rest(now: number): void {
    this.restUntil = now + GRACE;
    this.release();
  }

  /** Told at every frame what is looked at, and how long that takes; answers what has just been chosen. */
  look(target: string | null, now: number, holds = HOLDS): string | null {
    const since = this.last === null ? 0 : now - this.last;
    this.last = now;
    if (now < this.restUntil) return null;
    if (target !== this.target) {
      // Away for a blink: wait for the eyes to come back, without counting.
      if (target === null && now - this.seen <= BLINK) return null;
      this.release();
      this.target = target;
      this.holds = holds;
      this.seen = now;
      return null;
    }
    if (target === null) return null;
    this.seen = now;
    if (this.done) return null;
    this.held += since;
    if (this.held < this.holds) return null;
    this.done = true;
    return target;
  }

  private release(): void {
    this.target = null;
    this.held = 0;
    this.done = false;
  }
}
