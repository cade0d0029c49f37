import { useWords } from '../../words/use';
import { SheetFrame } from './Sheet';

export function KeysSheet({ on, onToggle }: { on: boolean; onToggle: () => void }) {
  const { t } = useWords();
  const rows = [
    ['P', t('keys.pause')],
    ['C', t('six.calmer')],
    ['H', t('six.harder')],
    ['S', t('six.speak')],
    ['1 … 8', t('keys.avatar')],
    ['1 … 9', t('keys.line')],
    ['W', t('six.whisper')],
    ['M', t('six.marker')],
    ['Esc', t('keys.close')],
    ['Esc Esc', t('keys.stop')],
  ] as const;
  return (
    <SheetFrame name="keys" title={t('keys.title')}>
      <dl class="keylist">
        {rows.map(([key, word]) => (
          <div key={word}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{word}</dd>
          </div>
        ))}
      </dl>
      <label class="single">
        <input type="checkbox" checked={on} onChange={onToggle} />
        {t('keys.off')}
      </label>
    </SheetFrame>
  );
}
