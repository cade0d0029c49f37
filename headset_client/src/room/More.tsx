import { useState } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import { Tongue } from '../parts/Tongue';
import type { RoomState } from '../wire/types.gen';
import { useWords } from '../words/use';
import { SayHowHard } from './HowHard';
import type { Inside } from './inside';
import { MyLimit } from './MyLimit';
import { People } from './People';
import { Sheet } from './Sheet';

interface Props {
  inside: Inside;
  state: RoomState;
  onClose: () => void;
}

/** What is not needed at every moment: one's own limit, who is here, and the way out. */
export function More({ inside, state, onClose }: Props) {
  const { t } = useWords();
  const [limit, setLimit] = useState(false);
  const [hard, setHard] = useState(false);
  if (hard) return <SayHowHard key="hard" inside={inside} onClose={onClose} />;
  if (limit) {
    return (
      <Sheet key="limit" title={t('limit.title')} onClose={() => setLimit(false)}>
        <MyLimit inside={inside} state={state} />
      </Sheet>
    );
  }
  return (
    <Sheet key="more" title={t('room.more')} onClose={onClose}>
      <div class="more">
        <Tongue />
        {inside.you?.role === 'client' && (
          <>
            <button type="button" class="button wide" onClick={() => setHard(true)}>
              <Icon name="heart" />
              {t('hard.say')}
            </button>
            <button type="button" class="button wide" onClick={() => setLimit(true)}>
              <Icon name="hand" />
              {t('limit.title')}
            </button>
          </>
        )}
        <h3>{t('room.people')}</h3>
        <People state={state} you={inside.session.you} />
        <button type="button" class="button wide" onClick={() => inside.leave()}>
          <Icon name="door-open" />
          {t('room.leave')}
        </button>
      </div>
    </Sheet>
  );
}
