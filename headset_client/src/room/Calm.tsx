import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import { Mark } from '../recording/Mark';
import { consentOf } from '../recording/consent';
import type { RoomState } from '../wire/types.gen';
import { useWords } from '../words/use';
import { calmNote, LINES } from './calm_words';
import type { Inside } from './inside';

/** After Stop: nothing is asked, nothing moves, two ways on. All of it is in the page already: no network is needed. */
export function Calm({ inside, state }: { inside: Inside; state: RoomState | null }) {
  const { t, tongue } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="still">
      {state && (
        <Mark consent={consentOf(state, inside.session.you, inside.answering.late)} onAnswer={(agree) => void inside.consent(agree)} />
      )}
      <h1 ref={heading} tabIndex={-1}>
        {t('calm.title')}
      </h1>
      <p>{t('calm.lead')}</p>
      <div class="planks">
        <button type="button" class="plank" onClick={() => void inside.stopping.back()}>
          {t('calm.back')}
        </button>
        <button type="button" class="plank" onClick={() => inside.leave()}>
          {t('calm.out')}
        </button>
      </div>
      <p class="reason" role="status">
        {calmNote(inside.stopping, tongue)}
      </p>
      <details class="lines">
        <summary>
          <Icon name="life-buoy" />
          {t('calm.talk')}
        </summary>
        <ul>
          {LINES.map(({ number, key }) => (
            <li key={number}>
              <a href={`tel:${number.replace(' ', '')}`}>{number}</a> {t(key)}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
