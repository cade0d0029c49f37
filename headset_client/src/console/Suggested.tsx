import { Icon } from '../parts/Icon';
import type { Suggestion } from '../wire/types.gen';
import type { Key } from '../words/catalogue';
import { useWords } from '../words/use';
import { nameOf, useDesk } from './desk';
import { stepsOf } from './suggestion';

/** What could come next, why, and what the client would like. Staff may do it with one press; nobody has to. */
export function Suggested() {
  const { t, say } = useWords();
  const { state, ask, open } = useDesk();
  const { suggestion, suggested_to: to } = state;
  const what = useSuggestion(suggestion);
  if (suggestion === null || state.phase === 'ended') return null;
  const name = nameOf(state, to) ?? t('desk.Client');
  const wish = state.distress[to]?.wish ?? null;
  const act = async () => {
    for (const [n, intent] of stepsOf(suggestion).entries()) {
      const last = n === stepsOf(suggestion).length - 1;
      if (!(await ask(intent, last ? t('sug.did', { what }) : undefined))) return;
    }
  };
  return (
    <div class="suggested" role="region" aria-label={t('sug.title')}>
      <p class="wished">{wish === null ? t('sug.wish.none', { name }) : t('sug.wish', { name, wish: t(`wish.${wish}`) })}</p>
      <p>
        <b>{what}.</b> {say(suggestion.why)} <span class="soft">{t('sug.free', { name })}</span>
      </p>
      {wish === 'enough' ? (
        <button type="button" class="button small" aria-haspopup="dialog" onClick={() => open('end')}>
          <Icon name="power" />
          {t('bar.end')}
        </button>
      ) : (
        <button type="button" class="button small main" onClick={() => void act()}>
          <Icon name="rotate-ccw" />
          {t('sug.do')}
        </button>
      )}
    </div>
  );
}

function useSuggestion(suggestion: Suggestion | null): string {
  const { t } = useWords();
  if (suggestion === null) return '';
  const { next, axis, level } = suggestion;
  if (axis === null) return t('sug.again');
  return t(`sug.${next}`, { axis: t(`axis.${axis}`), level: t(`${axis}.${level ?? 0}` as Key) });
}
