import { useWords } from '../words/use';
import { isQuestioned, markOf, type Consent } from './consent';

interface Props {
  consent: Consent;
  onAnswer: (agree: boolean) => void;
}

/** The mark of a recording, with a lamp, in words, and for a screen reader; one press takes a yes back or gives it again. */
export function Mark({ consent, onAnswer }: Props) {
  const { t } = useWords();
  const mark = markOf(consent);
  const press = mark?.press ?? null;
  // It is there also while it says nothing, so that a screen reader hears when it does.
  return (
    <div class={mark ? `recMark ${mark.lamp === 'on' ? 'lit' : mark.lamp}` : 'unseen'} role="group" aria-label={t('rec.mark')}>
      <p role="status">
        {mark && (
          <>
            <i class="lamp" aria-hidden="true" />
            <span class="said">
              <b>{t(mark.title)}</b> <span>{t(mark.you)}</span> {mark.how !== null && <span>{t(mark.how)}</span>}
            </span>
          </>
        )}
        {isQuestioned(consent) && <span class="unseen">{t('rec.ask')}</span>}
      </p>
      {press && (
        <button type="button" class="button" onClick={() => onAnswer(press.agree)}>
          {t(press.word)}
        </button>
      )}
    </div>
  );
}
