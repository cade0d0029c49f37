/**
 * What one may do with a hand in a replay. One row: the time to the left, the way out to the right, and between them what
 * one does in the room, or how the time goes. Over its ends what changes the row, and what changes with whom one watches.
 */
import eye from 'lucide-static/icons/eye.svg?url';
import door from 'lucide-static/icons/door-open.svg?url';
import ellipsis from 'lucide-static/icons/ellipsis.svg?url';
import gauge from 'lucide-static/icons/gauge.svg?url';
import hand from 'lucide-static/icons/hand.svg?url';
import link from 'lucide-static/icons/link.svg?url';
import list from 'lucide-static/icons/list.svg?url';
import say from 'lucide-static/icons/message-circle.svg?url';
import note from 'lucide-static/icons/sticky-note.svg?url';
import pause from 'lucide-static/icons/pause.svg?url';
import play from 'lucide-static/icons/play.svg?url';
import back from 'lucide-static/icons/rotate-ccw.svg?url';
import before from 'lucide-static/icons/skip-back.svg?url';
import after from 'lucide-static/icons/skip-forward.svg?url';
import unplug from 'lucide-static/icons/unplug.svg?url';
import close from 'lucide-static/icons/x.svg?url';
import type { PuckKind } from '../vr/pucks';
import type { TimeAct } from './time_vr';
import type { TogetherAct } from './together_vr';

export type PuckName = TimeAct | TogetherAct | 'eyes' | 'leave';

const SIZE = 0.14;
/** Degrees from one puck to the next. */
const STEP = 16;
/** Metres over the eyes: below them, so that faces stay free. */
const ROW = -0.52;
const OVER_ROW = -0.31;

export const REPLAY_PUCKS: Record<PuckName, PuckKind> = {
  back: inRow(back, -3),
  play: inRow(play, -2),
  pause: inRow(pause, -2),
  eyes: inRow(eye, -1),
  point: inRow(hand, 0),
  say: inRow(say, 1),
  note: inRow(note, 2),
  before: inRow(before, -1),
  leap: inRow(list, 0),
  after: inRow(after, 1),
  speed: inRow(gauge, 2),
  leave: inRow(door, 3),
  // Alone beside the cards.
  close: inRow(close, 3),
  more: inRow(ellipsis, -3, OVER_ROW),
  less: inRow(ellipsis, -3, OVER_ROW),
  wander: inRow(unplug, 3, OVER_ROW),
  rejoin: inRow(link, 3, OVER_ROW),
};

function inRow(drawing: string, place: number, above = ROW): PuckKind {
  return { drawing, size: SIZE, aside: place * STEP, above };
}
