/** Where one is in the console: the list of sessions or one room; kept in the address so that a reload comes back to it. */
import { useEffect, useState } from 'preact/hooks';

/** The one-time secret of the console link, taken out of the address so that nobody reads it over a shoulder; null: none. */
export function takeKey(): string | null {
  const key = new URLSearchParams(location.hash.slice(1)).get('key');
  if (key !== null) history.replaceState(null, '', location.pathname);
  return key;
}

export function hasKey(): boolean {
  return new URLSearchParams(location.hash.slice(1)).has('key');
}

/** The session that the address names, and the way into another; null is the list. */
export function useWhere(): [string | null, (session: string | null) => void] {
  const [session, setSession] = useState(named);
  useEffect(() => {
    const moved = () => setSession(named());
    window.addEventListener('hashchange', moved);
    return () => window.removeEventListener('hashchange', moved);
  }, []);
  const go = (to: string | null) => {
    location.hash = to === null ? '' : `session=${encodeURIComponent(to)}`;
    setSession(to);
  };
  return [session, go];
}

function named(): string | null {
  return new URLSearchParams(location.hash.slice(1)).get('session');
}
