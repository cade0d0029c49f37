import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import { useWords } from '../words/use';
import { type Entry, FULL, mayTry, readCode, SIGNS, spelled, withoutLast, withSign } from './code';
import type { Wait } from './door';
import { Title } from './Title';
import { WaitAtDoor } from './WaitAtDoor';

interface Props {
  /** A code that came by link, or that was entered before. */
  first: string;
  busy: boolean;
  /** Why the last try did not work, in plain words; empty for no reason. */
  note: string;
  /** The door said no to the code; false when it only could not be reached. */
  refused: boolean;
  /** The door asks for a wait; it is tried again by itself. */
  wait: Wait | null;
  onDone: (code: string) => void;
}

/** Eight signs, by own keys on the screen or by a keyboard, in two groups of four. */
export function EnterCode({ first, busy, note, refused, wait, onDone }: Props) {
  const { t } = useWords();
  const [entry, setEntry] = useState<Entry>({ code: first, refused: false });
  const [noPaste, setNoPaste] = useState(false);
  useKeyboard(setEntry, () => go());
  const { code } = entry;
  const ready = mayTry(entry) && !busy;
  const go = () => {
    if (ready) onDone(code);
  };
  useEffect(() => {
    if (!busy && refused) setEntry((was) => ({ ...was, refused: true }));
  }, [busy, refused]);

  async function paste() {
    const found = readCode(await clipboardText());
    setNoPaste(found === '');
    if (found !== '') setEntry({ code: found, refused: false });
  }

  const said = busy ? t('code.trying') : noPaste ? t('code.noPaste') : note;
  const soFar = t('code.slots', { code: code === '' ? t('code.none') : spelled(code) });
  return (
    <>
      <div class="side">
        <Title title={t('code.title')} lead={t('code.lead')} more={t('code.qr')} />
        <div class="slots" role="img" aria-label={soFar}>
          {Array.from({ length: FULL }, (_, n) => (
            <span key={n} class={n === code.length ? 'now' : ''}>
              {code[n] ?? ''}
            </span>
          ))}
        </div>
        <p class="unseen" role="status">
          {soFar}
        </p>
        <div role="alert">{wait ? <WaitAtDoor wait={wait} /> : said !== '' && <p class="note">{said}</p>}</div>
        <OtherWays />
      </div>
      <div class="pad">
        <div class="keys" role="group" aria-label={t('code.keys')}>
          {[...SIGNS].map((sign) => (
            <button type="button" key={sign} class="key" onClick={() => setEntry((was) => withSign(was, sign))}>
              {sign}
            </button>
          ))}
          <button type="button" class="key word" onClick={() => setEntry(withoutLast)}>
            <Icon name="delete" />
            {t('code.erase')}
          </button>
          <button type="button" class="key word" onClick={() => void paste()}>
            <Icon name="clipboard-paste" />
            {t('code.paste')}
          </button>
        </div>
        <button type="button" class="button main wide" aria-disabled={!ready} onClick={go}>
          {t('next')}
          <Icon name="chevron-right" />
        </button>
      </div>
    </>
  );
}

/** For those who would rather not type, and for those whose headset does not show the page yet. */
function OtherWays() {
  const { t } = useWords();
  return (
    <>
      <p class="qr">
        <Icon name="qr-code" />
        {t('code.qr')}
      </p>
      <p class="qr">
        <a class="button quiet" href="/help/headset">
          <Icon name="headset" />
          {t('help.title')}
        </a>
      </p>
    </>
  );
}

/** Typing and pasting anywhere on the page go into the code; Enter goes on. */
function useKeyboard(setEntry: (next: (was: Entry) => Entry) => void, go: () => void): void {
  useEffect(() => {
    const typed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Backspace') setEntry(withoutLast);
      else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) go();
      else if (event.key.length === 1 && event.key !== ' ') setEntry((was) => withSign(was, event.key));
    };
    const pasted = (event: ClipboardEvent) => {
      const code = readCode(event.clipboardData?.getData('text') ?? '');
      setEntry(() => ({ code, refused: false }));
    };
    window.addEventListener('keydown', typed);
    window.addEventListener('paste', pasted);
    return () => {
      window.removeEventListener('keydown', typed);
      window.removeEventListener('paste', pasted);
    };
  });
}

async function clipboardText(): Promise<string> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    // The person said no, or the browser has no clipboard to read: there is nothing to paste.
    return '';
  }
}
