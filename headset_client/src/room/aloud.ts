import type { Language } from '../wire/types.gen';

/** Whether this browser has a voice of its own. */
export const hasVoice = typeof speechSynthesis !== 'undefined';

/** Reads `words` aloud, slowly, instead of whatever was being read. */
export function readAloud(words: string, tongue: Language): void {
  if (!hasVoice) return;
  speechSynthesis.cancel();
  const reading = new SpeechSynthesisUtterance(words);
  reading.lang = tongue === 'nb' ? 'nb-NO' : 'en-GB';
  reading.rate = 0.9;
  speechSynthesis.speak(reading);
}
