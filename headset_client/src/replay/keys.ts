/** Keys that work where the picture and the timeline are, and nowhere else: words are written elsewhere. */
import { STEP_MS } from '../wire/types.gen';
import type { Player } from './player';

const LEAP_MS = 10_000;

/** What a key means here; null for what belongs to somebody else, such as a space on a button. */
export function keyAct(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>,
  player: Player,
): (() => void) | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const by = (ms: number) => () => player.seek(player.position() + ms);
  switch (event.key.toLowerCase()) {
    case ' ':
      return isPressed(event.target) ? null : () => player.play(!player.playing.running);
    case 'k':
      return () => player.play(!player.playing.running);
    case 'j':
      return by(-LEAP_MS);
    case 'l':
      return by(LEAP_MS);
    case ',':
      return by(-STEP_MS);
    case '.':
      return by(STEP_MS);
    default:
      return null;
  }
}

function isPressed(target: EventTarget | null): boolean {
  if (target === null || !('closest' in target)) return false;
  return (target as Element).closest('button, select, summary, input:not([type="range"])') !== null;
}
