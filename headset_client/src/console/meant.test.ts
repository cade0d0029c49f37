import { describe, expect, it } from 'vitest';
import type { Line, Scenario } from '../wire/types.gen';
import { textIn, wordsIn } from '../words/say';
import { meantWords } from './meant';

const words = {
  t: (...args: [Parameters<typeof textIn>[1], Parameters<typeof textIn>[2]?]) => textIn('en', ...args),
  say: (said: Line['words']) => wordsIn('en', said),
};
const line = (meaning: string | null, sure: number | null) => ({ meaning, sure }) as Line;
const script = {
  meanings: { ask_time: { phrasings: {}, card: { icon: 'clock', words: { en: 'When does it go?' } } } },
} as unknown as Scenario;

describe('what a line was taken to mean', () => {
  it('is not told before it has been heard', () => {
    expect(meantWords(line(null, null), script, words)).toBeNull();
  });

  it('is told in the words of its card, with how sure it was', () => {
    expect(meantWords(line('ask_time', 0.874), script, words)).toBe('understood as: «When does it go?» (87 % sure)');
  });

  it('is told in plain words for what may be meant anywhere', () => {
    expect(meantWords(line('not_understood', 1), null, words)).toBe('understood as: does not understand (100 % sure)');
  });

  it('says so when nothing was understood', () => {
    expect(meantWords(line(null, 0.2), script, words)).toBe('not understood');
  });
});
