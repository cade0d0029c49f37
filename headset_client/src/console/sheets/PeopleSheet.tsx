import { Portrait } from '../../join/Portrait';
import { Icon } from '../../parts/Icon';
import { AnswerTag } from '../../recording/AnswerTag';
import type { Person } from '../../wire/types.gen';
import { useWords } from '../../words/use';
import { useDesk } from '../desk';
import { Waiting } from '../LobbyTray';
import { CodeCard } from '../sessions/CodeCard';
import { SheetFrame } from './Sheet';

/** Who is here, who waits, and codes for those who shall come. */
export function PeopleSheet() {
  const { t } = useWords();
  const { id, state } = useDesk();
  const people = Object.values(state.people);
  const waiting = people.filter(({ where }) => where === 'lobby');
  return (
    <SheetFrame name="people" title={t('lobby.codes')}>
      <div class="here">
        <section>
          <h3>{t('people.in')}</h3>
          <ul>
            {people
              .filter(({ where }) => where === 'room')
              .map((person) => (
                <Inside key={person.id} person={person} />
              ))}
          </ul>
          <h3>{t(waiting.length === 0 ? 'lobby.none' : 'lobby')}</h3>
          <ul>
            {waiting.map((person) => (
              <Waiting key={person.id} person={person} />
            ))}
          </ul>
        </section>
        <section>
          <p class="soft">{t('codes.lead')}</p>
          <CodeCard session={id} role="client" />
          <CodeCard session={id} role="peer" />
        </section>
      </div>
    </SheetFrame>
  );
}

function Inside({ person }: { person: Person }) {
  const { t } = useWords();
  const { ask, session, state } = useDesk();
  const who = { who: person.name };
  return (
    <li class="one">
      <span class="coin">{person.body === null ? <Icon name="user" /> : <Portrait size={96} look={person.look} />}</span>
      <p>
        <b>{person.name}</b>
        <span class="soft">
          {t(`role.${person.role}`)}
          {!person.here && ` · ${t('people.away')}`}
        </span>
        <AnswerTag state={state} person={person.id} />
      </p>
      {person.id !== session.you && (
        <button
          type="button"
          class="button small"
          aria-label={t('lobby.who', { word: t('people.remove'), ...who })}
          onClick={() => void ask({ type: 'remove', person: person.id }, t('did.removed', who))}
        >
          {t('people.remove')}
        </button>
      )}
    </li>
  );
}
