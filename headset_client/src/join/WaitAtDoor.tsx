import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import { useWords } from '../words/use';
import type { Wait } from './door';

/** A wait that ends by itself: how long it still takes, as a number and as a bar that fills. */
export function WaitAtDoor({ wait }: { wait: Wait }) {
  const { seconds, restarting } = wait;
  const { t } = useWords();
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    setLeft(seconds);
    const ticking = setInterval(() => setLeft((was) => Math.max(0, was - 1)), 1000);
    return () => clearInterval(ticking);
  }, [wait]);
  return (
    <div class="note waits">
      <p>
        <Icon name="hourglass" />
        {t(restarting ? 'code.restarting' : 'code.many')}
      </p>
      <p aria-hidden="true">{t('code.waits', { n: left })}</p>
      <progress max={seconds} value={seconds - left} aria-label={t('code.wait')} />
    </div>
  );
}
