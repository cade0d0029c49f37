/** Moments worth going to, as the timeline shows them. */
import type { Retold, WatchNote } from '../wire/types.gen';
import type { Said } from '../words/say';

export interface Moment {
  readonly t: number;
  readonly kind: 'own' | 'goal' | 'staff' | 'note';
  readonly words: Said;
}

/** The client's own moments, goals, markers of staff and notes, in order of time; what two of them tell is told once. */
export function momentsOf({ timeline, summary }: Retold, notes: readonly WatchNote[]): Moment[] {
  const points = (id: string, kind: Moment['kind']) =>
    timeline.lanes.find((lane) => lane.id === id)?.points.map(({ t, words }): Moment => ({ t, kind, words })) ?? [];
  const own = summary.own.flatMap(({ t, words }): Moment[] => (t === null ? [] : [{ t, kind: 'own', words }]));
  const told = new Set(own.map(({ t }) => t));
  const goals = points('goals', 'goal').filter(({ t }) => !told.has(t));
  const written = notes.map(({ at, text }): Moment => ({ t: at, kind: 'note', words: { nb: text, en: text } }));
  return [...own, ...goals, ...points('marks', 'staff'), ...written].sort((a, b) => a.t - b.t);
}
