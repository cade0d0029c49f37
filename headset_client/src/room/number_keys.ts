/** Answering 0 to 10 with keys: one key each, and 1 then 0 for 10. */

export interface Typed {
  /** What has been answered; null: nothing yet. */
  rating: number | null;
  /** A 1 that may still become 10. */
  waits: boolean;
}

/** How long a 1 waits for a 0, in ms. */
export const WAITS = 700;

/** What `key` answers after `before`. Keys that are no figures answer nothing and leave a 1 waiting. */
export function typed({ waits }: Pick<Typed, 'waits'>, key: string): Typed {
  if (!/^[0-9]$/.test(key)) return { rating: null, waits };
  if (waits && key === '0') return { rating: 10, waits: false };
  return key === '1' ? { rating: waits ? 1 : null, waits: !waits } : { rating: Number(key), waits: false };
}
