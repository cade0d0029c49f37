import type { ComponentChildren } from 'preact';
import { Portrait } from '../join/Portrait';
import { Icon } from '../parts/Icon';
import type { Intent, Person, RoomState } from '../wire/types.gen';
import { useWords } from '../words/use';
import { AnswerTag } from './AnswerTag';
import { askedIn, mayAsk, stageOf } from './answers';

interface Props {
  state: RoomState;
  you: string;
  /** One's own mark, where it does not stand there anyway. */
  mark: ComponentChildren;
  /** Asks the room, and tells how it went: `done` when it was done. */
  ask: (intent: Intent, done: string) => void;
  onClose: () => void;
}

/** Recording, for staff: what asking means before they ask, and then who has said what. */
export function Asking(props: Props) {
  return props.state.recording.asked_by === '' ? <Before {...props} /> : <Asked {...props} />;
}

const WILL = [
  { icon: 'users', key: 'rec.will.asked' },
  { icon: 'check', key: 'rec.will.begins' },
  { icon: 'hand', key: 'rec.will.free' },
  { icon: 'user', key: 'rec.will.you' },
] as const;

/** What happens when one asks, said before one does. */
function Before({ state, you, ask, onClose }: Props) {
  const { t } = useWords();
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
        <button type="button" class="button" onClick={onClose}>
          {t('rec.notNow')}
        </button>
        {mayAsk(state.people[you]?.role) && (
          <button type="button" class="button" onClick={() => ask({ type: 'asktorecord' }, t('rec.did.asked'))}>
            <i class="lamp" aria-hidden="true" />
            {t('rec.askAll')}
          </button>
        )}
      </p>
    </div>
  );
}

function Asked({ state, you, mark, ask, onClose }: Props) {
  const { t } = useWords();
  const { on } = state.recording;
  const stage = stageOf(state);
  const stop = () => {
    onClose();
    ask({ type: 'stoprecording' }, t(on ? 'rec.did.stopped' : 'rec.did.cancelled'));
  };
  return (
    <div class="recSheet">
      <p>{t(stage === 'off' ? 'rec.now.waiting' : `rec.now.${stage}`)}</p>
      <h3>{t('rec.answers')}</h3>
      <ul class="recWho">
        {askedIn(state).map((person) => (
          <Someone key={person.id} state={state} person={person} you={you} />
        ))}
      </ul>
      <div class="ways">
        {mark}
        <button type="button" class="button" onClick={stop}>
          <Icon name={on ? 'power' : 'undo-2'} />
          {t(on ? 'rec.stop' : 'rec.cancel')}
        </button>
      </div>
    </div>
  );
}

function Someone({ state, person, you }: { state: RoomState; person: Person; you: string }) {
  const { t } = useWords();
  const { id, name, role, look, body, where } = person;
  return (
    <li class="one">
      <span class="coin">{body === null && where === 'room' ? <Icon name="user" /> : <Portrait size={96} look={look} />}</span>
      <p>
        <b>
          {name}
          {id === you && ` (${t('av.you')})`}
        </b>
        <span class="soft">
          {t(`role.${role}`)}
          {where === 'lobby' && ` · ${t('lobby').toLowerCase()}`}
        </span>
      </p>
      <AnswerTag state={state} person={id} />
    </li>
  );
}
