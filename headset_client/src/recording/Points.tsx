import { useWords } from '../words/use';
import { POINTS } from './question';

/** What one must know before one answers: four short sentences, each with a picture. */
export function Points() {
  const { t } = useWords();
  return (
    <ul class="recPoints">
      {POINTS.map(({ key, picture }) => (
        <li key={key}>
          <span class="coinPicture">
            <img class="picto" src={picture} alt="" width="72" height="72" />
          </span>
          {t(key)}
        </li>
      ))}
    </ul>
  );
}
