import back from 'openmoji/black/svg/21A9.svg?url';
import eyes from 'openmoji/black/svg/1F440.svg?url';
import hand from 'openmoji/black/svg/270B.svg?url';
import speaks from 'openmoji/black/svg/1F5E3.svg?url';
import type { Language } from '../wire/types.gen';
import { textIn } from '../words/say';
import type { Consent } from './consent';

/** What one must know before one answers, each with its picture (OpenMoji, CC BY-SA 4.0). */
export const POINTS = [
  { key: 'rec.ask.what', picture: speaks },
  { key: 'rec.ask.who', picture: eyes },
  { key: 'rec.ask.free', picture: hand },
  { key: 'rec.ask.back', picture: back },
] as const;

/** The sentence under the question: how it is now. */
export function leadOf({ on }: Consent): 'rec.ask.during' | 'rec.ask.before' {
  return on ? 'rec.ask.during' : 'rec.ask.before';
}

/** All that the question says, for a voice to read. */
export function spoken(tongue: Language, consent: Consent): string {
  const sentences = [leadOf(consent), ...POINTS.map(({ key }) => key)];
  return `${textIn(tongue, 'rec.ask')} ${sentences.map((key) => textIn(tongue, key)).join(' ')}`;
}
