/** What one may do with a hand in a replay: the time to the left, oneself in the middle, the others to the right. */
import eye from 'lucide-static/icons/eye.svg?url';
import door from 'lucide-static/icons/door-open.svg?url';
import hand from 'lucide-static/icons/hand.svg?url';
import say from 'lucide-static/icons/message-circle.svg?url';
import note from 'lucide-static/icons/sticky-note.svg?url';
import pause from 'lucide-static/icons/pause.svg?url';
import play from 'lucide-static/icons/play.svg?url';
import back from 'lucide-static/icons/rotate-ccw.svg?url';
import close from 'lucide-static/icons/x.svg?url';
import type { PuckKind } from '../vr/pucks';

export type PuckName = 'back' | 'play' | 'pause' | 'eyes' | 'point' | 'say' | 'note' | 'close' | 'leave';

const SIZE = 0.14;
/** Degrees from one puck to the next. */
const STEP = 16;

export const REPLAY_PUCKS: Record<PuckName, PuckKind> = {
  back: inRow(back, -3),
  play: inRow(play, -2),
  pause: inRow(pause, -2),
  eyes: inRow(eye, -1),
  point: inRow(hand, 0),
  say: inRow(say, 1),
  note: inRow(note, 2),
  leave: inRow(door, 3),
  // Alone beside the cards.
  close: inRow(close, 3),
};

/** Below the eyes, so that faces stay free. */
function inRow(drawing: string, place: number): PuckKind {
  return { drawing, size: SIZE, aside: place * STEP, above: -0.52 };
}
