import { DoorQuestion } from '../recording/DoorQuestion';
import { Mark } from '../recording/Mark';
import { consent, isQuestioned, standingOf } from '../recording/standing';
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
  const standing = standingOf(state.recording, session.you);
  const questioned = isQuestioned(standing);
  const waiting = you.where === 'lobby';
  const onAnswer = (agree: boolean) => void session.send(consent(agree));
  return (
    <Frame screen={questioned ? 'record' : waiting ? 'wait' : 'in'} mark={<Mark standing={standing} onAnswer={onAnswer} />}>
      {questioned ? (
        <DoorQuestion standing={standing} onAnswer={onAnswer} />
      ) : waiting ? (
        <Waiting name={you.name} look={you.look} lost={session.link !== 'live'} onLeave={onLeave} />
      ) : (
        <LetIn scene={say(state.scene?.title ?? {})} headset={headset} onVr={() => onIn(true)} onFlat={() => onIn(false)} />
      )}
    </Frame>
  );
}
