import { Icon } from '../parts/Icon';
import { useWords } from '../words/use';

export function DarkSwitch({ dark, onDark }: { dark: boolean; onDark: () => void }) {
  const { t } = useWords();
  const word = t(dark ? 'con.light' : 'con.dark');
  return (
    <button type="button" class="button quiet small" aria-label={word} title={word} onClick={onDark}>
      <Icon name={dark ? 'sun' : 'moon'} />
    </button>
  );
}
