import { useEffect, useRef } from 'preact/hooks';
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

/** The question, to one who is in the room. It takes the place of the cards: Stop and Calmer stand above it. */
export function RoomQuestion({ consent, onAnswer }: Props) {
  const { t, tongue } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    // Who writes just then goes on writing: the mark's status says that there is a question.
    if (before instanceof HTMLInputElement) return undefined;
    heading.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <section class="recQuestion" aria-labelledby="rec-ask">
      <div class="words">
        <h2 id="rec-ask" ref={heading} tabIndex={-1}>
          {t('rec.ask')}
        </h2>
        <p>{t(leadOf(consent))}</p>
        <ReadAloud text={spoken(tongue, consent)} />
      </div>
      <Points consent={consent} />
      <Answers onAnswer={onAnswer} />
    </section>
  );
}
