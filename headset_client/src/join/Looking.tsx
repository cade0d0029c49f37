import { useWords } from '../words/use';
import { Doorway } from './Doorway';

/** The tab has a seat from before and looks for its room: this lasts for as long as the network does. */
export function Looking({ onLeave }: { onLeave: () => void }) {
  const { t } = useWords();
  return (
    <>
      <div class="side">
        <Doorway />
        <div class="title">
          <h1 tabIndex={-1}>{t('code.trying')}</h1>
        </div>
      </div>
      <div class="pick">
        <button type="button" class="button wide" onClick={onLeave}>
          {t('wait.leave')}
        </button>
      </div>
    </>
  );
}
