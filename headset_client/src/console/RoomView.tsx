import { useState } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import type { Key } from '../words/catalogue';
import { isKey } from '../words/catalogue';
import { useWords } from '../words/use';
import { clientOf, nameOf, useDesk } from './desk';
import { Eyes } from './Eyes';
import { RoomMap } from './map/RoomMap';

/** The room in the middle: from above, or through the client's eyes. */
export function RoomView() {
  const { t } = useWords();
  const { state, walking } = useDesk();
  const [chosen, setView] = useState<'top' | 'eyes'>('top');
  const client = clientOf(state);
  const view = walking ? 'top' : chosen;
  return (
    <section class="room panel" aria-label={t('view.group')} data-still={state.frozen_at !== null}>
      <div class="views" role="group" aria-label={t('view.group')}>
        <button type="button" class="button small" aria-pressed={view === 'top'} onClick={() => setView('top')}>
          <Icon name="map" />
          <span class="word">{t('view.top')}</span>
        </button>
        <button type="button" class="button small" aria-pressed={view === 'eyes'} onClick={() => setView('eyes')}>
          <Icon name="eye" />
          <span class="word">{t('view.eyes', { name: client?.name ?? t('desk.client') })}</span>
        </button>
      </div>
      {view === 'top' ? <RoomMap /> : <Eyes client={client} />}
      <div role="status">{state.frozen_at !== null && <Still />}</div>
    </section>
  );
}

/** Says plainly that the room stands still, by whom and why. */
function Still() {
  const { t } = useWords();
  const { state, session } = useDesk();
  if (state.phase === 'running') return null;
  const who = state.phase_by === session.you ? t('desk.You') : (nameOf(state, state.phase_by) ?? t('desk.room'));
  const why = `why.${state.phase_why}`;
  const reason: Key | null = state.phase !== 'ready' && isKey(why) ? why : null;
  const name = clientOf(state)?.name ?? t('desk.Client');
  return (
    <p class={`still ${state.phase}`}>
      <Icon name={state.phase === 'calm' ? 'octagon' : 'pause'} />
      <b>{t(`still.${state.phase}`)}</b>
      {reason !== null && <span>{t(reason, { who, name })}</span>}
    </p>
  );
}
