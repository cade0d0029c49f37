import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import type { Language } from '../wire/types.gen';
import type { Key } from './catalogue';
import { type Fill, type Said, textIn, wordsIn } from './say';

export type Tongue = Language;
export type { Key } from './catalogue';

export interface Words {
  tongue: Tongue;
  setTongue: (tongue: Tongue) => void;
  /** A sentence of the catalogue. */
  t: (key: Key, fill?: Fill) => string;
  /** Words that came from the server, in my language where they have it. */
  say: (words: Said) => string;
}

const Context = createContext<Words | null>(null);
const KEPT = 'tongue';

function firstTongue(): Tongue {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'nb' || kept === 'en') return kept;
  return /^(nb|nn|no)/.test(navigator.language) ? 'nb' : 'en';
}

/** Gives the page one language at a time and keeps <html lang> and the title true to it. */
export function WordsProvider({ children, title }: { children: ComponentChildren; title: Key }) {
  const [tongue, setTongue] = useState<Tongue>(firstTongue);
  const words = useMemo<Words>(
    () => ({
      tongue,
      setTongue: (chosen) => {
        localStorage.setItem(KEPT, chosen);
        setTongue(chosen);
      },
      t: (key, fill) => textIn(tongue, key, fill),
      say: (said) => wordsIn(tongue, said),
    }),
    [tongue],
  );
  useEffect(() => {
    document.documentElement.lang = tongue;
    document.title = `${words.t(title)} · Prøverom`;
  }, [words, title]);
  return <Context.Provider value={words}>{children}</Context.Provider>;
}

export function useWords(): Words {
  const words = useContext(Context);
  if (words === null) throw new Error('useWords outside WordsProvider');
  return words;
}
