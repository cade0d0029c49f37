/**
 * Keeps a line up: when to dial, when to ask whether the line still stands, and when to hang up and dial again.
 *
 * A line that is cut without a goodbye (a headset asleep, an access point that moved) looks as whole as a quiet one. So
 * a quiet line is asked, and one that does not answer is given up. There is never more than one.
 */

/** The connection as the dialler works it. `hangUp` ends it without another word from it. */
export interface Wire {
  dial(): void;
  hangUp(): void;
  /** Sends what must be answered; the answer is told by `heard`. */
  ask(): void;
  /** The line was given up. */
  lost(): void;
}

/** A dial that has not led anywhere by then begins anew. */
export const DIAL_WITHIN_MS = 4000;
/** A line that has been quiet for this long is asked whether it still stands. */
export const QUIET_MS = 4000;
export const ANSWER_WITHIN_MS = 2000;
/** The longest waits before the first, the second, the third and all later tries, in ms. */
const WAITS = [500, 1000, 1000, 2000] as const;
/** Those who were sent away wait as for a later try: they are many, and all at the same moment. */
const AFTER_GOODBYE = 3;
/** For so long after a line was given up, what was sent on it may still reach the server, and take the new one's place. */
const STRAY_MS = 60_000;
/** A dial that has been under way for longer is not trusted by one who has just woken up. */
const FRESH_MS = 500;

export class Dialler {
  readonly #wire: Wire;
  readonly #clock: () => number;
  readonly #chance: () => number;
  #stands: 'waiting' | 'dialling' | 'up' | 'closed' = 'waiting';
  #tries = 0;
  #dialledAt = 0;
  #gaveUpAt = -Infinity;
  #asking = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `clock` gives steady ms, `chance` a number in [0, 1). Nothing is dialled before `dial`. */
  constructor(wire: Wire, clock: () => number, chance: () => number) {
    this.#wire = wire;
    this.#clock = clock;
    this.#chance = chance;
  }

  dial(): void {
    if (this.#stands === 'closed') return;
    this.#stands = 'dialling';
    this.#dialledAt = this.#clock();
    this.#after(DIAL_WITHIN_MS, () => this.#giveUp());
    this.#wire.dial();
  }

  /** The server has let one in. */
  connected(): void {
    if (this.#stands === 'closed') return;
    this.#stands = 'up';
    this.#tries = 0;
    this.heard();
  }

  /** Something has come from the server. */
  heard(): void {
    if (this.#stands !== 'up') return;
    this.#asking = false;
    this.#after(QUIET_MS, () => this.#ask());
  }

  /** The connection has ended, or a dial came to nothing; `sentAway` when the server said goodbye first. */
  ended(sentAway = false): void {
    if (this.#stands === 'closed') return;
    this.#stands = 'waiting';
    if (sentAway) this.#tries = Math.max(this.#tries, AFTER_GOODBYE);
    const longest = WAITS[Math.min(this.#tries, WAITS.length - 1)] ?? 0;
    this.#tries += 1;
    // By chance, so that a whole clinic that lost its server does not come back in one moment.
    this.#after(longest * (0.25 + 0.75 * this.#chance()), () => this.dial());
  }

  /** Whether an older line of this page may have taken the place of this one: one has to dial again to have it back. */
  get mayBeStray(): boolean {
    return this.#clock() - this.#gaveUpAt < STRAY_MS;
  }

  /** The page is looked at again, or has a network again: what stands is asked, what waits is dialled. */
  wake(): void {
    if (this.#stands === 'up') this.#ask();
    else if (this.#stands === 'waiting') this.dial();
    else if (this.#stands === 'dialling' && this.#clock() - this.#dialledAt > FRESH_MS) {
      this.#gaveUpAt = this.#clock();
      this.#wire.hangUp();
      this.dial();
    }
  }

  close(): void {
    this.#stands = 'closed';
    clearTimeout(this.#timer);
    this.#wire.hangUp();
  }

  #ask(): void {
    if (this.#asking) return;
    this.#asking = true;
    this.#after(ANSWER_WITHIN_MS, () => this.#giveUp());
    this.#wire.ask();
  }

  #giveUp(): void {
    const stood = this.#stands === 'up';
    this.#asking = false;
    this.#gaveUpAt = this.#clock();
    this.#wire.hangUp();
    this.#wire.lost();
    // A line that stood a moment ago is most likely there again; what failed while dialling waits its turn.
    if (stood) this.dial();
    else this.ended();
  }

  #after(ms: number, then: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, ms);
  }
}
