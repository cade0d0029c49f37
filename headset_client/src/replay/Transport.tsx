import { useState } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import { SPEEDS, STEP_MS } from '../wire/types.gen';
import { useWords } from '../words/use';
import { clock, SPEED_NAMES } from './clock';
import { after, before, type Jump, JUMPS, type Stops } from './jumps';
import type { Player } from './player';
import { BACK_MS } from './time_vr';
import { usePosition } from './use_player';

/** Play and pause, a step, ten seconds back, jumps, and how fast. */
export function Transport({ player, stops }: { player: Player; stops: Stops }) {
  const { t } = useWords();
  const { running, speed } = player.playing;
  const by = (ms: number) => player.seek(player.position() + ms);
  const round = (icon: string, word: string, act: () => void) => (
    <button type="button" class="round" aria-label={word} title={word} onClick={act}>
      <Icon name={icon} />
    </button>
  );
  return (
    <div class="transport" role="group" aria-label={t('re.controls')}>
      {round('rotate-ccw', t('re.back10'), () => by(-BACK_MS))}
      {round('step-back', t('re.stepBack'), () => by(-STEP_MS))}
      <button type="button" class="button main play" onClick={() => player.play(!running)}>
        <Icon name={running ? 'pause' : 'play'} />
        {t(running ? 're.pause' : 're.play')}
      </button>
      {round('step-forward', t('re.stepOn'), () => by(STEP_MS))}
      <Time player={player} />
      <Jumps player={player} stops={stops} />
      <label class="speed">
        {t('re.speed')}
        <select value={speed} onChange={(event) => player.setSpeed(Number(event.currentTarget.value))}>
          {SPEEDS.map((each) => (
            <option key={each} value={each}>
              {SPEED_NAMES[each]}
            </option>
          ))}
        </select>
      </label>
      <p class="unseen">{t('re.keys')}</p>
    </div>
  );
}

function Time({ player }: { player: Player }) {
  const at = usePosition(player);
  const { first, last } = player.stretch;
  return (
    <span class="time">
      <b>{clock(at - first)}</b> / {clock(last - first)}
    </span>
  );
}

/** To the one before or after, of what one has chosen: lines, moments or changes of pressure. */
function Jumps({ player, stops }: { player: Player; stops: Stops }) {
  const { t } = useWords();
  const [kind, choose] = useState<Jump>('line');
  const at = usePosition(player);
  const to = { before: before(stops[kind], at), after: after(stops[kind], at) };
  const jump = (way: 'before' | 'after', icon: string) => {
    const goal = to[way];
    const word = t(`re.${way}.${kind}`);
    return (
      <button
        type="button"
        class="round"
        aria-label={word}
        title={word}
        aria-disabled={goal === null}
        onClick={() => goal !== null && player.seek(goal)}
      >
        <Icon name={icon} />
      </button>
    );
  };
  if (JUMPS.every((each) => stops[each].length === 0)) return null;
  return (
    <div class="jumps">
      {jump('before', 'skip-back')}
      <label>
        <span class="unseen">{t('re.jump')}</span>
        <select value={kind} onChange={(event) => choose(event.currentTarget.value as Jump)}>
          {JUMPS.map((each) => (
            <option key={each} value={each}>
              {t(`re.jump.${each}`)}
            </option>
          ))}
        </select>
      </label>
      {jump('after', 'skip-forward')}
    </div>
  );
}
