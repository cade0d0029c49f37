import type { Pairs } from './pairs';

/** Words of the headset page. */
export const roomWords = {} as const satisfies Pairs;
