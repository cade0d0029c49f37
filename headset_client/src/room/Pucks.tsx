import { Icon } from '../parts/Icon';
import { useWords } from '../words/use';
import type { Inside } from './inside';

/** Stop, always in the same corner, first in the order of keys. */
export function StopPuck({ inside }: { inside: Inside }) {
  const { t } = useWords();
  return (
    <button type="button" class="puck stopping" onClick={() => inside.stop('button')}>
      <Icon name="octagon" />
      <span>{t('stop')}</span>
    </button>
  );
}

/** The client's own Calmer, and Show me. */
export function HelpPucks({ inside }: { inside: Inside }) {
  const { t } = useWords();
  return (
    <div class="pucks">
      <button type="button" class="puck calmer" onClick={() => void inside.calmer()}>
        <Icon name="leaf" />
        <span>{t('room.calmer')}</span>
      </button>
      {inside.you?.role === 'client' && (
        <button type="button" class="puck help" onClick={() => void inside.help()}>
          <Icon name="lightbulb" />
          <span>{t('room.showMe')}</span>
        </button>
      )}
    </div>
  );
}
