import type { Refusal } from '../wire/types.gen';
import { Brand } from '../parts/Brand';
import { Icon } from '../parts/Icon';
import { Tongue } from '../parts/Tongue';
import { useWords } from '../words/use';
import { DarkSwitch } from './DarkSwitch';

interface Props {
  refusal: Refusal | null;
  onAgain: () => void;
  dark: boolean;
  onDark: () => void;
}

/** What one sees who is not signed in: where the way in is. */
export function Door({ refusal, onAgain, dark, onDark }: Props) {
  const { t, say } = useWords();
  const plain = refusal === null || refusal.code === 'not_signed_in';
  return (
    <div class="outside">
      <header class="topbar">
        <Brand />
        <span class="tools">
          <DarkSwitch dark={dark} onDark={onDark} />
          <Tongue />
        </span>
      </header>
      <main class="door panel">
        <h1>{plain ? t('door.title') : say(refusal.words)}</h1>
        {!plain && <p>{say(refusal.instead)}</p>}
        <p>{t('door.lead')}</p>
        <p class="soft">{t('door.once')}</p>
        <button type="button" class="button main" onClick={onAgain}>
          <Icon name="refresh-cw" />
          {t('door.again')}
        </button>
      </main>
    </div>
  );
}
