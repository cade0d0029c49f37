/** One's seat among those who watch: it survives a reload, so that one does not stand there twice. */
import type { Role } from '../wire/types.gen';

export interface KeptSeat {
  readonly recording: string;
  readonly seat: string;
  readonly role: Role;
}

const KEPT = 'replay.seat';

export function keepSeat(seat: KeptSeat): void {
  sessionStorage.setItem(KEPT, JSON.stringify(seat));
}

/** The seat of before in this recording; null for none. */
export function keptSeat(recording: string): KeptSeat | null {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') as KeptSeat | null;
  return kept?.recording === recording ? kept : null;
}

export function forgetSeat(): void {
  sessionStorage.removeItem(KEPT);
}
