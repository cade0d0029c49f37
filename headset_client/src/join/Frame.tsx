import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Brand } from '../parts/Brand';
import { Icon } from '../parts/Icon';
import { Tongue } from '../parts/Tongue';
import { useWords } from '../words/use';

interface Props {
  /** The name of the screen, so that a new one is read from its heading. */
  screen: string;
  /** Which step of the way in this is (from 0), of how many; absent once the way is gone. */
  step?: { at: number; all: number };
  onBack?: (() => void) | undefined;
  /** What must be seen on every screen: whether the session is recorded. */
  mark?: ComponentChildren;
  children: ComponentChildren;
}

/** One question a screen: the mark and the language above, the way back and how far one has come below. */
export function Frame({ screen, step, onBack, mark, children }: Props) {
  const { t } = useWords();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) main.current?.querySelector('h1')?.focus();
    first.current = false;
  }, [screen]);
  return (
    <div class="join">
      <header>
        <Brand />
        {mark}
        <Tongue />
      </header>
      <main ref={main} class={`ask at-${screen}`}>
        {children}
      </main>
      {step && (
        <nav class="where" aria-label={t('join.step', { n: step.at + 1, all: step.all })}>
          {onBack ? (
            <button type="button" class="button quiet" onClick={onBack}>
              <Icon name="chevron-left" />
              {t('back')}
            </button>
          ) : (
            <span />
          )}
          <span class="dots" aria-hidden="true">
            {Array.from({ length: step.all }, (_, n) => (
              <i key={n} class={n < step.at ? 'done' : n === step.at ? 'now' : ''} />
            ))}
          </span>
          <span class="count" aria-hidden="true">
            {t('join.step', { n: step.at + 1, all: step.all })}
          </span>
        </nav>
      )}
    </div>
  );
}
