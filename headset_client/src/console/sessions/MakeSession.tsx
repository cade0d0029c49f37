import { useState } from 'preact/hooks';
import { Icon } from '../../parts/Icon';
import type { Language, Refusal, ScenarioInfo, SessionInfo, StepInfo } from '../../wire/types.gen';
import { useWords } from '../../words/use';
import * as api from '../api';
import type { Where } from '../place';
import { above, ceilingOf, type Levels, type Preset, stepWithin } from '../ceiling';
import { PickPath } from '../path/PickPath';
import { Ceiling } from './Ceiling';
import { PickScenario } from './PickScenario';

interface Props {
  offered: readonly ScenarioInfo[];
  /** What the form begins with, where somebody has come from a path. */
  where: Where;
  onMade: (session: SessionInfo) => void;
  onRefused: (refusal: Refusal) => void;
}

/** Scenario, language, ceiling and first step on one page: everything has a good first answer, so one press is enough. */
export function MakeSession({ offered, where, onMade, onRefused }: Props) {
  const { t, tongue } = useWords();
  const first = offered.find(({ id }) => id === where.scenario) ?? offered[0]!;
  const [scenario, setScenario] = useState(first);
  const [language, setLanguage] = useState<Language>(tongue);
  const [ceiling, setCeiling] = useState<Levels>(() => ceilingOf('middle', first.steps));
  const [preset, setPreset] = useState<Preset | null>('middle');
  const [wanted, setWanted] = useState(where.step ?? 1);
  const [path, setPath] = useState<string | null>(where.path ?? null);
  const [busy, setBusy] = useState(false);
  const step = stepWithin(wanted, scenario.steps, ceiling);
  const tooLow = above(scenario.levels, ceiling);

  const choose = (chosen: ScenarioInfo) => {
    setScenario(chosen);
    setWanted(1);
    if (preset !== null) setCeiling(ceilingOf(preset, chosen.steps));
  };
  const make = async () => {
    setBusy(true);
    const answer = await api.makeSession({ scenario: scenario.id, language, ceiling, step, path });
    setBusy(false);
    if (answer.ok) onMade(answer.value);
    else onRefused(answer.refusal);
  };
  const send = (event: Event) => {
    event.preventDefault();
    if (!busy && tooLow.length === 0) void make();
  };
  return (
    <form class="make panel" aria-labelledby="make-title" onSubmit={send}>
      <h2 id="make-title">{t('new.title')}</h2>
      <PickScenario offered={offered} chosen={scenario} onChoose={choose} />
      <PickLanguage language={language} onLanguage={setLanguage} />
      <Ceiling
        ceiling={ceiling}
        preset={preset}
        scenario={scenario}
        onCeiling={(levels, by) => {
          setCeiling(levels);
          setPreset(by);
        }}
      />
      <PickStep steps={scenario.steps} ceiling={ceiling} step={step} onStep={setWanted} />
      <PickPath name={path} onName={setPath} />
      {tooLow.length > 0 && (
        <p class="banner no" role="alert">
          {t('new.tooLow', { axes: tooLow.map((axis) => t(`axis.${axis}`)).join(', ') })}
        </p>
      )}
      <button class="button main wide" aria-disabled={busy || tooLow.length > 0}>
        {t('new.make')}
        <Icon name="arrow-right" />
      </button>
    </form>
  );
}

function PickLanguage({ language, onLanguage }: { language: Language; onLanguage: (language: Language) => void }) {
  const { t } = useWords();
  return (
    <fieldset class="pickLanguage">
      <legend>{t('new.language')}</legend>
      <div>
        {(['nb', 'en'] as const).map((each) => (
          <label key={each} class="choice">
            <input type="radio" name="language" checked={language === each} onChange={() => onLanguage(each)} />
            <span lang={each}>{each === 'nb' ? 'Norsk' : 'English'}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface StepProps {
  steps: readonly StepInfo[];
  ceiling: Levels;
  step: number;
  onStep: (step: number) => void;
}

function PickStep({ steps, ceiling, step, onStep }: StepProps) {
  const { t, say } = useWords();
  return (
    <label class="pickStep">
      <span>{t('new.step')}</span>
      <select value={String(step)} onChange={(event) => onStep(Number(event.currentTarget.value))}>
        {steps.map(({ words, levels }, index) => {
          const over = above(levels, ceiling).length > 0;
          const line = t('new.step.n', { n: index + 1, words: index === 0 ? t('new.step.start') : say(words) });
          return (
            <option key={index} value={String(index + 1)} disabled={over}>
              {over ? `${line} ${t('new.step.over')}` : line}
            </option>
          );
        })}
      </select>
    </label>
  );
}
