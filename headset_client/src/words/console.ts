import type { Pairs } from './pairs';

/** Words of the console. */
export const consoleWords = {
  'con.title': ['Styring', 'Console'],
} as const satisfies Pairs;
