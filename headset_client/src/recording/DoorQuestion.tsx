import { ReadAloud } from '../parts/ReadAloud';
import { useWords } from '../words/use';
import { Answers } from './Answers';
import { leadOf, spoken } from './question';
import { Points } from './Points';
import type { Consent } from './consent';

interface Props {
  consent: Consent;
  onAnswer: (agree: boolean) => void;
}

/** The question, to one who waits outside or stands in the door: one screen of the way in. */
export function DoorQuestion({ consent, onAnswer }: Props) {
  const { t, tongue } = useWords();
  return (
    <>
      <div class="side">
        <div class="title">
          <h1 tabIndex={-1}>{t('rec.ask')}</h1>
          <p>{t(leadOf(consent))}</p>
          <ReadAloud text={spoken(tongue, consent)} />
        </div>
      </div>
      <div class="pick">
        <Points consent={consent} />
        <Answers onAnswer={onAnswer} />
      </div>
    </>
  );
}
