import type { Language } from '../wire/types.gen';
import { catalogue, type Key } from './catalogue';

/** Words as they travel: one sentence in one or more languages. */
export type Said = Partial<Readonly<Record<Language, string>>>;
export type Fill = Readonly<Record<string, string | number>>;

/** The sentence of that key, with `{name}` replaced from `fill`. */
export function textIn(tongue: Language, key: Key, fill: Fill = {}): string {
  const line: string = catalogue[key][tongue === 'nb' ? 0 : 1];
  return line.replace(/\{(\w+)\}/g, (whole, name: string) => String(fill[name] ?? whole));
}

/** `words` in this language, else in any that they have; empty when they have none. */
export function wordsIn(tongue: Language, words: Said): string {
  return words[tongue] ?? Object.values(words)[0] ?? '';
}
