import { Icon } from '../parts/Icon';
import { ReadAloud } from '../parts/ReadAloud';
import { useWords } from '../words/use';
import type { Inside } from './inside';
import { RatingRow } from './RatingRow';
import { Sheet } from './Sheet';
import { useNumberKeys } from './useNumberKeys';

/** The question while the scene goes on. It waits for nobody: it can be put away, and goes by itself. */
export function HowHard({ inside }: { inside: Inside }) {
  const { t } = useWords();
  useNumberKeys((rating) => void inside.rate(rating));
  return (
    <section class="howHard" aria-labelledby="how-hard">
      <header>
        <h2 id="how-hard">{t('hard.ask')}</h2>
        <ReadAloud text={`${t('hard.ask')} ${t('hard.level', { n: '0' })}: ${t('hard.least')}. 10: ${t('hard.most')}.`} bare />
        <button type="button" class="button quiet" onClick={() => inside.putQuestionAway()}>
          <Icon name="x" />
          {t('hard.later')}
        </button>
      </header>
      <RatingRow labelledBy="how-hard" onRate={(rating) => void inside.rate(rating)} />
    </section>
  );
}

/** The same whenever one wants to say it. */
export function SayHowHard({ inside, onClose }: { inside: Inside; onClose: () => void }) {
  const { t } = useWords();
  const rate = (rating: number) => {
    void inside.rate(rating);
    onClose();
  };
  return (
    <Sheet title={t('hard.say')} onClose={onClose}>
      <p id="say-how-hard">{t('hard.ask')}</p>
      <RatingRow labelledBy="say-how-hard" onRate={rate} />
    </Sheet>
  );
}
