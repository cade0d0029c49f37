import { useEffect, useState } from 'preact/hooks';
import type { Player } from './player';

/** Draws again after every change of the player, but for the time's own going on. */
export function usePlayer(player: Player): void {
  const [, redraw] = useState({});
  useEffect(() => player.subscribe(() => redraw({})), [player]);
}

/** How often a time that goes on is shown anew, in ms: no eye reads faster. */
const SHOWN_EVERY_MS = 100;

/** The position, shown anew while it goes on. ms of the recording. */
export function usePosition(player: Player): number {
  const [at, show] = useState(() => player.position());
  useEffect(() => {
    const look = () => show(player.position());
    look();
    const forget = player.subscribe(look);
    const timer = setInterval(look, SHOWN_EVERY_MS);
    return () => {
      forget();
      clearInterval(timer);
    };
  }, [player]);
  return at;
}
