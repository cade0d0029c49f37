import { Portrait } from '../../join/Portrait';
import { Icon } from '../../parts/Icon';
import { AnswerTag } from '../../recording/AnswerTag';
import { askedIn, mayAsk, type Stage, stageOf } from '../../recording/answers';
import { Mark } from '../../recording/Mark';
import { consenting, consentOf } from '../../recording/consent';
import type { Person } from '../../wire/types.gen';
import { useWords } from '../../words/use';
import { useDesk } from '../desk';
import { SheetFrame } from './Sheet';

/** Recording, for staff: what asking means before they ask, and then who has said what. */
export function RecordSheet() {
  const { t } = useWords();
  const { state } = useDesk();
  const stage = stageOf(state);
  return (
    <SheetFrame name="record" title={t('rec.sheet')}>
      {stage === 'off' ? <Before /> : <Asked stage={stage} />}
    </SheetFrame>
  );
}

const WILL = [
  { icon: 'users', key: 'rec.will.asked' },
  { icon: 'check', key: 'rec.will.begins' },
  { icon: 'hand', key: 'rec.will.free' },
  { icon: 'user', key: 'rec.will.you' },
] as const;

/** What happens when one asks, said before one does. */
function Before() {
  const { t } = useWords();
  const { ask, open, state, session } = useDesk();
  const may = mayAsk(state.people[session.you]?.role);
  return (
    <div class="recSheet">
      <ul class="recWill">
        {WILL.map(({ icon, key }) => (
          <li key={key}>
            <Icon name={icon} />
            {t(key)}
          </li>
        ))}
      </ul>
      <p class="ways">
        <button type="button" class="button" onClick={() => open(null)}>
          {t('rec.notNow')}
        </button>
        {may && (
          <button type="button" class="button" onClick={() => void ask({ type: 'asktorecord' }, t('rec.did.asked'))}>
            <i class="lamp" aria-hidden="true" />
            {t('rec.askAll')}
          </button>
        )}
      </p>
    </div>
  );
}

function Asked({ stage }: { stage: Exclude<Stage, 'off'> }) {
  const { t } = useWords();
  const { ask, state, session, open } = useDesk();
  const on = state.recording.on;
  const stop = () => {
    open(null);
    void ask({ type: 'stoprecording' }, t(on ? 'rec.did.stopped' : 'rec.did.cancelled'));
  };
  return (
    <div class="recSheet">
      <p>{t(stage === 'gap' ? 'rec.now.on' : `rec.now.${stage}`)}</p>
      <h3>{t('rec.answers')}</h3>
      <ul class="recWho">
        {askedIn(state).map((person) => (
          <Someone key={person.id} person={person} />
        ))}
      </ul>
      <div class="ways">
        <Mark consent={consentOf(state, session.you)} onAnswer={(agree) => void ask(consenting(agree))} />
        <button type="button" class="button" onClick={stop}>
          <Icon name={on ? 'power' : 'undo-2'} />
          {t(on ? 'rec.stop' : 'rec.cancel')}
        </button>
      </div>
    </div>
  );
}

function Someone({ person }: { person: Person }) {
  const { t } = useWords();
  const { session, state } = useDesk();
  return (
    <li class="one">
      <span class="coin">
        {person.body === null && person.where === 'room' ? <Icon name="user" /> : <Portrait size={96} look={person.look} />}
      </span>
      <p>
        <b>
          {person.name}
          {person.id === session.you && ` (${t('av.you')})`}
        </b>
        <span class="soft">
          {t(`role.${person.role}`)}
          {person.where === 'lobby' && ` · ${t('lobby').toLowerCase()}`}
        </span>
      </p>
      <AnswerTag state={state} person={person.id} />
    </li>
  );
}
