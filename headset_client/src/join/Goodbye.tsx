import { MyPath } from '../path/MyPath';
import { MyRecording } from '../recording/MyRecording';
import type { Refusal } from '../wire/types.gen';
import { useWords } from '../words/use';
import { Doorway } from './Doorway';
import { Title } from './Title';

export type Ending = 'declined' | 'left' | 'ended' | 'refused';

interface Props {
  ending: Ending;
  /** What the door said, when it said why. */
  refusal: Refusal | null;
  onAgain: () => void;
}

/** The way out, with kind words whichever way it came about. */
export function Goodbye({ ending, refusal, onAgain }: Props) {
  const { t, say } = useWords();
  const titles = { declined: 'bye.declined', left: 'bye.left', ended: 'bye.ended', refused: 'bye.refused' } as const;
  const leads = { declined: 'bye.declinedLead', left: 'bye.leftLead', ended: 'bye.endedLead' } as const;
  const why = refusal ? `${say(refusal.words)} ${say(refusal.instead)}` : '';
  return (
    <>
      <div class="side">
        <Doorway />
        <Title title={t(titles[ending])} lead={ending === 'refused' ? why : t(leads[ending])} />
      </div>
      <div class="pick">
        {ending === 'ended' && <MyPath />}
        {ending === 'ended' && <MyRecording />}
        <button type="button" class="button wide tall" onClick={onAgain}>
          {t('bye.again')}
        </button>
      </div>
    </>
  );
}
