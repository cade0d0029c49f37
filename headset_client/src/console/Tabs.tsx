import { useWords } from '../words/use';

export type Tab = 'avatars' | 'press';

/** On a small screen the avatars and the pressure take turns below the room. */
export function Tabs({ tab, onTab }: { tab: Tab; onTab: (tab: Tab) => void }) {
  const { t } = useWords();
  return (
    <div class="tabs" role="group" aria-label={t('tab.label')}>
      <button type="button" class="button small" aria-pressed={tab === 'avatars'} onClick={() => onTab('avatars')}>
        {t('avatars')}
      </button>
      <button type="button" class="button small" aria-pressed={tab === 'press'} onClick={() => onTab('press')}>
        {t('press')}
      </button>
    </div>
  );
}
