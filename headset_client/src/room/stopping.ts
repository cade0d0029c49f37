import type { Intent, Outcome, Phase, Refusal } from '../wire/types.gen';

export type Cause = 'button' | 'headset_off' | 'lost';
/** Why one cannot go back just now: the room's own words, or that there is no connection. */
export type Hindrance = Refusal | 'offline';

interface Room {
  send: (intent: Intent) => Promise<Outcome>;
  /** Whether an answer can be expected now. */
  live: () => boolean;
  /** Wall clock in milliseconds. */
  clock: () => number;
  changed: () => void;
}

/**
 * Stop, as this page keeps it. It is true here first and told to the room afterwards, so that it holds when the
 * server is gone or says no. Who stopped themselves go back only when they say so; who were stopped by others
 * follow the room.
 */
export class Stopping {
  calm = false;
  /** When everything last went still here, by the wall clock. */
  stoppedAt: number | null = null;
  hindrance: Hindrance | null = null;
  private own = false;
  private asking = false;
  private phase: Phase | null = null;

  constructor(private readonly room: Room) {}

  /** The others have begun again while one is still in one's own calm. */
  get othersGoOn(): boolean {
    return this.calm && this.own && this.phase === 'running' && !this.asking;
  }

  stop(cause: Cause): void {
    this.own = true;
    this.still();
    this.asking = true;
    void this.room.send({ type: 'stop', cause }).then(() => {
      // A refused stop changes nothing here: it is still everyone's right to stand still.
      this.asking = false;
      this.room.changed();
    });
  }

  /** Told of the room's phase whenever anything changed. */
  follow(phase: Phase): void {
    const before = this.phase;
    if (phase === before) return;
    this.phase = phase;
    if (phase === 'calm') this.still();
    else if (before === 'calm' && !this.own) this.wake();
    else if (phase === 'ended' && this.calm) this.wake();
  }

  async back(): Promise<void> {
    if (!this.room.live()) {
      this.hindered('offline');
    } else if (this.phase !== 'calm' && !this.asking) {
      this.wake();
    } else {
      const outcome = await this.room.send({ type: 'continue' });
      if (outcome.ok || outcome.refusal?.code === 'already_running') this.wake();
      else this.hindered(outcome.refusal ?? 'offline');
    }
  }

  private hindered(by: Hindrance): void {
    this.hindrance = by;
    this.room.changed();
  }

  private still(): void {
    if (this.calm) return;
    this.calm = true;
    this.stoppedAt = this.room.clock();
    this.hindrance = null;
    this.room.changed();
  }

  private wake(): void {
    this.own = false;
    this.calm = false;
    this.hindrance = null;
    this.room.changed();
  }
}
