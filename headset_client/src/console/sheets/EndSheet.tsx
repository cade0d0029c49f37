import { Icon } from '../../parts/Icon';
import { useWords } from '../../words/use';
import { useDesk } from '../desk';
import { SheetFrame } from './Sheet';

export function EndSheet() {
  const { t } = useWords();
  const { ask, open } = useDesk();
  const end = () => {
    open(null);
    void ask({ type: 'end' });
  };
  return (
    <SheetFrame name="end" title={t('end.sure')}>
      <div class="sure">
        <p>{t('end.lead')}</p>
        <p class="ways">
          <button type="button" class="button" data-first onClick={() => open(null)}>
            {t('end.no')}
          </button>
          <button type="button" class="button stop" onClick={end}>
            <Icon name="power" />
            {t('end.yes')}
          </button>
        </p>
      </div>
    </SheetFrame>
  );
}
