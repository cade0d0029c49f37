/** Where one is in the console, kept in the address so that a reload comes back to it. */
import { useEffect, useState } from 'preact/hooks';

/** A room, a page beside the list of sessions, or the list itself where neither is named. */
export interface Where {
  session?: string;
  page?: 'make' | 'path';
  /** The scenario that is being changed, on the page for making them; the one to begin with, on the list. */
  scenario?: string;
  /** Whose path is shown, or whom the next session is for. */
  path?: string;
  step?: number;
}

/** The one-time secret of the console link, taken out of the address so that nobody reads it over a shoulder; null: none. */
export function takeKey(): string | null {
  const named = new URLSearchParams(location.hash.slice(1));
  const key = named.get('key');
  named.delete('key');
  if (key !== null) history.replaceState(null, '', `${location.pathname}${named.size > 0 ? `#${named}` : ''}`);
  return key;
}

export function hasKey(): boolean {
  return new URLSearchParams(location.hash.slice(1)).has('key');
}

/** Where the address leads, and the way elsewhere; {} is the list of sessions. */
export function useWhere(): [Where, (to: Where) => void] {
  const [where, setWhere] = useState(() => whereIn(location.hash));
  useEffect(() => {
    const moved = () => setWhere(whereIn(location.hash));
    window.addEventListener('hashchange', moved);
    return () => window.removeEventListener('hashchange', moved);
  }, []);
  const go = (to: Where) => {
    location.hash = hashOf(to);
    setWhere(to);
  };
  return [where, go];
}

export function hashOf(where: Where): string {
  const named = Object.entries(where).filter(([, value]) => value !== undefined);
  return new URLSearchParams(named.map(([name, value]) => [name, String(value)])).toString();
}

export function whereIn(hash: string): Where {
  const named = new URLSearchParams(hash.slice(1));
  const where: Where = {};
  const [session, page, scenario, path, step] = ['session', 'page', 'scenario', 'path', 'step'].map((name) => named.get(name));
  if (session) where.session = session;
  if (page === 'make' || page === 'path') where.page = page;
  if (scenario) where.scenario = scenario;
  if (path) where.path = path;
  if (step && /^\d+$/.test(step)) where.step = Number(step);
  return where;
}
