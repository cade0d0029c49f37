import { Portrait } from '../join/Portrait';
import { Icon } from '../parts/Icon';
import { useWords } from '../words/use';
import { usePlayer } from './use_player';
import type { Viewing } from './viewing';

/** Who is here, and whether the time is shared. One press to go alone, one to come back. */
export function Together({ viewing }: { viewing: Viewing }) {
  const { t } = useWords();
  usePlayer(viewing);
  const watchers = viewing.watching?.watchers.filter(({ here }) => here) ?? [];
  const alone = viewing.you?.alone ?? false;
  const names = watchers.map(({ id, name, alone: apart }) => (apart && id !== viewing.session.you ? `${name} (${t('re.isAlone')})` : name));
  const how = alone ? t('re.alone') : watchers.length < 2 ? t('re.onlyYou') : t('re.same');
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
        <span>{how}</span>
      </p>
      {(alone || watchers.length > 1) && (
        <button type="button" class="button" onClick={() => void viewing.ask({ type: 'wanderoff', alone: !alone })}>
          <Icon name={alone ? 'link' : 'unplug'} />
          {t(alone ? 're.rejoin' : 're.wander')}
        </button>
      )}
    </section>
  );
}
