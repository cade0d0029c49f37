import type { PathStop } from './PathPicture';

/** What was practised, and what that leads to: the part of the whole that concerns somebody. */
export function near(stops: readonly PathStop[]): PathStop[] {
  const practised = stops.filter(({ rounds }) => rounds > 0);
  const shown = new Set(practised.flatMap(({ id, leads_to }) => [id, ...leads_to]));
  return stops.filter(({ id }) => shown.has(id));
}
