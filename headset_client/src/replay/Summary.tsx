import { Icon } from '../parts/Icon';
import { ReadAloud } from '../parts/ReadAloud';
import type { Summary as Summarised, Told } from '../wire/types.gen';
import { useWords } from '../words/use';
import { clock } from './clock';

interface Props {
  summary: Summarised;
  /** Where the recording begins, ms. */
  first: number;
  mine: boolean;
  onSeek: (at: number) => void;
}

/** The client's own moments first, then at most two of the staff's, then what happened. Never a score. */
export function Summary({ summary, first, mine, onSeek }: Props) {
  const { t, say } = useWords();
  const { own, staff, happened } = summary;
  const all = [...own, ...staff, ...happened].map(({ words }) => say(words)).join(' ');
  const list = (told: readonly Told[]) => (
    <ul>
      {told.map((one, n) => (
        <li key={n}>
          <Go told={one} first={first} onSeek={onSeek} />
        </li>
      ))}
    </ul>
  );
  return (
    <section class="summary panel" aria-label={t('re.summary')}>
      <header>
        <h2>{t('re.summary')}</h2>
        <ReadAloud text={all} small />
      </header>
      {own.length > 0 && <h3>{t(mine ? 're.own' : 're.own.client')}</h3>}
      {list(own)}
      {staff.length > 0 && <h3>{t('re.staff')}</h3>}
      {list(staff)}
      {happened.length > 0 && <h3>{t('re.facts')}</h3>}
      <ul class="facts">
        {happened.map(({ words }, n) => (
          <li key={n}>{say(words)}</li>
        ))}
      </ul>
    </section>
  );
}

function Go({ told, first, onSeek }: { told: Told; first: number; onSeek: (at: number) => void }) {
  const { say } = useWords();
  const { t: at, words } = told;
  if (at === null) return <p>{say(words)}</p>;
  return (
    <button type="button" class="go" onClick={() => onSeek(at)}>
      <Icon name="play" />
      <time>{clock(at - first)}</time>
      <span>{say(words)}</span>
    </button>
  );
}
