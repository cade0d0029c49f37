import type { Language } from '../wire/types.gen';
import { textIn, wordsIn } from '../words/say';
import type { Inside, Told } from './inside';
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

/** What one's own part in the room has to tell. */
type Telling = Pick<Inside, 'told' | 'onTheirWay' | 'answering'>;

/** The one sentence that stands over the cards in the headset: the most pressing first. */
export function messageIn(tongue: Language, { told, onTheirWay, answering }: Telling, shown: Shown): string | null {
  const { notice } = shown;
  const kept = onTheirWay[0];
  if (answering.late === false) return textIn(tongue, 'rec.unsent.also');
  if (kept && isAway(notice)) return textIn(tongue, 'room.keptAway', { words: kept.words });
  if (notice !== null) return textIn(tongue, notice.key, notice.fill);
  const answer = toldIn(tongue, told);
  if (answer !== null) return answer;
  if (shown.whisper !== null) return `${textIn(tongue, 'room.whisper')}: ${shown.whisper}`;
  return shown.hint === null ? null : `${textIn(tongue, 'room.hint')}: ${shown.hint}`;
}
