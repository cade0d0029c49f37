/** Where a reel stands: all that moves in a replay follows from this. Times in ms. */
import type { Playing } from '../wire/types.gen';

/** The stretch of time that was recorded. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** A position within what was recorded; one that is no number is the beginning. */
export function within({ first, last }: Stretch, at: number): number {
  return Number.isFinite(at) ? Math.min(Math.max(last, first), Math.max(first, at)) : first;
}

/** The position at the watchers' clock `now`. */
export function positionAt({ at, since, running, speed }: Playing, now: number, stretch: Stretch): number {
  return within(stretch, running ? at + Math.max(0, now - since) * speed : at);
}

/** The reel that goes on from `at` in another way, from the watchers' clock `now` on. */
export function changed(playing: Playing, at: number, now: number, change: Partial<Pick<Playing, 'running' | 'speed'>> = {}): Playing {
  return { ...playing, ...change, at, since: now };
}
