import { Icon } from '../../parts/Icon';
import type { SessionInfo } from '../../wire/types.gen';
import { isKey } from '../../words/catalogue';
import { useWords } from '../../words/use';

export function OpenSessions({ open, onEnter }: { open: readonly SessionInfo[]; onEnter: (session: string) => void }) {
  const { t } = useWords();
  return (
    <section class="open panel" aria-labelledby="open-title">
      <h2 id="open-title">{t('list.open')}</h2>
      {open.length === 0 && <p class="soft">{t('list.none')}</p>}
      <ul>
        {open.map((session) => (
          <OneSession key={session.id} session={session} onEnter={() => onEnter(session.id)} />
        ))}
      </ul>
    </section>
  );
}

function OneSession({ session, onEnter }: { session: SessionInfo; onEnter: () => void }) {
  const { t, say } = useWords();
  const phase = `phase.${session.phase}`;
  return (
    <li>
      <p>
        <b>{say(session.title)}</b>
        {session.practice && (
          <span class="tag">
            <Icon name="bot" />
            {t('pra.tag')}
          </span>
        )}
        <span class="soft">
          {isKey(phase) ? t(phase) : session.phase} · {session.people === 1 ? t('list.people.1') : t('list.people', { n: session.people })}{' '}
          · {session.language === 'nb' ? 'Norsk' : 'English'}
        </span>
      </p>
      <button type="button" class="button main" onClick={onEnter}>
        <Icon name="door-open" />
        {t('list.in')}
        <span class="unseen">: {say(session.title)}</span>
      </button>
    </li>
  );
}
