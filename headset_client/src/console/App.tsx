import { useEffect, useState } from 'preact/hooks';
import type { Refusal } from '../wire/types.gen';
import { useWords } from '../words/use';
import * as api from './api';
import { useDark } from './dark';
import { Door } from './Door';
import { hasKey, takeKey, useWhere } from './place';
import { PathPage } from './path/PathPage';
import { RoomPage } from './RoomPage';
import { MakePage } from './make/MakePage';
import { Sessions } from './sessions/Sessions';

type Standing = { at: 'asking' } | { at: 'out'; refusal: Refusal | null } | { at: 'in'; name: string };

/** Signs in with the key of the console link, then shows the sessions, one room, or a page beside them. */
export function App() {
  const { t } = useWords();
  const [standing, setStanding] = useState<Standing>({ at: 'asking' });
  const [where, go] = useWhere();
  const [dark, changeDark] = useDark();
  const enter = () => void arrive(takeKey()).then(setStanding);
  useEffect(() => {
    enter();
    // The link pasted into a tab that is already here changes only the part after the #.
    const pasted = () => hasKey() && enter();
    window.addEventListener('hashchange', pasted);
    return () => window.removeEventListener('hashchange', pasted);
  }, []);

  if (standing.at === 'asking') return <p class="asking">{t('con.loading')}</p>;
  const frame = { dark, onDark: changeDark };
  if (standing.at === 'out') return <Door refusal={standing.refusal} onAgain={enter} {...frame} />;
  const { session } = where;
  if (session !== undefined) return <RoomPage key={session} id={session} onLeave={() => go({})} {...frame} />;
  if (where.page === 'path') return <PathPage where={where} go={go} {...frame} />;
  if (where.page === 'make') return <MakePage where={where} go={go} {...frame} />;
  const out = () => void api.signOut().then(() => setStanding({ at: 'out', refusal: null }));
  return <Sessions name={standing.name} where={where} go={go} onOut={out} {...frame} />;
}

/** A key that is used up does no harm to one who is signed in already. */
async function arrive(key: string | null): Promise<Standing> {
  const signed = key === null ? null : await api.signIn(key);
  const known = await api.me();
  if (known.ok) return { at: 'in', name: known.value.name };
  return { at: 'out', refusal: signed !== null && !signed.ok ? signed.refusal : known.refusal };
}
