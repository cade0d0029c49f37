import { AXES, type Axis, type ScenarioInfo } from '../../wire/types.gen';
import type { Key } from '../../words/catalogue';
import { useWords } from '../../words/use';
import { ceilingOf, type Levels, type Preset, PRESETS, reachOf } from '../ceiling';

interface Props {
  ceiling: Levels;
  preset: Preset | null;
  scenario: ScenarioInfo;
  onCeiling: (ceiling: Levels, preset: Preset | null) => void;
}

/** The ceiling agreed with the client: one of three presets, and each axis by itself for those who want to. */
export function Ceiling({ ceiling, preset, scenario, onCeiling }: Props) {
  const { t } = useWords();
  return (
    <fieldset class="ceiling">
      <legend>{t('new.ceiling')}</legend>
      <p class="soft">{t('new.ceiling.lead')}</p>
      <div class="presets" role="radiogroup" aria-label={t('new.preset')}>
        {PRESETS.map((each) => (
          <label key={each} class="choice">
            <input type="radio" name="preset" checked={preset === each} onChange={() => onCeiling(ceilingOf(each, scenario.steps), each)} />
            <span>
              <b>{t(`new.${each}`)}</b>
              <span class="soft">{t('new.reach', { n: reachOf(each, scenario.steps) })}</span>
            </span>
          </label>
        ))}
      </div>
      <ul class="bars" aria-label={t('new.fine')}>
        {AXES.map((axis) => (
          <Bar key={axis} axis={axis} level={ceiling[axis]} onLevel={(level) => onCeiling({ ...ceiling, [axis]: level }, null)} />
        ))}
      </ul>
    </fieldset>
  );
}

function Bar({ axis, level, onLevel }: { axis: Axis; level: number; onLevel: (level: number) => void }) {
  const { t } = useWords();
  const word = t(`${axis}.${level}` as Key);
  return (
    <li>
      <label>
        <span class="name">{t(`axis.${axis}`)}</span>
        <input
          type="range"
          min="0"
          max="4"
          step="1"
          value={level}
          aria-valuetext={word}
          style={{ '--part': level / 4 }}
          onInput={(event) => onLevel(Number(event.currentTarget.value))}
        />
        <span class="word" aria-hidden="true">
          {word}
        </span>
      </label>
    </li>
  );
}
