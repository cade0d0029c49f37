import back from 'openmoji/black/svg/21A9.svg?url';
import eyes from 'openmoji/black/svg/1F440.svg?url';
import hand from 'openmoji/black/svg/270B.svg?url';
import speaks from 'openmoji/black/svg/1F5E3.svg?url';
import type { Language } from '../wire/types.gen';
import type { Key } from '../words/catalogue';
import { textIn } from '../words/say';
import type { Consent } from './consent';

/** The pictures beside the points (OpenMoji, CC BY-SA 4.0). */
export const PICTURES = [speaks, eyes, hand, back] as const;

/** One thing to know, with its picture. */
export interface Point {
  key: Key;
  picture: string;
}

/** What one must know before one answers. Deleting is a client's own to do; for others it is the clinic's. */
export function pointsOf({ client }: Consent): readonly Point[] {
  return [
    { key: 'rec.ask.what', picture: speaks },
    { key: 'rec.ask.who', picture: eyes },
    { key: 'rec.ask.free', picture: hand },
    { key: client ? 'rec.ask.back' : 'rec.ask.back.other', picture: back },
  ];
}

/** The sentence under the question: how it is now. */
export function leadOf({ on }: Consent): 'rec.ask.during' | 'rec.ask.before' {
  return on ? 'rec.ask.during' : 'rec.ask.before';
}

/** All that the question says, for a voice to read. */
export function spoken(tongue: Language, consent: Consent): string {
  const sentences = [leadOf(consent), ...pointsOf(consent).map(({ key }) => key)];
  return `${textIn(tongue, 'rec.ask')} ${sentences.map((key) => textIn(tongue, key)).join(' ')}`;
}
