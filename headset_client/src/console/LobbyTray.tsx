import { Portrait } from '../join/Portrait';
import { Icon } from '../parts/Icon';
import { AnswerTag } from '../recording/AnswerTag';
import type { Person } from '../wire/types.gen';
import { useWords } from '../words/use';
import { useDesk } from './desk';

/** Who waits outside, with a press to let each one in. */
export function LobbyTray() {
  const { t } = useWords();
  const { state, open } = useDesk();
  const waiting = Object.values(state.people).filter(({ where }) => where === 'lobby');
  return (
    <section class="lobby panel" data-empty={waiting.length === 0} aria-labelledby="lobby-title">
      <header>
        <h2 id="lobby-title">{t(waiting.length === 0 ? 'lobby.none' : 'lobby')}</h2>
        <button type="button" class="button quiet small" aria-haspopup="dialog" onClick={() => open('people')}>
          <Icon name="users" />
          {t('lobby.codes')}
        </button>
      </header>
      <ul aria-live="polite">
        {waiting.map((person) => (
          <Waiting key={person.id} person={person} />
        ))}
      </ul>
    </section>
  );
}

export function Waiting({ person }: { person: Person }) {
  const { t } = useWords();
  const { ask, state } = useDesk();
  const who = { who: person.name };
  return (
    <li class="one">
      <span class="coin">
        <Portrait size={96} look={person.look} />
      </span>
      <p>
        <b>{person.name}</b>
        <span class="soft">
          {t(`role.${person.role}`)}
          {!person.here && ` · ${t('people.away')}`}
        </span>
        <AnswerTag state={state} person={person.id} />
      </p>
      <button
        type="button"
        class="button small main"
        aria-label={t('lobby.who', { word: t('lobby.in'), ...who })}
        onClick={() => void ask({ type: 'admit', person: person.id }, t('did.letin', who))}
      >
        {t('lobby.in')}
      </button>
      <button
        type="button"
        class="button small"
        aria-label={t('lobby.who', { word: t('lobby.no'), ...who })}
        onClick={() => void ask({ type: 'decline', person: person.id }, t('did.declined', who))}
      >
        {t('lobby.no')}
      </button>
    </li>
  );
}
