import { Icon } from '../parts/Icon';
import { Picto } from '../parts/Picto';
import { useWords } from '../words/use';
import { hasVoice, readAloud } from './aloud';
import type { ShownCard } from './shown';
import { useHold } from './useHold';

const RADIUS = 46;
const ROUND = 2 * Math.PI * RADIUS;

/** One thing that could be said. A press says it at once; a pointer resting on it fills the ring, and then it is said. */
export function Card({ card, onChoose }: { card: ShownCard; onChoose: (card: ShownCard) => void }) {
  const { t, tongue } = useWords();
  const { held, hold, letGo } = useHold(() => onChoose(card));
  const choose = () => {
    letGo();
    onChoose(card);
  };
  return (
    <div class={`card ${held ? 'held' : ''} ${card.lit ? 'lit' : ''}`} data-meaning={card.meaning}>
      <button
        type="button"
        class="choose"
        onClick={choose}
        // A pointer that only happens to rest where a card appears has not moved, and chooses nothing.
        onPointerMove={(event) => event.pointerType !== 'touch' && hold()}
        onPointerLeave={letGo}
      >
        <span class="ringed">
          <svg viewBox="0 0 100 100" aria-hidden="true">
            <circle class="track" cx="50" cy="50" r={RADIUS} />
            <circle class="fill" cx="50" cy="50" r={RADIUS} stroke-dasharray={ROUND} style={{ '--ring': ROUND }} />
          </svg>
          <Picto name={card.icon} />
        </span>
        <span class="words">{card.words}</span>
        {card.lit && <span class="unseen">{t('room.shown')}</span>}
      </button>
      {hasVoice && (
        <button
          type="button"
          class="listen"
          aria-label={t('room.listen', { words: card.words })}
          onClick={() => readAloud(card.words, tongue)}
        >
          <Icon name="volume-2" />
        </button>
      )}
    </div>
  );
}
