import type { Language } from '../wire/types.gen';
import { textIn, wordsIn } from '../words/say';
import type { Stopping } from './stopping';

/** Whom one can call from the calm place, with no network: Norway's own numbers until a site has edited them. */
export const LINES = [
  { number: '113', key: 'calm.113' },
  { number: '116 117', key: 'calm.116117' },
  { number: '116 123', key: 'calm.116123' },
] as const;

/** The plain sentence about why one cannot go back yet, or how the others are; empty when there is nothing to say. */
export function calmNote(stopping: Stopping, tongue: Language): string {
  const by = stopping.hindrance;
  if (by === 'offline') return textIn(tongue, 'calm.offline');
  if (by !== null) return `${wordsIn(tongue, by.words)} ${wordsIn(tongue, by.instead)}`;
  return stopping.othersGoOn ? textIn(tongue, 'calm.others') : '';
}
