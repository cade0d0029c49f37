import { Icon } from '../../parts/Icon';
import type { ScenarioInfo } from '../../wire/types.gen';
import { useWords } from '../../words/use';

interface Props {
  offered: readonly ScenarioInfo[];
  chosen: ScenarioInfo;
  onChoose: (scenario: ScenarioInfo) => void;
}

export function PickScenario({ offered, chosen, onChoose }: Props) {
  const { t, say } = useWords();
  return (
    <fieldset class="pickScenario">
      <legend>{t('new.scenario')}</legend>
      {offered.map((scenario) => (
        <label key={scenario.id} class="choice">
          <input type="radio" name="scenario" checked={scenario.id === chosen.id} onChange={() => onChoose(scenario)} />
          <span>
            <b>{say(scenario.title)}</b>
            <span class="soft">{say(scenario.goal)}</span>
          </span>
          <span class="tag">
            <Icon name="hourglass" />
            {t('new.minutes', { n: scenario.minutes })}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
