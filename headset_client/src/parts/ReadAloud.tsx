import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../wire/types.gen';
import { useWords } from '../words/use';
import { Icon } from './Icon';

interface Props {
  text: string;
  small?: boolean;
  /** Only the loudspeaker is seen; the words are still there for a screen reader. */
  bare?: boolean;
  /** The language of `text`, where it is not the page's. */
  language?: Language;
}

/** Reads `text` aloud with the browser's own voice; pressed again it is silent. Not drawn where there is no voice. */
export function ReadAloud({ text, small = false, bare = false, language }: Props) {
  const { t, tongue } = useWords();
  const [reading, setReading] = useState(false);
  const voice = typeof speechSynthesis === 'undefined' ? null : speechSynthesis;
  useEffect(() => () => voice?.cancel(), [text]);
  if (voice === null) return null;

  function toggle() {
    voice?.cancel();
    setReading(!reading);
    if (reading) return;
    const words = new SpeechSynthesisUtterance(text);
    words.lang = (language ?? tongue) === 'nb' ? 'nb-NO' : 'en-GB';
    words.rate = 0.9;
    words.onend = () => setReading(false);
    words.onerror = () => setReading(false);
    voice?.speak(words);
  }
  return (
    <button type="button" class={`button ${small ? 'small' : 'quiet'} aloud`} aria-pressed={reading} onClick={toggle}>
      <Icon name={reading ? 'volume-x' : 'volume-2'} />
      <span class={bare ? 'unseen' : ''}>{t('aloud')}</span>
    </button>
  );
}
