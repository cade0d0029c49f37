import { DistressFace } from '../parts/DistressFace';
import { UNRATED } from '../session/fold';
import type { RoomState } from '../wire/types.gen';
import { useWords } from '../words/use';
import { Change } from './Change';
import type { Inside } from './inside';

const MOST = 10;

/** The limit above which the room pauses by itself; only the client moves it. */
export function DistressLimit({ inside, state }: { inside: Inside; state: RoomState }) {
  const { t } = useWords();
  const { limit } = state.distress[inside.session.you] ?? UNRATED;
  const set = (level: number) => void inside.ask({ type: 'setdistresslimit', level });
  const name = t('hard.limit');
  return (
    <li class="hardLimit">
      <h3>{name}</h3>
      <p>{t('hard.limit.lead')}</p>
      <p class="is" role="status">
        <DistressFace rating={limit} />
        <b>{limit === MOST ? t('hard.limit.never') : t('hard.limit.is', { n: limit })}</b>
      </p>
      <div class="row">
        <Change icon="minus" words={t('limit.lower')} name={name} can={limit > 0} onPress={() => set(limit - 1)} />
        <Change icon="plus" words={t('limit.raise')} name={name} can={limit < MOST} onPress={() => set(limit + 1)} />
      </div>
    </li>
  );
}
