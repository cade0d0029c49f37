import { useState } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import { useWords } from '../words/use';

interface Props {
  /** Whether it is one's own part, or (staff) the whole recording. */
  mine: boolean;
  onDelete: () => Promise<boolean>;
}

/** Deleting for good: asked once more, in plain words. */
export function DeletePart({ mine, onDelete }: Props) {
  const { t } = useWords();
  const [asking, ask] = useState(false);
  const [failed, fail] = useState(false);
  const remove = async () => fail(!(await onDelete()));
  const word = t(mine ? 're.delete.mine' : 're.delete.all');
  return (
    <section class="delete panel" aria-label={word}>
      {asking ? (
        <>
          <p>{t(mine ? 're.delete.mine.ask' : 're.delete.all.ask')}</p>
          <div class="two">
            <button type="button" class="button" onClick={() => ask(false)}>
              {t('re.delete.no')}
            </button>
            <button type="button" class="button" onClick={() => void remove()}>
              <Icon name="trash-2" />
              {t('re.delete.yes')}
            </button>
          </div>
          <p role="alert">{failed && t('re.in.failed')}</p>
        </>
      ) : (
        <button type="button" class="button quiet" onClick={() => ask(true)}>
          <Icon name="trash-2" />
          {word}
        </button>
      )}
    </section>
  );
}
