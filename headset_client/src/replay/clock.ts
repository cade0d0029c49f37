/** Times of a session, and how fast they go by, in figures and in words. */
import type { Language } from '../wire/types.gen';
import { textIn } from '../words/say';

export const SPEED_NAMES: Readonly<Record<number, string>> = { 0.25: '¼×', 0.5: '½×', 1: '1×', 2: '2×', 4: '4×' };

/** `ms` as 4:06, or 1:04:06 from an hour on. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60)];
  return hours > 0 ? `${hours}:${two(minutes % 60)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** `ms` as it is read aloud: 4 minutter 6 sekunder. */
export function spokenClock(tongue: Language, ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  const told = (count: number, one: 're.minute' | 're.second', many: 're.minutes' | 're.seconds') =>
    textIn(tongue, count === 1 ? one : many, { n: count });
  const rest = told(seconds % 60, 're.second', 're.seconds');
  return minutes === 0 ? rest : `${told(minutes, 're.minute', 're.minutes')} ${rest}`;
}
