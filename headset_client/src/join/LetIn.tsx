import { Icon } from '../parts/Icon';
import { useWords } from '../words/use';
import { Doorway } from './Doorway';
import { Title } from './Title';

interface Props {
  scene: string;
  /** Whether there is a headset here; null while that is not known. */
  headset: boolean | null;
  onVr: () => void;
  onFlat: () => void;
}

/** Let in: with the headset or on the screen. */
export function LetIn({ scene, headset, onVr, onFlat }: Props) {
  const { t } = useWords();
  return (
    <>
      <div class="side">
        <Doorway />
        <Title title={t('in.title')} lead={t('in.lead', { scene })} />
      </div>
      <div class="pick">
        {headset === true && (
          <button type="button" class="button main wide tall" onClick={onVr}>
            <Icon name="headset" />
            {t('in.vr')}
          </button>
        )}
        <button type="button" class={`button wide tall ${headset === true ? '' : 'main'}`} onClick={onFlat}>
          <Icon name="door-open" />
          {t('in.flat')}
        </button>
        {headset === false && (
          <>
            <p class="free">{t('in.noVr')}</p>
            <a class="button quiet" href="/help/headset">
              <Icon name="headset" />
              {t('help.title')}
            </a>
          </>
        )}
      </div>
    </>
  );
}
