import { Portrait } from '../join/Portrait';
import { Icon } from '../parts/Icon';
import { useWords } from '../words/use';
import { parting, sharing } from './company';
import { usePlayer } from './use_player';
import type { Viewing } from './viewing';

/** Who is here, and whether the time is shared. One press to go alone, one to come back. */
export function Together({ viewing }: { viewing: Viewing }) {
  const { t } = useWords();
  usePlayer(viewing);
  const watchers = viewing.watching?.watchers.filter(({ here }) => here) ?? [];
  const names = watchers.map(({ id, name, alone: apart }) => (apart && id !== viewing.session.you ? `${name} (${t('re.isAlone')})` : name));
  const { you, others } = viewing;
  const part = parting(you, others);
  return (
    <section class="together" aria-label={t('re.together')}>
      <span class="coins" aria-hidden="true">
        {watchers.map(({ id, look }) => (
          <span class="coin" key={id}>
            <Portrait look={look} size={96} />
          </span>
        ))}
      </span>
      <p role="status">
        <b>{names.join(', ')}</b>
        <span>{t(sharing(you, others))}</span>
      </p>
      {part !== null && (
        <button type="button" class="button" onClick={() => void viewing.ask({ type: 'wanderoff', alone: part === 'wander' })}>
          <Icon name={part === 'wander' ? 'unplug' : 'link'} />
          {t(`re.${part}`)}
        </button>
      )}
    </section>
  );
}
