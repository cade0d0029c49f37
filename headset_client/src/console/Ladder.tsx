import { Icon } from '../parts/Icon';
import { useWords } from '../words/use';
import { useDesk } from './desk';
import { aboveAt } from './pressure';

/** The scenario's own steps: where one stands, how far the ceiling lets one go, and one step up or down. */
export function Ladder() {
  const { t, say } = useWords();
  const { state, script, ask } = useDesk();
  const steps = state.scene?.steps ?? [];
  const numbers = steps.map((_, index) => index + 1);
  const shut = (n: number) => script !== null && aboveAt(script, state.ceiling, n) !== null;
  const top = numbers.findLast((n) => !shut(n)) ?? 1;
  const to = (step: number) => void ask({ type: 'setstep', step }, t('did.step', { n: step }));
  const all = steps.length;
  return (
    <>
      <header>
        <h2 id="press-title">{t('press')}</h2>
        <span class="step">{t('press.step', { n: state.step, all })}</span>
        <button type="button" class="button quiet small" onClick={() => void ask({ type: 'again' }, t('did.again'))}>
          <Icon name="rotate-ccw" />
          {t('press.again')}
        </button>
      </header>
      <div class="ladder">
        <button
          type="button"
          aria-label={t('press.down')}
          aria-disabled={state.step <= 1}
          onClick={() => state.step > 1 && to(state.step - 1)}
        >
          <Icon name="minus" />
        </button>
        <span class="rungs" role="img" aria-label={t('press.steps', { n: state.step, all, top })}>
          {numbers.map((n) => (
            <i key={n} class={n === state.step ? 'now' : n < state.step ? 'done' : shut(n) ? 'shut' : ''} />
          ))}
        </span>
        <button
          type="button"
          aria-label={t('press.up')}
          aria-disabled={state.step >= all}
          data-off={state.step >= top}
          onClick={() => state.step < all && to(state.step + 1)}
        >
          <Icon name="plus" />
        </button>
        <p class="soft">{state.step === 1 ? t('new.step.start') : say(steps[state.step - 1] ?? {})}</p>
      </div>
    </>
  );
}
