/** How loud the surroundings are at each level of load, as `NOISE` in rooms/axes.py promises; shares of all. */
const NOISE = [0.05, 0.2, 0.4, 0.55, 0.7] as const;
/** How much louder than the surroundings it is that breaks in. */
const OVER = 0.25;

/** What the room says that bears on what is heard. */
export interface Heard {
  place: string;
  load: number;
  /** Nobody and nothing moves, or Stop was pressed: nothing is heard either. */
  still: boolean;
  /** What last broke in, and where in the log. */
  interruption: { sound: string; seq: number } | null;
}

/** The loudness of the surroundings, 0..1. */
export const surroundingLoudness = ({ load, still }: Pick<Heard, 'load' | 'still'>): number => (still ? 0 : (NOISE[load] ?? NOISE[0]));

/** The loudness of what breaks in at a level of load, 0..1. */
export const breakInLoudness = (load: number): number => Math.min(0.9, (NOISE[load] ?? NOISE[0]) + OVER);
