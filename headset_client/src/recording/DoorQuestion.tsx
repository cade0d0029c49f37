import { ReadAloud } from '../parts/ReadAloud';
import { useWords } from '../words/use';
import { Answers } from './Answers';
import { leadOf, spoken } from './points';
import { Points } from './Points';
import type { Standing } from './standing';

interface Props {
  standing: Standing;
  onAnswer: (agree: boolean) => void;
}

/** The question, to one who waits outside or stands in the door: one screen of the way in. */
export function DoorQuestion({ standing, onAnswer }: Props) {
  const { t, tongue } = useWords();
  return (
    <>
      <div class="side">
        <div class="title">
          <h1 tabIndex={-1}>{t('rec.ask')}</h1>
          <p>{t(leadOf(standing))}</p>
          <ReadAloud text={spoken(tongue, standing)} />
        </div>
      </div>
      <div class="pick">
        <Points />
        <Answers onAnswer={onAnswer} />
      </div>
    </>
  );
}
