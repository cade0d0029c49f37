import { Icon } from '../parts/Icon';
import { useWords } from '../words/use';
import type { Outcome } from './asking';

/** One plain sentence on what came of the last press; a refusal also says what to do instead. Read out as it appears. */
export function Told({ note, onClose }: { note: Outcome | null; onClose: () => void }) {
  const { t, say } = useWords();
  return (
    <div class="told">
      <p role="status" class={note?.kind === 'done' ? 'did' : ''}>
        {note?.kind === 'done' ? note.words : ''}
      </p>
      <div role="alert">
        {note?.kind === 'no' && (
          <p class="did refused">
            <Icon name="circle-alert" />
            <span>
              <b>{say(note.refusal.words)}</b> {say(note.refusal.instead)}
            </span>
            <button type="button" class="button quiet small" aria-label={t('close')} onClick={onClose}>
              <Icon name="x" />
            </button>
          </p>
        )}
      </div>
    </div>
  );
}
