import { Icon } from '../parts/Icon';
import { useWords } from '../words/use';

/** Yes and no: the same size, the same colour, and neither is chosen beforehand. */
export function Answers({ onAnswer }: { onAnswer: (agree: boolean) => void }) {
  const { t } = useWords();
  return (
    <div class="recAnswers" role="group" aria-label={t('rec.ask')}>
      <button type="button" class="button tall" onClick={() => onAnswer(true)}>
        <Icon name="check" />
        {t('yes')}
      </button>
      <button type="button" class="button tall" onClick={() => onAnswer(false)}>
        <Icon name="x" />
        {t('no')}
      </button>
    </div>
  );
}
