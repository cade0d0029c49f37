import { DistressFace } from '../parts/DistressFace';
import { RATINGS } from '../parts/distress_face';
import { useWords } from '../words/use';
import { useHold } from './useHold';

interface Props {
  /** The id of what asks. */
  labelledBy: string;
  onRate: (rating: number) => void;
  /** The one that stands now, where there is one. */
  chosen?: number;
}

/** Eleven faces with their numbers, from not hard to as hard as can be. */
export function RatingRow({ labelledBy, onRate, chosen }: Props) {
  const { t } = useWords();
  return (
    <div class="ratings" role="group" aria-labelledby={labelledBy}>
      {RATINGS.map((rating) => (
        <Rating key={rating} rating={rating} chosen={rating === chosen} onRate={onRate} />
      ))}
      <span class="end">{t('hard.least')}</span>
      <span class="end most">{t('hard.most')}</span>
    </div>
  );
}

/** A press answers at once; a pointer that rests on a face fills its ring first. */
function Rating({ rating, chosen, onRate }: { rating: number; chosen: boolean; onRate: (rating: number) => void }) {
  const { t } = useWords();
  const { held, hold, letGo } = useHold(() => onRate(rating));
  const rate = () => {
    letGo();
    onRate(rating);
  };
  return (
    <button
      type="button"
      class={`rating ${held ? 'held' : ''}`}
      aria-label={t('hard.level', { n: rating })}
      aria-pressed={chosen}
      onClick={rate}
      onPointerMove={(event) => event.pointerType !== 'touch' && hold()}
      onPointerLeave={letGo}
    >
      <DistressFace rating={rating} />
      <b>{rating}</b>
    </button>
  );
}
