/** What an avatar took a line to mean, in words that staff understand. */
import type { Line, Scenario } from '../wire/types.gen';
import { isKey } from '../words/catalogue';
import type { Words } from '../words/use';

/** The sentence under a person's line; null while nobody has heard it yet. */
export function meantWords(line: Line, script: Scenario | null, { t, say }: Pick<Words, 't' | 'say'>): string | null {
  if (line.sure === null) return null;
  if (line.meaning === null) return t('says.lost');
  return t('says.meant', { what: nameOfMeaning(line.meaning, script, { t, say }), sure: Math.round(line.sure * 100) });
}

function nameOfMeaning(meaning: string, script: Scenario | null, { t, say }: Pick<Words, 't' | 'say'>): string {
  const general = `meant.${meaning}`;
  if (isKey(general)) return t(general);
  const words = script?.meanings[meaning]?.card?.words;
  return words === undefined ? meaning : `«${say(words)}»`;
}
