import { useWords } from '../words/use';

/** The visible language switch. Each language is named in itself. */
export function Tongue() {
  const { tongue, setTongue, t } = useWords();
  return (
    <div class="tongue" role="group" aria-label={t('language')}>
      <button type="button" lang="nb" aria-pressed={tongue === 'nb'} onClick={() => setTongue('nb')}>
        Norsk
      </button>
      <button type="button" lang="en" aria-pressed={tongue === 'en'} onClick={() => setTongue('en')}>
        English
      </button>
    </div>
  );
}
