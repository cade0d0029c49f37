import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../parts/Icon';
import { useWords } from '../../words/use';
import { type SheetName, useDesk } from '../desk';
import { EndSheet } from './EndSheet';
import { KeysSheet } from './KeysSheet';
import { LinkSheet } from './LinkSheet';
import { PeopleSheet } from './PeopleSheet';
import { RecordSheet } from './RecordSheet';
import { SpeakSheet } from './SpeakSheet';
import { WhisperSheet } from './WhisperSheet';

interface Props {
  name: SheetName;
  singleKeys: boolean;
  onSingleKeys: () => void;
}

/** What opens above the six; the room behind it goes on and is seen. */
export function Sheet({ name, singleKeys, onSingleKeys }: Props) {
  const { open } = useDesk();
  return (
    <>
      <div class="veil" onClick={() => open(null)} />
      {name === 'speak' && <SpeakSheet />}
      {name === 'whisper' && <WhisperSheet />}
      {name === 'keys' && <KeysSheet on={singleKeys} onToggle={onSingleKeys} />}
      {name === 'people' && <PeopleSheet />}
      {name === 'end' && <EndSheet />}
      {name === 'link' && <LinkSheet />}
      {name === 'record' && <RecordSheet />}
    </>
  );
}

/** The frame of a sheet. Focus moves in, stays in, and returns to where it was, so that a keyboard never loses its place. */
export function SheetFrame({ name, title, children }: { name: SheetName; title: string; children: ComponentChildren }) {
  const { t } = useWords();
  const { open } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const first = box.current?.querySelector<HTMLElement>('[data-first]') ?? box.current?.querySelector<HTMLElement>('.shut');
    first?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div class={`sheet panel ${name}`} role="dialog" aria-labelledby="sheet-title" ref={box}>
      <div class="head">
        <h2 id="sheet-title">{title}</h2>
        <button type="button" class="button quiet small shut" onClick={() => open(null)}>
          <Icon name="x" />
          {t('close')}
          <kbd>Esc</kbd>
        </button>
      </div>
      {children}
    </div>
  );
}
