import { AXES, type Axis, type RoomState } from '../wire/types.gen';
import type { Key } from '../words/catalogue';
import { useWords } from '../words/use';
import { Change } from './Change';
import { DistressLimit } from './DistressLimit';
import type { Inside } from './inside';

const MOST = 4;

/** What the client alone decides: each pressure in plain words, how it is now, and how far it may go. */
export function MyLimit({ inside, state }: { inside: Inside; state: RoomState }) {
  const { t } = useWords();
  return (
    <div class="limit">
      <p>{t('limit.lead')}</p>
      <ul>
        <DistressLimit inside={inside} state={state} />
        {AXES.map((axis) => (
          <AxisRow key={axis} axis={axis} level={state.levels[axis]} ceiling={state.ceiling[axis]} inside={inside} />
        ))}
      </ul>
    </div>
  );
}

interface Row {
  axis: Axis;
  level: number;
  ceiling: number;
  inside: Inside;
}

function AxisRow({ axis, level, ceiling, inside }: Row) {
  const { t } = useWords();
  const words = (n: number) => t(`${axis}.${n}` as Key);
  const name = t(`limit.${axis}`);
  return (
    <li>
      <h3>{name}</h3>
      <p>
        {t('limit.now', { level: words(level) })} · {t('limit.most', { level: words(ceiling) })}
      </p>
      <Gauge level={level} ceiling={ceiling} />
      <div class="row">
        <Change icon="leaf" words={t('limit.easier')} name={name} can={level > 0} onPress={() => void inside.lower(axis, level - 1)} />
        <Change icon="minus" words={t('limit.lower')} name={name} can={ceiling > 0} onPress={() => void inside.limit(axis, ceiling - 1)} />
        <Change
          icon="plus"
          words={t('limit.raise')}
          name={name}
          can={ceiling < MOST}
          onPress={() => void inside.limit(axis, ceiling + 1)}
        />
      </div>
    </li>
  );
}

/** Five steps: those in use are filled, those beyond the limit are hatched. The words say the same. */
function Gauge({ level, ceiling }: { level: number; ceiling: number }) {
  return (
    <span class="gauge" aria-hidden="true">
      {Array.from({ length: MOST + 1 }, (_, n) => (
        <i key={n} class={n > ceiling ? 'beyond' : n <= level ? 'now' : ''} />
      ))}
    </span>
  );
}
