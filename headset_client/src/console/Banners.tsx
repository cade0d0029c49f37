import { useState } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import type { Note } from '../wire/types.gen';
import { isKey } from '../words/catalogue';
import { useWords } from '../words/use';
import { nameOf, useDesk } from './desk';
import { useWasRecorded } from './own_links';
import { RecordBanners } from './RecordBanners';

/** What must not be missed: the link is lost, the session is over, a human is called for. Loud, calm, and in plain words. */
export function Banners({ onLeave }: { onLeave: () => void }) {
  const { t } = useWords();
  const { id, session, state, open } = useDesk();
  const recorded = useWasRecorded(id, state);
  const [seen, setSeen] = useState(-1);
  const call = state.notes.findLast((note) => note.kind === 'call' && note.t > seen);
  return (
    <div class="banners" role="alert">
      {session.link === 'lost' && (
        <p class="banner lost">
          <Icon name="unplug" />
          {t(session.restarting ? 'link.restarting' : 'link.lost')}
        </p>
      )}
      {state.phase === 'ended' && (
        <p class="banner">
          <b>{t('ended')}</b>
          {recorded && (
            <button type="button" class="button small main" aria-haspopup="dialog" onClick={() => open('link')}>
              <Icon name="qr-code" />
              {t('rec.link.get')}
            </button>
          )}
          <button type="button" class="button small" onClick={onLeave}>
            {t('link.back')}
          </button>
        </p>
      )}
      <RecordBanners />
      {call !== undefined && <Call note={call} onSeen={() => setSeen(call.t)} />}
    </div>
  );
}

function Call({ note, onSeen }: { note: Note; onSeen: () => void }) {
  const { t } = useWords();
  const { state } = useDesk();
  const why = `call.${note.text}`;
  return (
    <p class="banner call">
      <Icon name="bell" />
      <b>{t(isKey(why) ? why : 'call.help', { by: nameOf(state, note.by) ?? t('desk.Client') })}</b>
      <button type="button" class="button small" onClick={onSeen}>
        <Icon name="check" />
        {t('call.seen')}
      </button>
    </p>
  );
}
