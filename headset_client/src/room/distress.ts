import type { RoomState } from '../wire/types.gen';

/** How long the question stands before it goes away by itself, in ms. */
export const STANDS = 20_000;

/** Whether a client is asked how hard it is just now: by the room, by staff, or because they opened it themselves. */
export class DistressQuestion {
  private opened = -Infinity;
  private away = -Infinity;

  /** Times are room time, ms. Nothing is asked in the calm place, before the start or after the end. */
  stands(state: RoomState, you: string, now: number): boolean {
    if (state.people[you]?.role !== 'client' || (state.phase !== 'running' && state.phase !== 'paused')) return false;
    const { open, asked_t: asked } = state.distress[you] ?? { open: false, asked_t: null };
    const since = Math.max(this.opened, open && asked !== null ? asked : -Infinity);
    return since > this.away && now - since < STANDS;
  }

  open(now: number): void {
    this.opened = now;
    this.away = Math.min(this.away, now - 1);
  }

  /** It was answered, or is not to be answered now. */
  putAway(now: number): void {
    this.away = now;
  }
}
