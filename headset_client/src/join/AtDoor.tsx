import { DoorQuestion } from '../recording/DoorQuestion';
import { Mark } from '../recording/Mark';
import { useAnswering } from '../recording/answering';
import { isQuestioned, consentOf } from '../recording/consent';
import type { Session } from '../session';
import type { Person, RoomState } from '../wire/types.gen';
import { useWords } from '../words/use';
import { Frame } from './Frame';
import { LetIn } from './LetIn';
import { Waiting } from './Waiting';

interface Props {
  session: Session;
  state: RoomState;
  you: Person;
  /** Whether there is a headset here; null while that is not known. */
  headset: boolean | null;
  onIn: (vr: boolean) => void;
  onLeave: () => void;
}

/** Known to the room and not inside yet: asked about a recording if there is to be one, then waiting, then let in. */
export function AtDoor({ session, state, you, headset, onIn, onLeave }: Props) {
  const { say } = useWords();
  const answering = useAnswering(session, (intent) => session.send(intent));
  const consent = consentOf(state, session.you, answering.late);
  const questioned = isQuestioned(consent);
  const waiting = you.where === 'lobby';
  const onAnswer = (agree: boolean) => void answering.answer(agree);
  return (
    <Frame screen={questioned ? 'record' : waiting ? 'wait' : 'in'} mark={<Mark consent={consent} onAnswer={onAnswer} />}>
      {questioned ? (
        <DoorQuestion consent={consent} onAnswer={onAnswer} />
      ) : waiting ? (
        <Waiting name={you.name} look={you.look} lost={session.link !== 'live'} onLeave={onLeave} />
      ) : (
        <LetIn scene={say(state.scene?.title ?? {})} headset={headset} onVr={() => onIn(true)} onFlat={() => onIn(false)} />
      )}
    </Frame>
  );
}
