/** The small things that nobody decides and everybody does: blinking, and the jumps of the eyes. */

const BLINK_SECONDS = 0.16;

export class Blinking {
  private until: number;
  private left = 0;

  constructor(private readonly random: () => number) {
    this.until = 1 + random() * 3;
  }

  /** Moves on by `dt` seconds; returns how far the lids are shut, 0..1. `rate` above 1 blinks more often: talking, thinking, unease. */
  step(dt: number, rate = 1): number {
    this.until -= dt * rate;
    if (this.until < 0) {
      this.left = BLINK_SECONDS;
      // now and then two blinks come together
      this.until = this.random() < 0.14 ? 0.28 : 2 + this.random() * 3.5;
    }
    this.left = Math.max(0, this.left - dt);
    return Math.sin((this.left / BLINK_SECONDS) * Math.PI);
  }
}

/** Where the eyes rest apart from what they were asked to look at, in radians. */
export class Saccades {
  x = 0;
  y = 0;
  private left = 0;

  constructor(private readonly random: () => number) {}

  /** Moves on by `dt` seconds; `wide` is the spread in radians: small with something to look at, large without. */
  step(dt: number, wide: number): void {
    this.left -= dt;
    if (this.left > 0) return;
    this.x = (this.random() - 0.5) * wide;
    this.y = (this.random() - 0.5) * wide * 0.5;
    this.left = 0.5 + this.random() * 1.8;
  }
}

/** Steady small numbers in 0..1 from a seed, so that a person moves alike in every run. */
export function seeded(seed: number): () => number {
  let state = (Math.abs(Math.round(seed)) % 2147483646) + 1;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

/** A seed from a name. */
export function seedOf(name: string): number {
  let seed = 7;
  for (const letter of name) seed = (seed * 31 + letter.codePointAt(0)!) % 1000003;
  return seed;
}
