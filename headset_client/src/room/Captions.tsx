import { Picto } from '../parts/Picto';
import { useWords } from '../words/use';
import type { Shown } from './shown';

/** What was said last, and who is about to say something. */
export function Captions({ shown }: { shown: Shown }) {
  const { t } = useWords();
  const { captions, thinking, brokeIn } = shown;
  return (
    <section class="captions" aria-label={t('room.captions')}>
      <div role="log" aria-live="polite">
        {captions.map((line) => (
          <p key={line.seq} class={`caption ${line.older ? 'older' : ''} ${line.mine ? 'mine' : ''}`}>
            <span class="who">{line.name}</span> <span class="line">{line.words}</span>
          </p>
        ))}
        {brokeIn && (
          <p class="caption brokeIn">
            <Picto name={brokeIn.icon} />
            {brokeIn.words}
          </p>
        )}
      </div>
      {thinking && (
        <p class="caption thinking">
          <span class="who">{t('room.thinking', { name: thinking.name })}</span>
          <span class="thought" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
        </p>
      )}
    </section>
  );
}
