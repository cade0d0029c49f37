import { Portrait } from '../join/Portrait';
import { Icon } from '../parts/Icon';
import { useWords } from '../words/use';
import type { Seer, View } from './whose';

interface Props {
  seers: readonly Seer[];
  view: View;
  you: string | null;
  /** Whether there is a 3D picture to look into. */
  solid: boolean;
  onView: (view: View) => void;
}

/** Whose eyes? A portrait for each, round for people and square for avatars; from above; and on one's own feet. */
export function Whose({ seers, view, you, solid, onView }: Props) {
  const { t } = useWords();
  return (
    <div class="whose" role="group" aria-label={t('re.whose')}>
      <b aria-hidden="true">{t('re.whose')}</b>
      {solid &&
        seers.map(({ id, name, look, avatar, here }) => (
          <button
            type="button"
            key={id}
            class="eye"
            aria-pressed={view.from === 'eyes' && view.of === id}
            aria-disabled={!here}
            onClick={() => here && onView({ from: 'eyes', of: id })}
          >
            <span class={`coin ${avatar ? 'square' : ''}`}>
              <Portrait look={look} size={96} />
            </span>
            <span>
              {id === you ? t('re.you', { name }) : name}
              {avatar && <span class="unseen"> · {t('artificial')}</span>}
            </span>
          </button>
        ))}
      <button type="button" class="eye" aria-pressed={view.from === 'above'} onClick={() => onView({ from: 'above' })}>
        <Icon name="map" />
        <span>{t('re.above')}</span>
      </button>
      {solid && (
        <button type="button" class="eye" aria-pressed={view.from === 'walk'} onClick={() => onView({ from: 'walk' })}>
          <Icon name="footprints" />
          <span>{t('re.walk')}</span>
        </button>
      )}
    </div>
  );
}
