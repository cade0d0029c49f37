/** What plays a recording: together with others over a line, or from a file on this machine. */
import type { Scene } from '../session';
import type { Playing } from '../wire/types.gen';
import type { Stretch } from './reel';

export interface Player {
  /** The recorded room at the position shown. */
  readonly scene: Scene;
  readonly stretch: Stretch;
  /** The reel that one sees: the shared one, or one's own. */
  readonly playing: Playing;
  /** Counts up whenever the position has jumped: what was under way is over. */
  readonly jumps: number;
  /** ms of the recording. */
  position(): number;
  play(running: boolean): void;
  setSpeed(speed: number): void;
  seek(at: number): void;
  /** Calls `changed` after every change but the time's own going on. Returns how to end that. */
  subscribe(changed: () => void): () => void;
}

/** Before anything is known. */
export const STANDS: Playing = { at: 0, since: 0, running: false, speed: 1 };
