import { Icon } from '../parts/Icon';
import { AXES, type Axis } from '../wire/types.gen';
import type { Key } from '../words/catalogue';
import { useWords } from '../words/use';
import { clientOf, useDesk } from './desk';
import { Ladder } from './Ladder';
import type { Dial } from './pressure';

/** The ladder, ten axes and help in one compact panel; the client's ceiling is a bar drawn across, and no button leads past it. */
export function Pressure() {
  const { t } = useWords();
  const { state, ask } = useDesk();
  const set = (axis: Axis, level: number) => void ask({ type: 'setlevel', axis, level });
  return (
    <section class="pressure panel" aria-labelledby="press-title">
      <Ladder />
      <ul class="axes">
        {AXES.map((axis) => (
          <AxisRow
            key={axis}
            axis={axis}
            level={state.levels[axis]}
            ceiling={state.ceiling[axis]}
            fits={state.scene?.tops[axis] ?? 4}
            onSet={(level) => set(axis, level)}
          />
        ))}
        <AxisRow axis="help" level={state.help} ceiling={4} fits={4} onSet={(level) => void ask({ type: 'sethelp', level })} />
      </ul>
      <p class="legend">
        <i aria-hidden="true" />
        {t('press.limit', { name: clientOf(state)?.name ?? t('desk.client') })}
      </p>
    </section>
  );
}

interface RowProps {
  axis: Dial;
  level: number;
  ceiling: number;
  /** The highest level that makes sense in this scenario. */
  fits: number;
  onSet: (level: number) => void;
}

function AxisRow({ axis, level, ceiling, fits, onSet }: RowProps) {
  const { t } = useWords();
  const name = t(`axis.${axis}`);
  const word = t(`${axis}.${level}` as Key);
  const help = axis === 'help';
  const top = Math.min(ceiling, fits);
  const why = fits <= ceiling ? t('press.unfit') : t('press.limit', { name: t('desk.client') });
  return (
    <li class={`axis ${axis}`}>
      <span class="name">
        {name}
        <small>{word}</small>
      </span>
      <button
        type="button"
        aria-label={help ? t('press.help.more') : t('press.less', { axis: name })}
        aria-disabled={level === 0}
        onClick={() => level > 0 && onSet(level - 1)}
      >
        <Icon name="minus" />
      </button>
      <span class="pips" role="img" aria-label={t(help ? 'press.help' : 'press.level', { axis: name, n: level, word, top: ceiling })}>
        {[1, 2, 3, 4].map((n) => (
          <i key={n} class={n <= level ? 'on' : n > fits ? 'unfit' : n > ceiling ? 'shut' : ''} />
        ))}
        {!help && <b style={{ left: `${ceiling * 25}%` }} />}
      </span>
      {/* Above its top it still asks: the room refuses, in a sentence that says why. */}
      <button
        type="button"
        aria-label={help ? t('press.help.less') : t('press.more', { axis: name })}
        aria-disabled={level === 4}
        data-off={level >= top}
        {...(level >= top && level < 4 && !help ? { title: why } : {})}
        onClick={() => level < 4 && onSet(level + 1)}
      >
        <Icon name="plus" />
      </button>
    </li>
  );
}
