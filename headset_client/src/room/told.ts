import type { Language } from '../wire/types.gen';
import { textIn, wordsIn } from '../words/say';
import type { Told } from './inside';
import type { Saying } from './kept';
import type { Notice, Shown } from './shown';

/** What the room has told this person alone, as one text. */
export function toldIn(tongue: Language, told: Told | null): string | null {
  if (told === null) return null;
  return 'key' in told ? textIn(tongue, told.key) : `${wordsIn(tongue, told.words)} ${wordsIn(tongue, told.instead)}`;
}

/** Whether the notice says that one's own line is away. */
export function isAway(notice: Notice | null): boolean {
  return notice?.key === 'room.lost' || notice?.key === 'room.restarting';
}

/** The one sentence that stands over the cards in the headset: the most pressing first. */
export function messageIn(tongue: Language, told: Told | null, shown: Shown, sayings: readonly Saying[]): string | null {
  const { notice } = shown;
  const kept = sayings[0];
  if (kept && isAway(notice)) return textIn(tongue, 'room.keptAway', { words: kept.words });
  if (notice !== null) return textIn(tongue, notice.key, notice.fill);
  const answer = toldIn(tongue, told);
  if (answer !== null) return answer;
  if (shown.whisper !== null) return `${textIn(tongue, 'room.whisper')}: ${shown.whisper}`;
  return shown.hint === null ? null : `${textIn(tongue, 'room.hint')}: ${shown.hint}`;
}
