import type { Language } from '../wire/types.gen';
import { textIn, wordsIn } from '../words/say';
import type { Told } from './inside';
import type { Shown } from './shown';

/** What the room has told this person alone, as one text. */
export function toldIn(tongue: Language, told: Told | null): string | null {
  if (told === null) return null;
  return 'key' in told ? textIn(tongue, told.key) : `${wordsIn(tongue, told.words)} ${wordsIn(tongue, told.instead)}`;
}

/** The one sentence that stands over the cards in the headset: the most pressing first. */
export function messageIn(tongue: Language, told: Told | null, shown: Shown): string | null {
  if (shown.notice !== null) return textIn(tongue, shown.notice);
  const answer = toldIn(tongue, told);
  if (answer !== null) return answer;
  if (shown.whisper !== null) return `${textIn(tongue, 'room.whisper')}: ${shown.whisper}`;
  return shown.hint === null ? null : `${textIn(tongue, 'room.hint')}: ${shown.hint}`;
}
