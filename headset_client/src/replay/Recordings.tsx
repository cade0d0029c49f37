import { useEffect, useState } from 'preact/hooks';
import { Brand } from '../parts/Brand';
import { Icon } from '../parts/Icon';
import { Tongue } from '../parts/Tongue';
import type { RecordingInfo, Refusal } from '../wire/types.gen';
import { useWords } from '../words/use';
import * as api from './api';
import { Compare } from './Compare';
import { Shut } from './Shut';

const MINUTE_MS = 60_000;

/** For staff: every recording there is, and two of them side by side. */
export function Recordings({ onOpen }: { onOpen: (session: string) => void }) {
  const { t } = useWords();
  const [list, setList] = useState<readonly RecordingInfo[] | null>(null);
  const [refusal, refuse] = useState<Refusal | null>(null);
  const load = () =>
    void api.recordings().then((answer) => {
      if (answer.ok) setList(answer.value);
      refuse(answer.ok ? null : answer.refusal);
    });
  useEffect(load, []);
  if (refusal) return <Shut refusal={refusal} onAgain={load} />;
  if (list === null) return <p class="asking">{t('re.loading')}</p>;
  const newestFirst = [...list].sort((a, b) => b.opened_at - a.opened_at);
  const whole = newestFirst.filter(({ trouble }) => trouble === null);
  return (
    <div class="replay listed">
      <header class="top">
        <Brand />
        <div class="what">
          <h1>{t('re.list')}</h1>
        </div>
        <a class="button" href="/console">
          <Icon name="arrow-left" />
          {t('re.toConsole')}
        </a>
        <Tongue />
      </header>
      <main>
        <section class="panel" aria-label={t('re.list')}>
          {newestFirst.length === 0 && <p class="none">{t('re.list.none')}</p>}
          <ul>
            {newestFirst.map((one) => (
              <One key={one.session} recording={one} onOpen={() => onOpen(one.session)} />
            ))}
          </ul>
        </section>
        {whole.length > 1 && <Compare recordings={whole} />}
      </main>
    </div>
  );
}

function One({ recording, onOpen }: { recording: RecordingInfo; onOpen: () => void }) {
  const { t, say, tongue } = useWords();
  const { title, opened_at: opened, first_ms: first, last_ms: last, finished, trouble } = recording;
  const readable = trouble === null || last > first;
  const minutes = Math.max(1, Math.round((last - first) / MINUTE_MS));
  return (
    <li>
      <p>
        <b>{say(title)}</b>
        <span>
          {momentOf(opened, tongue)} · {t(minutes === 1 ? 're.minute' : 're.list.minutes', { n: minutes })}
        </span>
        {trouble && <span>{say(trouble.instead)}</span>}
        {!finished && !trouble && <span>{t('re.list.cut')}</span>}
      </p>
      {readable && (
        <button type="button" class="button main" onClick={onOpen}>
          <Icon name="play" />
          {t(trouble ? 're.rest' : 're.list.open')}
          <span class="unseen">{`: ${say(title)}, ${momentOf(opened, tongue)}`}</span>
        </button>
      )}
    </li>
  );
}

/** The day and the hour of a Unix time, as one says them. */
export function momentOf(seconds: number, tongue: 'nb' | 'en'): string {
  const how = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const;
  return new Date(seconds * 1000).toLocaleString(tongue === 'nb' ? 'nb-NO' : 'en-GB', how);
}
