import { useState } from 'preact/hooks';
import type { Lane, Retold } from '../wire/types.gen';
import { useWords } from '../words/use';
import { clock } from './clock';
import { rowsOf } from './lanes';

interface Props {
  told: Retold;
  /** Where the recording begins, ms. */
  first: number;
  onSeek: (at: number) => void;
}

/** The same lanes in words, in the order they happened: all of them, or one. Each time goes there. */
export function Table({ told, first, onSeek }: Props) {
  const { t, say } = useWords();
  const [which, choose] = useState<Lane['id'] | 'all'>('all');
  const { lanes } = told.timeline;
  const rows = rowsOf(which === 'all' ? lanes : lanes.filter(({ id }) => id === which));
  const names = new Map(lanes.map(({ id, words }) => [id, say(words)]));
  return (
    <div class="tabled">
      <label>
        {t('re.table.which')}
        <select value={which} onChange={(event) => choose(event.currentTarget.value as Lane['id'] | 'all')}>
          <option value="all">{t('re.table.all')}</option>
          {lanes.map(({ id, words }) => (
            <option key={id} value={id}>
              {say(words)}
            </option>
          ))}
        </select>
        <span role="status">{t('re.table.rows', { n: rows.length })}</span>
      </label>
      <div class="tablebox" tabIndex={0} role="region" aria-label={t('re.tabled')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('re.time')}</th>
              <th scope="col">{t('re.lane')}</th>
              <th scope="col">{t('re.value')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, n) => (
              <tr key={n}>
                <td>
                  <button type="button" class="goTo" onClick={() => onSeek(row.t)}>
                    {clock(row.t - first)}
                  </button>
                </td>
                <th scope="row">{names.get(row.lane)}</th>
                <td>{say(row.words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
