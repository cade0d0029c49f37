import type { Pairs } from './pairs';

/** Words that both pages use. */
export const commonWords = {
  language: ['Språk', 'Language'],
  aloud: ['Les høyt', 'Read aloud'],
  yes: ['Ja', 'Yes'],
  no: ['Nei', 'No'],
  next: ['Videre', 'Next'],
  back: ['Tilbake', 'Back'],
  stop: ['Stopp', 'Stop'],
  close: ['Lukk', 'Close'],
  artificial: ['kunstig', 'artificial'],
} as const satisfies Pairs;
