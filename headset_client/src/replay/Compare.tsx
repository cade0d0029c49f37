import { useState } from 'preact/hooks';
import type { Compared, RecordingInfo, Refusal } from '../wire/types.gen';
import { useWords } from '../words/use';
import * as api from './api';
import { barsOf } from './bars';
import { momentOf } from './Recordings';

/** Two sessions of the same scene side by side, as a table with small pictures. It never says which was better. */
export function Compare({ recordings }: { recordings: readonly RecordingInfo[] }) {
  const { t, say } = useWords();
  const [first, setFirst] = useState(recordings[1]?.session ?? '');
  const [second, setSecond] = useState(recordings[0]?.session ?? '');
  const [shown, show] = useState<readonly Compared[] | null>(null);
  const [refusal, refuse] = useState<Refusal | null>(null);
  const of = (session: string) => recordings.find((one) => one.session === session);
  const same = first !== second && of(first)?.scenario === of(second)?.scenario;
  const look = async () => {
    if (!same) return;
    const answer = await api.compare(first, second);
    show(answer.ok ? answer.value : null);
    refuse(answer.ok ? null : answer.refusal);
  };
  const change = (set: (session: string) => void) => (session: string) => {
    set(session);
    show(null);
  };
  return (
    <section class="compare panel" aria-label={t('re.list.compare')}>
      <header>
        <h2>{t('re.list.compare')}</h2>
      </header>
      <div class="pickTwo">
        <Pick word={t('re.list.first')} recordings={recordings} chosen={first} onChoose={change(setFirst)} />
        <Pick word={t('re.list.second')} recordings={recordings} chosen={second} onChoose={change(setSecond)} />
        <button type="button" class="button main" aria-disabled={!same} onClick={() => void look()}>
          {t('re.list.show')}
        </button>
      </div>
      <p role="status">{!same && t('re.list.same')}</p>
      <p role="alert">{refusal && `${say(refusal.words)} ${say(refusal.instead)}`}</p>
      {shown && <TwoSides rows={shown} />}
    </section>
  );
}

interface PickProps {
  word: string;
  recordings: readonly RecordingInfo[];
  chosen: string;
  onChoose: (session: string) => void;
}

function Pick({ word, recordings, chosen, onChoose }: PickProps) {
  const { say, tongue } = useWords();
  return (
    <label>
      <span>{word}</span>
      <select value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        {recordings.map(({ session, title, opened_at: opened }) => (
          <option key={session} value={session}>
            {`${momentOf(opened, tongue)} · ${say(title)}`}
          </option>
        ))}
      </select>
    </label>
  );
}

function TwoSides({ rows }: { rows: readonly Compared[] }) {
  const { t, say, tongue } = useWords();
  const value = (told: number | null) =>
    told === null ? t('re.compare.unknown') : told.toLocaleString(tongue === 'nb' ? 'nb-NO' : 'en-GB', { maximumFractionDigits: 1 });
  return (
    <div class="tablebox" tabIndex={0} role="region" aria-label={t('re.compare')}>
      <table>
        <caption>{t('re.compare.lead')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('re.compare.what')}</th>
            <th scope="col">{t('re.list.first')}</th>
            <th scope="col">{t('re.list.second')}</th>
            <td aria-hidden="true">{t('re.compare.picture')}</td>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{`${say(row.words)} (${say(row.unit)})`}</th>
              <td>{value(row.first)}</td>
              <td>{value(row.second)}</td>
              <td aria-hidden="true">
                <Bars row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Two bars of the same colour: the upper one is the first session. */
function Bars({ row }: { row: Compared }) {
  const bars = barsOf(row.first, row.second);
  return (
    <svg class="bars" viewBox="0 0 100 26">
      {bars.map(
        (width, n) =>
          width !== null &&
          width > 0 && <rect key={n} y={n * 14} width={Math.max(1, width * 100)} height="11" rx="3" class={n === 0 ? 'first' : 'second'} />,
      )}
    </svg>
  );
}
