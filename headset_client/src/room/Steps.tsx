import { Icon } from '../parts/Icon';
import type { Key } from '../words/catalogue';
import { useWords } from '../words/use';
import type { Eyes, Move } from './eyes';

const WAYS: readonly { move: Move; icon: string; words: Key }[] = [
  { move: 'turn-left', icon: 'arrow-left', words: 'room.left' },
  { move: 'ahead', icon: 'arrow-up', words: 'room.ahead' },
  { move: 'behind', icon: 'arrow-down', words: 'room.behind' },
  { move: 'turn-right', icon: 'arrow-right', words: 'room.right' },
];
/** How long a press of Enter or Space walks, in ms. */
const ONE_STEP = 450;

/** Walking and turning without keys: as long as one presses. */
export function Steps({ eyes }: { eyes: Eyes | null }) {
  const { t } = useWords();
  const still = (move: Move) => () => eyes?.move(move, false);
  const step = (move: Move) => (event: MouseEvent) => {
    // A real press has already walked; a key's press has no pointer and walks one step.
    if (event.detail !== 0) return;
    eyes?.move(move, true);
    setTimeout(still(move), ONE_STEP);
  };
  return (
    <div class="steps" role="group" aria-label={t('room.step')}>
      {WAYS.map(({ move, icon, words }) => (
        <button
          type="button"
          key={move}
          class={`step ${move.startsWith('turn') ? 'turn' : ''}`}
          aria-label={t(words)}
          onPointerDown={() => eyes?.move(move, true)}
          onPointerUp={still(move)}
          onPointerLeave={still(move)}
          onPointerCancel={still(move)}
          onClick={step(move)}
        >
          <Icon name={icon} />
        </button>
      ))}
    </div>
  );
}
