import { useEffect, useState } from 'preact/hooks';
import { Brand } from '../../parts/Brand';
import { Icon } from '../../parts/Icon';
import { Tongue } from '../../parts/Tongue';
import type { Mistake, OwnInfo, Refusal, ScenarioInfo } from '../../wire/types.gen';
import { useWords } from '../../words/use';
import { scenarios } from '../api';
import { DarkSwitch } from '../DarkSwitch';
import type { Where } from '../place';
import * as api from './api';
import { Editor } from './Editor';
import { Sentence } from './Field';

interface Props {
  where: Where;
  go: (to: Where) => void;
  dark: boolean;
  onDark: () => void;
}

/** Scenarios of the clinic's own: the list of them, or one that is being changed. */
export function MakePage({ where, go, dark, onDark }: Props) {
  const { t } = useWords();
  const { scenario } = where;
  return (
    <div class="outside">
      <header class="topbar">
        <Brand />
        <h1>{t('mk.title')}</h1>
        <span class="tools">
          <button type="button" class="button quiet small" onClick={() => go({})}>
            <Icon name="arrow-left" />
            {t('bar.leave')}
          </button>
          <DarkSwitch dark={dark} onDark={onDark} />
          <Tongue />
        </span>
      </header>
      {scenario === undefined ? (
        <AllScenarios onOpen={(id) => go({ page: 'make', scenario: id })} />
      ) : (
        <Editor key={scenario} id={scenario} onLeave={() => go({ page: 'make' })} onTry={({ id }) => go({ session: id })} />
      )}
    </div>
  );
}

/** One's own to change, those of the library to copy, and a way in for a file from elsewhere. */
function AllScenarios({ onOpen }: { onOpen: (id: string) => void }) {
  const { t, say } = useWords();
  const [own, setOwn] = useState<readonly OwnInfo[] | null>(null);
  const [library, setLibrary] = useState<readonly ScenarioInfo[]>([]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const load = async () => {
    const [mine, all] = await Promise.all([api.own(), scenarios()]);
    if (mine.ok) setOwn(mine.value);
    if (all.ok) setLibrary(all.value.filter((one) => !one.own));
    setRefusal(!mine.ok ? mine.refusal : all.ok ? null : all.refusal);
  };
  useEffect(() => void load(), []);
  const copy = async (id: string) => {
    const answer = await api.copy(id);
    if (answer.ok && answer.value.id !== null) onOpen(answer.value.id);
    else if (!answer.ok) setRefusal(answer.refusal);
  };
  return (
    <main class="make-list">
      <p class="lead">{t('mk.lead')}</p>
      {refusal !== null && (
        <p class="banner no" role="alert">
          <b>{say(refusal.words)}</b> {say(refusal.instead)}
        </p>
      )}
      <section class="panel own" aria-labelledby="own-title">
        <h2 id="own-title">{t('mk.own')}</h2>
        {own?.length === 0 && <p class="soft">{t('mk.own.none')}</p>}
        <ul>
          {own?.map((one) => (
            <OneOwn key={one.id} one={one} onOpen={() => onOpen(one.id)} onGone={() => void load()} />
          ))}
        </ul>
        <TakeIn onTaken={() => void load()} onRefused={setRefusal} />
      </section>
      <section class="panel" aria-labelledby="library-title">
        <h2 id="library-title">{t('mk.library')}</h2>
        <ul>
          {library.map((one) => (
            <li key={one.id}>
              <p>
                <b>{say(one.title)}</b>
                <span class="soft">{say(one.goal)}</span>
              </p>
              <button type="button" class="button" onClick={() => void copy(one.id)}>
                <Icon name="copy" />
                {t('mk.copy')}
                <span class="unseen">: {say(one.title)}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}

function OneOwn({ one, onOpen, onGone }: { one: OwnInfo; onOpen: () => void; onGone: () => void }) {
  const { t, say } = useWords();
  const [asking, ask] = useState(false);
  const title = say(one.title) || one.id;
  const remove = async () => {
    await api.remove(one.id);
    onGone();
  };
  return (
    <li>
      <p>
        <b>{title}</b>
        {one.mistakes > 0 && (
          <span class="banner">
            {one.mistakes === 1 ? t('mk.mistakes.1') : t('mk.mistakes', { n: one.mistakes })}. {t('mk.notOffered')}
          </span>
        )}
      </p>
      {asking ? (
        <span class="sure">
          {t('mk.delete.sure', { title })}
          <button type="button" class="button small" onClick={() => void remove()}>
            {t('mk.delete.yes')}
          </button>
          <button type="button" class="button small main" onClick={() => ask(false)}>
            {t('mk.delete.no')}
          </button>
        </span>
      ) : (
        <span class="own-ways">
          <button type="button" class="button main" onClick={onOpen}>
            <Icon name="pencil" />
            {t('mk.edit')}
            <span class="unseen">: {title}</span>
          </button>
          <a class="button" href={api.fileOf(one.id)} download>
            <Icon name="file-text" />
            {t('mk.file')}
            <span class="unseen">: {title}</span>
          </a>
          <button type="button" class="button quiet" onClick={() => ask(true)}>
            <Icon name="trash-2" />
            {t('mk.delete')}
            <span class="unseen">: {title}</span>
          </button>
        </span>
      )}
    </li>
  );
}

/** A file from elsewhere; what is wrong in it is named with its line, and nothing is taken. */
function TakeIn({ onTaken, onRefused }: { onTaken: () => void; onRefused: (refusal: Refusal) => void }) {
  const { t } = useWords();
  const [refused, setRefused] = useState<{ file: string; mistakes: readonly Mistake[] } | null>(null);
  const take = async (file: File) => {
    const answer = await api.takeIn(file.name.slice(0, 100), await file.text());
    if (!answer.ok) {
      onRefused(answer.refusal);
      return;
    }
    setRefused(answer.value.id === null ? { file: file.name, mistakes: answer.value.mistakes } : null);
    if (answer.value.id !== null) onTaken();
  };
  return (
    <div class="take-in">
      <label class="button">
        <Icon name="plus" />
        {t('mk.take')}
        <input
          class="unseen"
          type="file"
          accept=".yaml,.yml,text/yaml"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void take(file);
            currentTarget.value = '';
          }}
        />
      </label>
      <p class="soft">{t('mk.take.lead')}</p>
      {refused !== null && (
        <div class="banner no refused" role="alert">
          <b>{t('mk.refused', { file: refused.file })}</b>
          <ul>
            {refused.mistakes.map((one) => (
              <li key={`${one.line} ${one.problem}`}>
                <Sentence one={one} kind="mistake" title={`${t('mk.line', { n: one.line })}${one.where && `, ${one.where}`}`} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
