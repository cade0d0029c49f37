import { Icon } from '../parts/Icon';
import { useWords } from '../words/use';
import { Portrait } from './Portrait';
import { Title } from './Title';

interface Props {
  name: string;
  look: string;
  /** The connection is away for the moment. */
  lost: boolean;
  onLeave: () => void;
}

/** The lobby: someone knows that one is here, and there is a way out. A slow breath shows that the page lives. */
export function Waiting({ name, look, lost, onLeave }: Props) {
  const { t } = useWords();
  return (
    <>
      <div class="side">
        <figure class="me">
          <div class="breath">
            <Portrait look={look} size={384} />
          </div>
          <figcaption>{name}</figcaption>
        </figure>
        <Title title={t('wait.title')} lead={t('wait.lead')} more={t('wait.stop')} />
        <div role="status">{lost && <p class="note">{t('wait.lost')}</p>}</div>
      </div>
      <div class="pick">
        <p class="promise">
          <span class="mark" aria-hidden="true">
            <Icon name="octagon" />
          </span>
          {t('wait.stop')}
        </p>
        <button type="button" class="button wide" onClick={onLeave}>
          <Icon name="door-open" />
          {t('wait.leave')}
        </button>
      </div>
    </>
  );
}
