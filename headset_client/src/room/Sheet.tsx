import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import { useWords } from '../words/use';

/** A sheet at the side. It never covers Stop and does not keep the rest of the room from being used. */
export function Sheet({ title, onClose, children }: { title: string; onClose: () => void; children: ComponentChildren }) {
  const { t } = useWords();
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    sheet.current?.querySelector('h2')?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div ref={sheet} class="sheet" role="dialog" aria-label={title} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <header>
        <h2 tabIndex={-1}>{title}</h2>
        <button type="button" class="button quiet" onClick={onClose}>
          <Icon name="x" />
          {t('close')}
        </button>
      </header>
      {children}
    </div>
  );
}
