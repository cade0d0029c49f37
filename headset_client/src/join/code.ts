/** Join codes: eight signs of Crockford's alphabet, read as forgivingly as they were meant to be. */

export const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const FULL = 8;

/** The code in `text`, at most eight signs: I and L are one, O is nought, and what is no sign is left out. */
export function readCode(text: string): string {
  const signs = text.toUpperCase().replace(/[IL]/g, '1').replace(/O/g, '0');
  return [...signs]
    .filter((sign) => SIGNS.includes(sign))
    .join('')
    .slice(0, FULL);
}

/** What stands in the slots, and whether the door has said no to it since it was typed. */
export interface Entry {
  readonly code: string;
  readonly refused: boolean;
}

/** One sign more. After a no the slots are full of what does not work, so the sign begins a new code. */
export function withSign(entry: Entry, typed: string): Entry {
  if (readCode(typed) === '') return entry;
  return { code: readCode((entry.refused ? '' : entry.code) + typed), refused: false };
}

/** One sign less, also after a no: it may be that only the last one was wrong. */
export function withoutLast({ code }: Entry): Entry {
  return { code: code.slice(0, -1), refused: false };
}

/** Whether it may be taken to the door: the same wrong code is not tried twice by a mere press. */
export function mayTry({ code, refused }: Entry): boolean {
  return code.length === FULL && !refused;
}

/** The code that a join link carries in its fragment (#code=ABCD2345), or an empty string. */
export function codeInLink(hash: string): string {
  return readCode(new URLSearchParams(hash.replace(/^#/, '')).get('code') ?? '');
}

/** The code as it is read aloud: sign by sign, with a pause in the middle. */
export function spelled(code: string): string {
  const half = FULL / 2;
  return [code.slice(0, half), code.slice(half)]
    .filter((part) => part !== '')
    .map((part) => [...part].join(' '))
    .join(', ');
}
