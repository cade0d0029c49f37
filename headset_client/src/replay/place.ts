/** What the address says: which recording, and the client's own key to it. */
import { useEffect, useState } from 'preact/hooks';

export interface Where {
  /** The recording; null for the list of them. */
  readonly session: string | null;
  /** The client's own key; null at a console. */
  readonly key: string | null;
}

const KEPT = 'replay.key';

/** The key is taken out of the address, so that nobody reads it over a shoulder; the tab keeps it for a reload. */
export function whereIs(hash: string, kept: Pick<Storage, 'getItem' | 'setItem'>): Where {
  const said = new URLSearchParams(hash.slice(1));
  const session = said.get('session');
  const key = said.get('key');
  if (session !== null && key !== null) kept.setItem(KEPT, `${session} ${key}`);
  const [of, known] = (kept.getItem(KEPT) ?? '').split(' ');
  return { session, key: session !== null && of === session ? (known ?? null) : null };
}

/** Where one is, and the way to another recording or (null) to the list. */
export function useWhere(): [Where, (session: string | null) => void] {
  const look = () => {
    const where = whereIs(location.hash, sessionStorage);
    if (new URLSearchParams(location.hash.slice(1)).has('key')) history.replaceState(null, '', hashOf(where.session));
    return where;
  };
  const [where, setWhere] = useState(look);
  useEffect(() => {
    const moved = () => setWhere(look());
    window.addEventListener('hashchange', moved);
    return () => window.removeEventListener('hashchange', moved);
  }, []);
  const go = (session: string | null) => {
    location.hash = hashOf(session);
  };
  return [where, go];
}

function hashOf(session: string | null): string {
  return session === null ? '#' : `#session=${encodeURIComponent(session)}`;
}
