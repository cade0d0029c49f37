import { commonWords } from './common';
import { consoleWords } from './console';
import { deskWords } from './desk';
import { helpWords } from './help';
import { levelWords } from './levels';
import { makeWords } from './make';
import { recordingWords } from './recording';
import { replayWords } from './replay';
import { roomWords } from './room';
import { roundWords } from './round';

export const catalogue = {
  ...commonWords,
  ...levelWords,
  ...consoleWords,
  ...deskWords,
  ...roomWords,
  ...roundWords,
  ...helpWords,
  ...recordingWords,
  ...replayWords,
  ...makeWords,
} as const;
export type Key = keyof typeof catalogue;

export function isKey(key: string): key is Key {
  return Object.hasOwn(catalogue, key);
}
