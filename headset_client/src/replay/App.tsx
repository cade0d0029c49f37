import { useEffect, useState } from 'preact/hooks';
import type { Refusal, Retold } from '../wire/types.gen';
import { useWords } from '../words/use';
import * as api from './api';
import { ComeIn } from './ComeIn';
import { type Where, useWhere } from './place';
import { Recordings } from './Recordings';
import { Replay } from './Replay';
import { forgetSeat, keepSeat, type KeptSeat, keptSeat } from './seat';
import { Shut } from './Shut';
import { usePlayer } from './use_player';
import { Viewing } from './viewing';

/** The replay page: the list of recordings for staff, or one recording, with the way in and the way out. */
export function App() {
  const [where, go] = useWhere();
  if (where.session === null) return <Recordings onOpen={go} />;
  return <Recording key={where.session} where={where} session={where.session} onLeave={() => go(null)} />;
}

/** What is wrong with a recording of which something can still be seen. */
const IN_PARTS: readonly string[] = ['truncated', 'damaged'];

type Standing = { at: 'asking' } | { at: 'out'; refusal: Refusal } | { at: 'in'; viewing: Viewing; told: Retold | null; mine: boolean };

interface Props {
  where: Where;
  session: string;
  onLeave: () => void;
}

function Recording({ where, session, onLeave }: Props) {
  const { t } = useWords();
  const [standing, stand] = useState<Standing>({ at: 'asking' });
  const [tries, tryAgain] = useState(0);
  const [deleted, setDeleted] = useState(false);
  const [damaged, takeDamaged] = useState(false);
  useEffect(() => {
    let here = true;
    let opened: Viewing | null = null;
    void open(session, where.key, damaged).then((next) => {
      if (next.at === 'in') opened = next.viewing;
      if (here) stand(next);
      else opened?.close();
    });
    return () => {
      here = false;
      opened?.close();
    };
  }, [session, tries, damaged]);

  if (deleted && where.key === null) return <Shut title={t('re.deleted')} onList={onLeave} />;
  if (deleted) return <Shut title={t('re.deleted.mine')} text={t('re.deleted.mine.what')} />;
  if (standing.at === 'asking') return <p class="asking">{t('re.loading')}</p>;
  if (standing.at === 'out') {
    const readable = !damaged && IN_PARTS.includes(standing.refusal.code);
    const rest = readable ? { onRest: () => takeDamaged(true) } : {};
    return <Shut refusal={standing.refusal} onAgain={() => tryAgain(tries + 1)} {...rest} />;
  }
  const { viewing, told, mine } = standing;
  const remove = async () => {
    const { ok } = await api.remove(session, where.key);
    if (ok) {
      forgetSeat();
      viewing.close();
      setDeleted(true);
    }
    return ok;
  };
  return <Watched viewing={viewing} told={told} mine={mine} onLeave={onLeave} onDelete={remove} atConsole={where.key === null} />;
}

/** A seat among those who watch, and what is told of the session: a timeline that is missing keeps nobody out. */
async function open(session: string, key: string | null, damaged: boolean): Promise<Standing> {
  const kept = keptSeat(session);
  const again = kept && (await api.told(session, kept.seat));
  if (kept && again?.ok) return inside(kept, again.value);
  const entered = await api.enter(session, key, damaged);
  if (!entered.ok) return { at: 'out', refusal: entered.refusal };
  const seat = { recording: session, seat: entered.value.seat, role: entered.value.role };
  keepSeat(seat);
  const told = await api.told(session, seat.seat);
  return inside(seat, told.ok ? told.value : null);
}

function inside({ seat, role }: KeptSeat, told: Retold | null): Standing {
  return { at: 'in', viewing: new Viewing(seat), told, mine: role === 'client' };
}

interface WatchedProps {
  viewing: Viewing;
  told: Retold | null;
  mine: boolean;
  atConsole: boolean;
  onLeave: () => void;
  onDelete: () => Promise<boolean>;
}

/** Until one has come in, the way in; then the recording. */
function Watched({ viewing, told, mine, atConsole, onLeave, onDelete }: WatchedProps) {
  const { t } = useWords();
  const [left, leave] = useState(false);
  usePlayer(viewing);
  const { link, refusal } = viewing.session;
  const out = () => {
    forgetSeat();
    viewing.close();
    if (atConsole) onLeave();
    else leave(true);
  };
  if (left) return <Shut title={t('bye.left')} onAgain={() => location.reload()} />;
  if (link === 'refused' || link === 'closed') return <Shut refusal={refusal} onAgain={() => location.reload()} />;
  if (viewing.you === null || viewing.scene.state === null)
    return <ComeIn viewing={viewing} told={told} atConsole={atConsole} mine={mine} />;
  return <Replay player={viewing} viewing={viewing} told={told} mine={mine} onLeave={out} onDelete={onDelete} />;
}
