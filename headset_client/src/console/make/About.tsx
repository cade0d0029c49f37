import type { ComponentChildren } from 'preact';
import { useWords } from '../../words/use';
import { useEdit } from './edit';
import { ListField, NO_WORDS, OneField, WordsField } from './Field';

/** What the scenario is called, what it is for, and how it ends. */
export function About() {
  const { t } = useWords();
  const { doc } = useEdit();
  return (
    <>
      <Titled title={t('mk.name')}>
        <WordsField path={['title']} label={t('mk.name')} rows={1} />
      </Titled>
      <Titled title={t('mk.goal')}>
        <WordsField path={['goal']} label={t('mk.goal')} />
      </Titled>
      <OneField path={['minutes']} label={t('mk.minutes')} type="number" />
      <Titled title={t('mk.aims')}>
        <ListField path={['aims']} fresh={NO_WORDS} name={(n) => t('mk.aim', { n })} ordered>
          {(path, n) => <WordsField path={path} label={t('mk.aim', { n: n + 1 })} rows={1} />}
        </ListField>
      </Titled>
      <Titled title={t('mk.goals')}>
        {Object.keys(doc.goals).map((name, n) => (
          <WordsField key={name} path={['goals', name]} label={t('mk.goal.n', { n: n + 1 })} rows={1} />
        ))}
      </Titled>
      <Titled title={t('mk.closing')}>
        <WordsField path={['closing', 'words']} label={t('mk.closing')} />
      </Titled>
      <Titled title={t('mk.realLife')}>
        <ListField path={['closing', 'real_life_steps']} fresh={NO_WORDS} name={(n) => t('mk.realLife.n', { n })} ordered>
          {(path, n) => <WordsField path={path} label={t('mk.realLife.n', { n: n + 1 })} rows={1} />}
        </ListField>
      </Titled>
    </>
  );
}

export function Titled({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="titled">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
