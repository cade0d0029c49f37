/** What one can say or note without a keyboard: short sentences with a picture, as cards and as buttons. */
import type { PictoName } from '../parts/Picto';
import type { ShownCard } from '../room/shown';
import type { Language } from '../wire/types.gen';
import type { Key } from '../words/catalogue';
import { textIn } from '../words/say';

/** Said to those who watch, and then gone; or left in the recording at a moment. */
export type Way = 'say' | 'note';

interface Ready {
  key: Key;
  icon: PictoName;
  /** It asks for something now: nothing that one would leave for later. */
  now?: boolean;
}

const READY: readonly Ready[] = [
  { key: 're.ready.stop', icon: 'wait', now: true },
  { key: 're.ready.again', icon: 'repeat', now: true },
  { key: 're.ready.look', icon: 'eyes' },
  { key: 're.ready.think', icon: 'question' },
  { key: 're.ready.well', icon: 'yes' },
  { key: 're.ready.brave', icon: 'heart' },
  { key: 're.ready.hard', icon: 'sorry' },
  { key: 're.ready.talk', icon: 'talk' },
];

/** The cards for saying or for noting, in their order. */
export function readyCards(way: Way, tongue: Language): ShownCard[] {
  const fitting = READY.filter(({ now }) => way === 'say' || now !== true);
  return fitting.map(({ key, icon }) => ({ meaning: key, icon, words: textIn(tongue, key), lit: false }));
}
