import { commonWords } from './common';
import { consoleWords } from './console';
import { levelWords } from './levels';
import { roomWords } from './room';

export const catalogue = { ...commonWords, ...levelWords, ...consoleWords, ...roomWords } as const;
export type Key = keyof typeof catalogue;
