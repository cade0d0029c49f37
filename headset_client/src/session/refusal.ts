import type { Refusal } from '../wire/types.gen';

/** What a door that is shut answers when the server gave no reason of its own. */
export const SHUT: Refusal = {
  code: 'shut',
  words: { nb: 'Forbindelsen til rommet er lukket.', en: 'The connection to the room is closed.' },
  instead: { nb: 'Last siden på nytt.', en: 'Reload the page.' },
};

/** What a door answers that keeps as much as it can until the line is back. */
export const LATER: Refusal = {
  code: 'later',
  words: { nb: 'Vi er ikke koblet til nå.', en: 'We are not connected now.' },
  instead: { nb: 'Vent litt, og prøv igjen.', en: 'Wait a little, and try again.' },
};

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'code' in value && 'words' in value && 'instead' in value;
}
