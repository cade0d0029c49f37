/** How finely the flat picture is drawn: coarser on a slow machine, so that people move rather than jump. */

/** Slower than this, in seconds a frame, and the picture is made coarser. */
const SLOW = 0.05;
/** The first frames build the place and tell nothing about the machine. */
const WARM_UP = 3;
const OVER = 4;
const STEP = 0.7;
const COARSEST = 0.45;

export class Sharpness {
  private frames = 0;
  private spent = 0;

  /** `ratio` is in dots to a CSS pixel. It only ever falls: a picture that keeps changing is worse than a coarse one. */
  constructor(public ratio: number) {}

  /** Told of every frame's length in seconds; answers whether the ratio has become another. */
  frame(seconds: number): boolean {
    this.frames += 1;
    if (this.frames <= WARM_UP) return false;
    this.spent += seconds;
    if ((this.frames - WARM_UP) % OVER !== 0) return false;
    const slow = this.spent / OVER > SLOW;
    this.spent = 0;
    if (!slow || this.ratio <= COARSEST) return false;
    this.ratio = Math.max(COARSEST, this.ratio * STEP);
    return true;
  }
}
