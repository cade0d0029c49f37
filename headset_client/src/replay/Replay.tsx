import { useEffect, useMemo, useState } from 'preact/hooks';
import { Brand } from '../parts/Brand';
import { Icon } from '../parts/Icon';
import { Tongue } from '../parts/Tongue';
import type { Retold } from '../wire/types.gen';
import { useWords } from '../words/use';
import { DeletePart } from './DeletePart';
import { NO_STOPS, stopsOf } from './jumps';
import { keyAct } from './keys';
import { Notes } from './Notes';
import type { Player } from './player';
import { Stage } from './Stage';
import { Summary } from './Summary';
import { Talk } from './Talk';
import { Timeline } from './Timeline';
import { Together } from './Together';
import { Transport } from './Transport';
import { usePlayer } from './use_player';
import type { Viewing } from './viewing';

interface Props {
  player: Player;
  /** Null where one watches alone from a file. */
  viewing: Viewing | null;
  /** Null when it could not be had. */
  told: Retold | null;
  /** Whether one is the client whose session it is. */
  mine: boolean;
  /** What is said about where one watches; empty for nothing. */
  note?: string;
  onLeave?: () => void;
  /** Deletes what one may delete; resolves to whether it was done. */
  onDelete?: () => Promise<boolean>;
}

/** The rehearsal again: the picture, the time under it, the words beside it. */
export function Replay({ player, viewing, told, mine, note = '', onLeave, onDelete }: Props) {
  const { t, say } = useWords();
  usePlayer(player);
  const { state } = player.scene;
  const notes = viewing?.notes ?? [];
  const stops = useMemo(() => (told ? stopsOf(told, notes) : NO_STOPS), [told, notes]);
  const you = mine ? (told?.client ?? null) : null;
  const lost = viewing !== null && viewing.session.link === 'lost';
  const keyed = (event: KeyboardEvent) => {
    const act = keyAct(event, player);
    if (act === null) return;
    event.preventDefault();
    act();
  };
  return (
    <div class="replay">
      <header class="top">
        <Brand />
        <div class="what">
          <h1>{t('re.title')}</h1>
          <p>{[say(state?.scene?.title ?? {}), told && <Day key="day" opened={told.opened_at} />].filter(Boolean)}</p>
        </div>
        {viewing && <Together viewing={viewing} />}
        {note !== '' && <p class="note">{note}</p>}
        <Tongue />
        {onLeave && (
          <button type="button" class="button" onClick={onLeave}>
            <Icon name="log-out" />
            {t('re.out')}
          </button>
        )}
      </header>
      <div role="status">{lost && <p class="lost">{t('re.lost')}</p>}</div>
      <main>
        <div class="watch" onKeyDown={keyed}>
          <Stage player={player} viewing={viewing} stops={stops} you={you} />
          <Transport player={player} stops={stops} />
          {told ? <Timeline player={player} told={told} notes={notes} mine={mine} /> : <p class="panel none">{t('re.noTimeline')}</p>}
        </div>
        <aside class="beside" aria-label={t('re.summary')}>
          {told && <Summary summary={told.summary} first={player.stretch.first} mine={mine} onSeek={(at) => player.seek(at)} />}
          {viewing && <Notes viewing={viewing} />}
          {viewing && <Talk viewing={viewing} />}
          {onDelete && <DeletePart mine={mine} onDelete={onDelete} />}
        </aside>
      </main>
      <Read player={player} />
    </div>
  );
}

/** The day of the session, as one says it. `opened` in Unix seconds. */
function Day({ opened }: { opened: number }) {
  const { tongue } = useWords();
  const day = new Date(opened * 1000);
  const locale = tongue === 'nb' ? 'nb-NO' : 'en-GB';
  return <time dateTime={day.toISOString()}> · {day.toLocaleDateString(locale, { day: 'numeric', month: 'long' })}</time>;
}

/** Says to a screen reader when it plays and when it stands. */
function Read({ player }: { player: Player }) {
  const { t } = useWords();
  const { running } = player.playing;
  const [said, say] = useState('');
  const [before, keep] = useState(running);
  useEffect(() => {
    if (running === before) return;
    keep(running);
    say(t(running ? 're.play' : 're.pause'));
  }, [running]);
  return (
    <p class="unseen" role="status">
      {said}
    </p>
  );
}
