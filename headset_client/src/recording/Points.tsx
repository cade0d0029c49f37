import { useWords } from '../words/use';
import type { Consent } from './consent';
import { pointsOf } from './question';

/** What one must know before one answers: four short sentences, each with a picture. */
export function Points({ consent }: { consent: Consent }) {
  const { t } = useWords();
  return (
    <ul class="recPoints">
      {pointsOf(consent).map(({ key, picture }) => (
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
