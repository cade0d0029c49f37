/** What the room suggests for the next round, as one press does it. */
import type { Intent, Suggestion } from '../wire/types.gen';

/** What brings the suggestion about, in order: the one change, and then the round begins again. */
export function stepsOf({ axis, level }: Pick<Suggestion, 'axis' | 'level'>): Intent[] {
  if (axis === null || level === null) return [{ type: 'again' }];
  const change: Intent = axis === 'help' ? { type: 'sethelp', level } : { type: 'setlevel', axis, level };
  return [change, { type: 'again' }];
}
