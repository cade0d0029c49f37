import { Brand } from '../parts/Brand';
import { Icon } from '../parts/Icon';
import { Tongue } from '../parts/Tongue';
import type { Refusal } from '../wire/types.gen';
import { useWords } from '../words/use';

interface Props {
  title?: string;
  text?: string;
  refusal?: Refusal | null;
  onAgain?: () => void;
  onList?: () => void;
  /** Shows what can be read of a bad file. */
  onRest?: () => void;
}

/** A page with nothing to see: why, and what one can do. */
export function Shut({ title, text, refusal, onAgain, onList, onRest }: Props) {
  const { t, say } = useWords();
  return (
    <div class="replay shut">
      <header class="top">
        <Brand />
        <Tongue />
      </header>
      <main>
        <h1>{title ?? t('re.no.title')}</h1>
        {text && <p>{text}</p>}
        {refusal && (
          <p role="alert">
            <b>{say(refusal.words)}</b> {say(refusal.instead)}
          </p>
        )}
        {refusal && !onRest && <p>{t('re.no.link')}</p>}
        {onRest && (
          <button type="button" class="button main" onClick={onRest}>
            <Icon name="play" />
            {t('re.rest')}
          </button>
        )}
        {onAgain && (
          <button type="button" class="button main" onClick={onAgain}>
            <Icon name="refresh-cw" />
            {t('re.again')}
          </button>
        )}
        {onList && (
          <button type="button" class="button main" onClick={onList}>
            {t('re.list')}
          </button>
        )}
      </main>
    </div>
  );
}
