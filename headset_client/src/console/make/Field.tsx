import type { ComponentChildren } from 'preact';
import { Icon } from '../../parts/Icon';
import { ReadAloud } from '../../parts/ReadAloud';
import type { Language, Mistake } from '../../wire/types.gen';
import { useWords } from '../../words/use';
import { at, dotted, type Path, type Words } from './doc';
import { useEdit } from './edit';
import { exactly } from './findings';

const NAMES = { nb: 'Norsk', en: 'English' } as const;

/** One sentence in both languages side by side, each with its voice, and with what is wrong beside it. */
export function WordsField({ path, label, rows = 2 }: { path: Path; label: string; rows?: number }) {
  return (
    <div class="words" role="group" aria-label={label}>
      <TextField path={[...path, 'nb']} label={label} language="nb" rows={rows} />
      <TextField path={[...path, 'en']} label={label} language="en" rows={rows} />
      <Beside path={path} />
    </div>
  );
}

interface TextProps {
  path: Path;
  label: string;
  language: Language;
  rows: number;
}

function TextField({ path, label, language, rows }: TextProps) {
  const { doc, put, mistakes } = useEdit();
  const where = dotted(path);
  const text = String(at(doc, path) ?? '');
  const wrong = exactly(mistakes, where).length > 0;
  return (
    <div class="text">
      <label for={where}>
        <span class="unseen">{label}, </span>
        <span lang={language}>{NAMES[language]}</span>
      </label>
      <span class="box">
        <textarea
          id={where}
          lang={language}
          rows={rows}
          value={text}
          aria-invalid={wrong}
          aria-describedby={`${where}-said`}
          onInput={({ currentTarget }) => put(path, currentTarget.value)}
        />
        <ReadAloud text={text} language={language} small bare />
      </span>
      <Beside path={path} />
    </div>
  );
}

/** One line of text that is the same in both languages, such as a name. */
export function OneField({ path, label, type = 'text' }: { path: Path; label: string; type?: 'text' | 'number' }) {
  const { doc, put, mistakes } = useEdit();
  const where = dotted(path);
  return (
    <div class="field">
      <label for={where}>{label}</label>
      <input
        id={where}
        inputMode={type === 'number' ? 'numeric' : 'text'}
        value={String(at(doc, path) ?? '')}
        aria-invalid={exactly(mistakes, where).length > 0}
        aria-describedby={`${where}-said`}
        onInput={({ currentTarget: { value } }) => put(path, type === 'number' && /^\d+$/.test(value) ? Number(value) : value)}
      />
      <Beside path={path} />
    </div>
  );
}

/** What the checker says of this very entry. */
export function Beside({ path }: { path: Path }) {
  const { t } = useWords();
  const { mistakes, advice } = useEdit();
  const where = dotted(path);
  return (
    <div class="beside-field" id={`${where}-said`}>
      {exactly(mistakes, where).map((one) => (
        <Sentence key={one.problem} one={one} kind="mistake" title={t('mk.toMend')} />
      ))}
      {exactly(advice, where).map((one) => (
        <Sentence key={one.problem} one={one} kind="advice" title={t('mk.advice')} />
      ))}
    </div>
  );
}

/** The checker speaks English. */
export function Sentence({ one, kind, title }: { one: Mistake; kind: 'mistake' | 'advice'; title: string }) {
  const { t } = useWords();
  return (
    <p class={`sentence ${kind}`}>
      <Icon name={kind === 'mistake' ? 'circle-alert' : 'lightbulb'} />
      <span>
        <b>{title}:</b> <span lang="en">{one.problem}</span> {t('mk.instead', { what: one.instead })}
      </span>
    </p>
  );
}

interface ListProps {
  path: Path;
  /** What a new entry begins with. */
  fresh: unknown;
  /** What each entry is called. */
  name: (n: number) => string;
  /** Whether the order can be changed. */
  ordered?: boolean;
  children: (path: Path, n: number) => ComponentChildren;
}

/** A list of entries that come, go and move. */
export function ListField({ path, fresh, name, ordered = false, children }: ListProps) {
  const { t } = useWords();
  const { doc, add } = useEdit();
  const list = (at(doc, path) ?? []) as readonly unknown[];
  return (
    <div class="list">
      <ol>
        {list.map((_, n) => (
          <li key={n}>
            <Tools path={[...path, n]} name={name(n + 1)} last={list.length - 1} ordered={ordered} />
            {children([...path, n], n)}
          </li>
        ))}
      </ol>
      <Beside path={path} />
      <button type="button" class="button small" onClick={() => add(path, fresh)}>
        <Icon name="plus" />
        {t('mk.add')}
        <span class="unseen">: {name(list.length + 1)}</span>
      </button>
    </div>
  );
}

export function Tools({ path, name, last, ordered }: { path: Path; name: string; last: number; ordered: boolean }) {
  const { t } = useWords();
  const { move, remove } = useEdit();
  const n = path[path.length - 1] as number;
  return (
    <header class="tools-of">
      <h4>{name}</h4>
      {ordered && (
        <>
          <button type="button" class="button quiet small" aria-disabled={n === 0} onClick={() => move(path, -1)}>
            <Icon name="arrow-up" />
            <span class="unseen">
              {t('mk.up')}: {name}
            </span>
          </button>
          <button type="button" class="button quiet small" aria-disabled={n === last} onClick={() => move(path, 1)}>
            <Icon name="arrow-down" />
            <span class="unseen">
              {t('mk.down')}: {name}
            </span>
          </button>
        </>
      )}
      <button type="button" class="button quiet small" onClick={() => remove(path)}>
        <Icon name="trash-2" />
        <span class="unseen">{t('mk.remove.what', { what: name })}</span>
      </button>
    </header>
  );
}

export const NO_WORDS: Words = { nb: '', en: '' };
