import { Icon } from '../parts/Icon';
import { useWords } from '../words/use';
import type { RoomState } from '../wire/types.gen';
import type { Inside } from './inside';
import { PeerRound } from './PeerRound';

interface Props {
  inside: Inside;
  state: RoomState;
  /** Whether the sheet about recording is open. */
  records: boolean;
  onRecord: () => void;
}

/** The peer worker's few controls: who waits, pause, and recording. Calmer and Stop are where everyone has them. */
export function PeerTray({ inside, state, records, onRecord }: Props) {
  const { t } = useWords();
  const { running, waiting } = inside;
  return (
    <aside class="tray" aria-label={t('peer.waiting')}>
      <PeerRound inside={inside} />
      {waiting.map(({ id, name }) => (
        <div class="waiting" key={id}>
          <b>{name}</b>
          <button
            type="button"
            class="button main"
            aria-label={t('peer.admit', { name })}
            onClick={() => void inside.ask({ type: 'admit', person: id })}
          >
            {t('peer.in')}
          </button>
          <button
            type="button"
            class="button"
            aria-label={t('peer.decline', { name })}
            onClick={() => void inside.ask({ type: 'decline', person: id })}
          >
            {t('peer.notNow')}
          </button>
        </div>
      ))}
      <button type="button" class="button" onClick={() => void inside.ask({ type: running ? 'pause' : 'continue' })}>
        <Icon name={running ? 'pause' : 'play'} />
        {t(running ? 'peer.pause' : 'peer.continue')}
      </button>
      <button type="button" class="button" aria-expanded={records} onClick={onRecord}>
        <i class="lamp" aria-hidden="true" />
        {t(state.recording.asked_by === '' ? 'rec.record' : 'rec.who')}
      </button>
    </aside>
  );
}
