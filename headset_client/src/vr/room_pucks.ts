/** What one may do with a hand in the room: Stop, Calmer and what one's role gives. */
import leaf from 'lucide-static/icons/leaf.svg?url';
import door from 'lucide-static/icons/door-open.svg?url';
import heart from 'lucide-static/icons/heart.svg?url';
import lightbulb from 'lucide-static/icons/lightbulb.svg?url';
import octagon from 'lucide-static/icons/octagon.svg?url';
import pause from 'lucide-static/icons/pause.svg?url';
import play from 'lucide-static/icons/play.svg?url';
import type { PuckKind } from './pucks';

export type PuckName = 'stop' | 'calmer' | 'help' | 'hard' | 'pause' | 'goOn' | 'admit';

export const ROOM_PUCKS: Record<PuckName, PuckKind> = {
  stop: { drawing: octagon, size: 0.16, aside: 45, above: -0.46, loud: true },
  calmer: { drawing: leaf, size: 0.14, aside: -47, above: -0.35 },
  help: { drawing: lightbulb, size: 0.14, aside: -45, above: -0.56 },
  hard: { drawing: heart, size: 0.14, aside: -43, above: -0.77 },
  pause: { drawing: pause, size: 0.14, aside: -45, above: -0.56 },
  goOn: { drawing: play, size: 0.14, aside: -45, above: -0.56 },
  admit: { drawing: door, size: 0.14, aside: -20, above: -0.56 },
};
