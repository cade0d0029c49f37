import { Brand } from '../parts/Brand';
import { Icon } from '../parts/Icon';
import { Tongue } from '../parts/Tongue';
import { useWords } from '../words/use';
import { DarkSwitch } from './DarkSwitch';
import { clock, sinceStart, useDesk } from './desk';
import { useEvery } from './every';
import { RecordControl } from './RecordControl';

interface Props {
  onLeave: () => void;
  dark: boolean;
  onDark: () => void;
}

export function TopBar({ onLeave, dark, onDark }: Props) {
  const { t, say } = useWords();
  const { state, open } = useDesk();
  return (
    <header class="topbar">
      <Brand />
      <details class="scenario">
        <summary>
          <b>{say(state.scene?.title ?? {})}</b>
          <span>
            {state.goals.length > 0 && (
              <>
                <Icon name="check" />
                <span class="unseen">{t('bar.reached')}</span>
              </>
            )}
            {t('bar.goal', { goal: say(state.scene?.goal ?? {}) })}
          </span>
        </summary>
      </details>
      <Clock />
      <p class={`phase ${state.phase}`}>{t(`phase.${state.phase}`)}</p>
      {state.phase !== 'ended' && <RecordControl />}
      <span class="tools">
        <button type="button" class="button quiet small" onClick={() => open('keys')}>
          <Icon name="keyboard" />
          <span class="word">{t('con.keys')}</span>
          <kbd>?</kbd>
        </button>
        <button type="button" class="button quiet small" onClick={onLeave}>
          <Icon name="arrow-left" />
          {t('bar.leave')}
        </button>
        <button type="button" class="button quiet small" aria-haspopup="dialog" onClick={() => open('end')}>
          <Icon name="power" />
          {t('bar.end')}
        </button>
        <DarkSwitch dark={dark} onDark={onDark} />
        <Tongue />
      </span>
    </header>
  );
}

function Clock() {
  const { t } = useWords();
  const { session, state } = useDesk();
  useEvery(1000);
  const ended = state.phase === 'ended';
  return (
    <p class="clock">
      <b role="timer" aria-label={t('bar.time')}>
        {clock(sinceStart(state, ended ? state.phase_t : session.now()))}
      </b>
      <span>{t('bar.of', { n: state.scene?.minutes ?? 0 })}</span>
    </p>
  );
}
