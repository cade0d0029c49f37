import { Icon } from '../../parts/Icon';
import type { SessionInfo } from '../../wire/types.gen';
import { useWords } from '../../words/use';
import { CodeCard } from './CodeCard';

interface Props {
  session: SessionInfo;
  onEnter: () => void;
  onBack: () => void;
}

/** The session is made: a code for each who shall come, and the way in. */
export function Made({ session, onEnter, onBack }: Props) {
  const { t, say } = useWords();
  return (
    <main class="made">
      <section class="panel" aria-labelledby="codes-title">
        <h2 id="codes-title">
          {t('codes.title')} · {say(session.title)}
        </h2>
        <p class="soft">{t('codes.lead')}</p>
        <div class="codes">
          <CodeCard session={session.id} role="client" atOnce />
          <CodeCard session={session.id} role="peer" />
        </div>
        <p class="ways">
          <button type="button" class="button" onClick={onBack}>
            <Icon name="arrow-left" />
            {t('link.back')}
          </button>
          <button type="button" class="button main" onClick={onEnter}>
            <Icon name="door-open" />
            {t('codes.enter')}
          </button>
        </p>
      </section>
    </main>
  );
}
