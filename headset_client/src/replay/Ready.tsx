import { Picto } from '../parts/Picto';
import { useWords } from '../words/use';
import { readyCards, type Way } from './ready';

interface Props {
  way: Way;
  onChoose: (words: string) => void;
}

/** Sentences for those who do not type: one press says or notes one. */
export function Ready({ way, onChoose }: Props) {
  const { t, tongue } = useWords();
  return (
    <details class="ready">
      <summary>{t('re.ready')}</summary>
      <ul>
        {readyCards(way, tongue).map(({ meaning, icon, words }) => (
          <li key={meaning}>
            <button type="button" class="go" onClick={() => onChoose(words)}>
              <Picto name={icon} />
              {words}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
