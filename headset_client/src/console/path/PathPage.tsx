import { useEffect, useState } from 'preact/hooks';
import { Brand } from '../../parts/Brand';
import { Icon } from '../../parts/Icon';
import { Tongue } from '../../parts/Tongue';
import { PathPicture, type PathStop } from '../../path/PathPicture';
import type { Path, PathBook, PathEntry, Refusal, ScenarioInfo } from '../../wire/types.gen';
import type { Key } from '../../words/catalogue';
import { useWords } from '../../words/use';
import { scenarios } from '../api';
import { DarkSwitch } from '../DarkSwitch';
import type { Where } from '../place';
import * as api from './api';

interface Props {
  where: Where;
  go: (to: Where) => void;
  dark: boolean;
  onDark: () => void;
}

/** Which scenarios lead to which, and what was practised on one person's path. */
export function PathPage({ where, go, dark, onDark }: Props) {
  const { t, say } = useWords();
  const [book, setBook] = useState<PathBook | null>(null);
  const [offered, setOffered] = useState<readonly ScenarioInfo[]>([]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const load = async () => {
    const [all, library] = await Promise.all([api.paths(), scenarios()]);
    if (all.ok) setBook(all.value);
    if (library.ok) setOffered(library.value);
    setRefusal(!all.ok ? all.refusal : library.ok ? null : library.refusal);
  };
  useEffect(() => void load(), []);
  const path = book?.paths.find(({ id }) => id === where.path) ?? null;
  const start = (scenario: string, step: number) => go({ scenario, step, ...(path && { path: path.name }) });
  return (
    <div class="outside">
      <header class="topbar">
        <Brand />
        <h1>{t('pth.title')}</h1>
        <span class="tools">
          <button type="button" class="button quiet small" onClick={() => go({})}>
            <Icon name="arrow-left" />
            {t('bar.leave')}
          </button>
          <DarkSwitch dark={dark} onDark={onDark} />
          <Tongue />
        </span>
      </header>
      <main class="path-page">
        <p class="lead">{t('pth.lead')}</p>
        {refusal !== null && (
          <p class="banner no" role="alert">
            <b>{say(refusal.words)}</b> {say(refusal.instead)}
          </p>
        )}
        {book !== null && <Whose book={book} path={path} onPath={(id) => go({ page: 'path', ...(id && { path: id }) })} />}
        <PathPicture stops={stopsOf(offered, path)}>
          {(stop) => (
            <button type="button" class="button small" onClick={() => start(stop.id, lastStep(path, stop.id))}>
              {t('pth.start')}
              <span class="unseen">: {say(stop.title)}</span>
            </button>
          )}
        </PathPicture>
        {path !== null && (
          <Entries
            path={path}
            offered={offered}
            onStart={start}
            onChanged={() => void load()}
            onGone={() => (go({ page: 'path' }), void load())}
          />
        )}
      </main>
    </div>
  );
}

function stopsOf(offered: readonly ScenarioInfo[], path: Path | null): PathStop[] {
  return offered.map(({ id, title, place, leads_to }) => {
    const rounds = path?.entries.filter((entry) => entry.scenario === id).length ?? 0;
    return { id, title, place, leads_to, rounds };
  });
}

function lastStep(path: Path | null, scenario: string): number {
  return path?.entries.filter((entry) => entry.scenario === scenario).at(-1)?.step ?? 1;
}

function Whose({ book, path, onPath }: { book: PathBook; path: Path | null; onPath: (id: string | null) => void }) {
  const { t } = useWords();
  if (!book.kept) return <p class="banner">{t('pth.off')}</p>;
  if (book.paths.length === 0) return <p class="soft">{t('pth.noPaths')}</p>;
  return (
    <label class="field whose-path">
      <span>{t('pth.whose')}</span>
      <select value={path?.id ?? ''} onChange={({ currentTarget }) => onPath(currentTarget.value || null)}>
        <option value="">{t('pth.all')}</option>
        {book.paths.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface EntriesProps {
  path: Path;
  offered: readonly ScenarioInfo[];
  onStart: (scenario: string, step: number) => void;
  onChanged: () => void;
  onGone: () => void;
}

/** Every round of the path, the newest first; each can be gone on from, and deleted. */
function Entries({ path, offered, onStart, onChanged, onGone }: EntriesProps) {
  const { t } = useWords();
  const [asking, ask] = useState(false);
  const remove = async (entry: string) => {
    await api.removeEntry(path.id, entry);
    onChanged();
  };
  const removeAll = async () => {
    await api.removePath(path.id);
    onGone();
  };
  return (
    <section class="panel path-entries" aria-labelledby="entries-title">
      <h2 id="entries-title">
        {t('pth.entries')}: {path.name}
      </h2>
      {path.entries.length === 0 && <p class="soft">{t('pth.entries.none')}</p>}
      <ol>
        {[...path.entries].reverse().map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            scenario={offered.find(({ id }) => id === entry.scenario) ?? null}
            onStart={onStart}
            onDelete={() => void remove(entry.id)}
          />
        ))}
      </ol>
      {asking ? (
        <p class="sure-path">
          {t('pth.delete.sure', { name: path.name })}
          <button type="button" class="button small" onClick={() => void removeAll()}>
            {t('mk.delete.yes')}
          </button>
          <button type="button" class="button small main" onClick={() => ask(false)}>
            {t('mk.delete.no')}
          </button>
        </p>
      ) : (
        <button type="button" class="button" onClick={() => ask(true)}>
          <Icon name="trash-2" />
          {t('pth.delete')}
        </button>
      )}
    </section>
  );
}

interface EntryProps {
  entry: PathEntry;
  scenario: ScenarioInfo | null;
  onStart: (scenario: string, step: number) => void;
  onDelete: () => void;
}

function Entry({ entry, scenario, onStart, onDelete }: EntryProps) {
  const { t, tongue, say } = useWords();
  const title = scenario === null ? entry.scenario : say(scenario.title);
  const helps = entry.helps === 0 ? t('pth.helps.0') : entry.helps === 1 ? t('pth.helps.1') : t('pth.helps', { n: entry.helps });
  const date = new Date(`${entry.date}T12:00`).toLocaleDateString(tongue === 'nb' ? 'nb-NO' : 'en-GB', { day: 'numeric', month: 'long' });
  const said = [t('pth.step', { n: entry.step }), t('pth.help', { level: t(`help.${entry.help}` as Key) }), helps];
  if (entry.wish !== null) said.push(t(`pth.wish.${entry.wish}`));
  return (
    <li>
      <p>
        <b>{title}</b> <time dateTime={entry.date}>{date}</time>
        <span class="soft">{said.join(' · ')}</span>
        {entry.suggestion !== null && <span class="soft">{say(entry.suggestion.why)}</span>}
      </p>
      {scenario !== null && (
        <button type="button" class="button small" onClick={() => onStart(entry.scenario, entry.step)}>
          {t('pth.start')}
          <span class="unseen">
            : {title}, {t('pth.step', { n: entry.step })}
          </span>
        </button>
      )}
      <button type="button" class="button quiet small" onClick={onDelete}>
        <Icon name="trash-2" />
        <span class="unseen">
          {t('pth.entry.delete')}: {title}, {date}
        </span>
      </button>
    </li>
  );
}
