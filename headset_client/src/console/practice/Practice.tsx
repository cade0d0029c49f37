import { useState } from 'preact/hooks';
import { Icon } from '../../parts/Icon';
import type { Refusal, ScenarioInfo } from '../../wire/types.gen';
import { useWords } from '../../words/use';
import { MANNERS, type Manner, practise } from './api';

interface Props {
  offered: readonly ScenarioInfo[];
  onEnter: (session: string) => void;
  onRefused: (refusal: Refusal) => void;
}

/** Practising alone: a scenario, a step and a manner, and one is in a room with a simulated client. */
export function Practice({ offered, onEnter, onRefused }: Props) {
  const { t, tongue, say } = useWords();
  const [chosen, choose] = useState(offered[0]!.id);
  const [manner, setManner] = useState<Manner>('anxious');
  const [step, setStep] = useState(1);
  const [busy, setBusy] = useState(false);
  const scenario = offered.find(({ id }) => id === chosen) ?? offered[0]!;
  const begin = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const answer = await practise({ scenario: scenario.id, language: tongue, manner, step });
    setBusy(false);
    if (answer.ok) onEnter(answer.value.id);
    else onRefused(answer.refusal);
  };
  return (
    <section class="practice panel" aria-labelledby="practice-title">
      <h2 id="practice-title">{t('pra.title')}</h2>
      <p>{t('pra.lead')}</p>
      <details>
        <summary class="button wide">
          <Icon name="bot" />
          {t('pra.open')}
        </summary>
        <form onSubmit={(event) => void begin(event)}>
          <label class="field">
            <span>{t('pra.scenario')}</span>
            <select value={scenario.id} onChange={({ currentTarget }) => (choose(currentTarget.value), setStep(1))}>
              {offered.map(({ id, title }) => (
                <option key={id} value={id}>
                  {say(title)}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            <span>{t('new.step')}</span>
            <select value={String(step)} onChange={({ currentTarget }) => setStep(Number(currentTarget.value))}>
              {scenario.steps.map(({ words }, n) => (
                <option key={n} value={String(n + 1)}>
                  {t('new.step.n', { n: n + 1, words: n === 0 ? t('new.step.start') : say(words) })}
                </option>
              ))}
            </select>
          </label>
          <fieldset class="manners">
            <legend>{t('pra.manner')}</legend>
            {MANNERS.map((each) => (
              <label key={each} class="choice">
                <input type="radio" name="manner" checked={manner === each} onChange={() => setManner(each)} />
                <span>
                  <b>{t(`manner.${each}`)}</b>
                  <span class="soft">{t(`manner.${each}.note`)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <button class="button main wide" aria-disabled={busy}>
            {t('pra.go')}
            <Icon name="arrow-right" />
          </button>
        </form>
      </details>
    </section>
  );
}
