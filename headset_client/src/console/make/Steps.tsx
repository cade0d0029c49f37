import { Icon } from '../../parts/Icon';
import { AXES, type Axis, type Scenario } from '../../wire/types.gen';
import type { Key } from '../../words/catalogue';
import { useWords } from '../../words/use';
import { useEdit } from './edit';
import { Beside, NO_WORDS, Tools, WordsField } from './Field';
import { nextLevel } from './ladder';

const NAMES = [...AXES, 'help'] as const;

/** The ladder: each step moves one axis, or help, by one level. The checker says at once when one does not. */
export function Steps() {
  const { t } = useWords();
  const { doc, add } = useEdit();
  return (
    <>
      <h3>{t('mk.steps')}</h3>
      <p class="step-one">
        <b>{t('mk.start')}</b>{' '}
        <span class="soft">{startOf(doc, (axis, level) => `${t(`axis.${axis}`)}: ${t(`${axis}.${level}` as Key)}`)}</span>
      </p>
      <Beside path={['start']} />
      <ol class="steps">
        {doc.ladder.map((_, n) => (
          <li key={n}>
            <Step n={n} />
          </li>
        ))}
      </ol>
      <Beside path={['ladder']} />
      <button type="button" class="button" onClick={() => add(['ladder'], { set: nextLevel(doc), words: NO_WORDS })}>
        <Icon name="plus" />
        {t('mk.step.add')}
      </button>
    </>
  );
}

function startOf({ start }: Scenario, word: (axis: Axis, level: number) => string): string {
  return AXES.map((axis) => word(axis, start.levels[axis] ?? 0)).join(' · ');
}

function Step({ n }: { n: number }) {
  const { t } = useWords();
  const { doc, put } = useEdit();
  const path = ['ladder', n];
  const [axis = 'company', level = 0] = Object.entries(doc.ladder[n]?.set ?? {})[0] ?? [];
  const name = t('mk.step.n', { n: n + 2 });
  const set = (of: string, to: number) => put([...path, 'set'], { [of]: to });
  return (
    <>
      <Tools path={path} name={name} last={doc.ladder.length - 1} ordered />
      <div class="move">
        <label class="field">
          <span>
            <span class="unseen">{name}: </span>
            {t('mk.step.axis')}
          </span>
          <select value={axis} onChange={({ currentTarget }) => set(currentTarget.value, level)}>
            {NAMES.map((each) => (
              <option key={each} value={each}>
                {t(`axis.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>
            <span class="unseen">{name}: </span>
            {t('mk.step.level')}
          </span>
          <select value={String(level)} onChange={({ currentTarget }) => set(axis, Number(currentTarget.value))}>
            {[0, 1, 2, 3, 4].map((each) => (
              <option key={each} value={String(each)}>
                {each}: {t(`${axis}.${each}` as Key)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Beside path={[...path, 'set']} />
      <Beside path={[...path, 'set', axis]} />
      <Beside path={path} />
      <WordsField path={[...path, 'words']} label={`${name}, ${t('mk.step.words')}`} />
    </>
  );
}
