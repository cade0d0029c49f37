import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../parts/Icon';
import type { Mistake, Refusal, SessionInfo } from '../../wire/types.gen';
import { useWords } from '../../words/use';
import { practise } from '../practice/api';
import { About } from './About';
import { fileOf } from './api';
import { Cards } from './Cards';
import { pathOf } from './doc';
import { type Draft, EditContext, useDraft } from './edit';
import { Sentence } from './Field';
import { inSection, SECTIONS, type Section, sectionOf } from './findings';
import { Lines } from './Lines';
import { People } from './People';
import { Pressing } from './Pressing';
import { Steps } from './Steps';

interface Props {
  id: string;
  onLeave: () => void;
  onTry: (session: SessionInfo) => void;
}

/** One scenario of the clinic's own, part by part, with what is wrong beside it. */
export function Editor({ id, onLeave, onTry }: Props) {
  const { t, tongue, say } = useWords();
  const draft = useDraft(id);
  const { edit } = draft;
  const [section, setSection] = useState<Section>('about');
  const [reply, setReply] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const part = useRef<HTMLElement>(null);
  useWarning(edit !== null && !draft.saved);

  if (!draft.loaded) return <p class="asking">{t('con.loading')}</p>;
  const goTo = ({ where }: Mistake) => {
    setSection(sectionOf(where));
    const [kind, name] = pathOf(where);
    if (kind === 'replies' && typeof name === 'string') setReply(name);
    requestAnimationFrame(() => focusOn(part.current, where));
  };
  // An anxious client waits until the first line has been said: one who hurries would often keep it from being heard.
  const tryIt = async () => {
    if (!(await draft.save())) return;
    const answer = await practise({ scenario: id, language: tongue, manner: 'anxious', step: 1 });
    if (answer.ok) onTry(answer.value);
    else setRefusal(answer.refusal);
  };
  const shownRefusal = draft.refusal ?? refusal;
  return (
    <main class="editor">
      <Head id={id} draft={draft} onLeave={onLeave} onTry={() => void tryIt()} />
      {shownRefusal !== null && (
        <p class="banner no" role="alert">
          <b>{say(shownRefusal.words)}</b> {say(shownRefusal.instead)}
        </p>
      )}
      <ToMend draft={draft} onGo={goTo} />
      {edit === null ? (
        <p class="banner no">{t('mk.unreadable')}</p>
      ) : (
        <EditContext.Provider value={edit}>
          <PickSection mistakes={draft.mistakes} section={section} onSection={setSection} />
          <section class="editor-part panel" ref={part} aria-label={t(`mk.${section}`)}>
            {section === 'about' && <About />}
            {section === 'people' && <People />}
            {section === 'lines' && <Lines chosen={reply} choose={setReply} />}
            {section === 'cards' && <Cards />}
            {section === 'steps' && <Steps />}
            {section === 'press' && <Pressing />}
          </section>
        </EditContext.Provider>
      )}
    </main>
  );
}

interface HeadProps {
  id: string;
  draft: Draft;
  onLeave: () => void;
  onTry: () => void;
}

/** The title, whether it is saved, and what can be done with the whole. */
function Head({ id, draft, onLeave, onTry }: HeadProps) {
  const { t, say } = useWords();
  const { edit } = draft;
  const wrong = draft.mistakes.length > 0;
  return (
    <header class="editor-head panel">
      <h2>{(edit && say(edit.doc.title)) || id}</h2>
      <Leave saved={edit === null || draft.saved} onLeave={onLeave} />
      <span class="state" role="status">
        {draft.checking ? t('mk.checking') : draft.saved ? t('mk.saved') : t('mk.unsaved')}
      </span>
      <a class="button" href={fileOf(id)} download>
        <Icon name="file-text" />
        {t('mk.file')}
      </a>
      <button type="button" class="button" aria-disabled={draft.saved} onClick={() => void draft.save()}>
        <Icon name="check" />
        {t('mk.save')}
      </button>
      <button type="button" class="button main" aria-disabled={wrong} onClick={() => !wrong && onTry()}>
        <Icon name="play" />
        {t('mk.try')}
      </button>
      <p class="soft">
        {t('mk.try.lead')} {t('mk.comments')}
      </p>
    </header>
  );
}

interface PickProps {
  mistakes: readonly Mistake[];
  section: Section;
  onSection: (section: Section) => void;
}

function PickSection({ mistakes, section, onSection }: PickProps) {
  const { t } = useWords();
  return (
    <nav class="sections" aria-label={t('mk.parts')}>
      {SECTIONS.map((each) => {
        const wrong = inSection(mistakes, each).length;
        return (
          <button type="button" key={each} class="button" aria-pressed={each === section} onClick={() => onSection(each)}>
            {t(`mk.${each}`)}
            {wrong > 0 && <b class="count">{wrong === 1 ? t('mk.mistakes.1') : t('mk.mistakes', { n: wrong })}</b>}
          </button>
        );
      })}
    </nav>
  );
}

/** Everything that keeps the scenario from being used, each with the way to it. */
function ToMend({ draft, onGo }: { draft: Draft; onGo: (mistake: Mistake) => void }) {
  const { t } = useWords();
  const { mistakes } = draft;
  if (mistakes.length === 0) {
    return (
      <p class="clean">
        <Icon name="check" /> {t('mk.clean')}
      </p>
    );
  }
  return (
    <section class="to-mend panel" aria-label={t('mk.toMend')}>
      <p>{t('mk.notOffered')}</p>
      <ul>
        {mistakes.map((one) => (
          <li key={`${one.where} ${one.problem}`}>
            <Sentence one={one} kind="mistake" title={one.where || one.file} />
            <button type="button" class="button small" onClick={() => onGo(one)}>
              {t('mk.goTo')}
              <span class="unseen">: {one.where}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The way out; it asks first where something would be lost. */
function Leave({ saved, onLeave }: { saved: boolean; onLeave: () => void }) {
  const { t } = useWords();
  const [asking, ask] = useState(false);
  if (asking && !saved) {
    return (
      <span class="sure" role="alertdialog" aria-label={t('mk.leave')}>
        {t('mk.leave')}
        <button type="button" class="button small" onClick={onLeave}>
          {t('mk.leave.yes')}
        </button>
        <button type="button" class="button small main" onClick={() => ask(false)}>
          {t('mk.leave.no')}
        </button>
      </span>
    );
  }
  return (
    <button type="button" class="button quiet" onClick={() => (saved ? onLeave() : ask(true))}>
      <Icon name="arrow-left" />
      {t('mk.back')}
    </button>
  );
}

/** The browser asks before a tab with unsaved work is closed. */
function useWarning(on: boolean) {
  useEffect(() => {
    if (!on) return;
    const warn = (event: Event) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [on]);
}

/** Puts the cursor into the field that a place names, or the nearest one round it, unfolding what it lies in. */
function focusOn(part: HTMLElement | null, where: string) {
  const fields = [...(part?.querySelectorAll<HTMLElement>('textarea, input, select') ?? [])];
  const field = fields.find(({ id }) => id === where) ?? fields.find(({ id }) => id.startsWith(where)) ?? null;
  for (let around = field?.parentElement; around; around = around.parentElement)
    if (around instanceof HTMLDetailsElement) around.open = true;
  (field ?? part)?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}
