/** The secret of one's seat is kept by the tab: it survives a reload and is gone when the tab is closed. */

const KEY = 'seat';

export function keptSeat(): string | null {
  return sessionStorage.getItem(KEY);
}

export function keepSeat(seat: string): void {
  sessionStorage.setItem(KEY, seat);
}

export function forgetSeat(): void {
  sessionStorage.removeItem(KEY);
}
