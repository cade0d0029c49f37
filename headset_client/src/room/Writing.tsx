import { Icon } from '../parts/Icon';
import { useWords } from '../words/use';
import type { Inside } from './inside';

const LONGEST = 400;

/** Saying something in one's own words. What was not taken comes back into the box, and a reload keeps what stands there. */
export function Writing({ inside }: { inside: Inside }) {
  const { t } = useWords();
  const { draft } = inside;
  const waiting = inside.sayings.length > 0;
  function say(event: Event) {
    event.preventDefault();
    void inside.write();
  }
  return (
    <form class="writing" onSubmit={say}>
      <input
        type="text"
        value={draft}
        maxLength={LONGEST}
        placeholder={t('room.write')}
        aria-label={t('room.write')}
        autoComplete="off"
        enterKeyHint="send"
        onInput={(event) => (inside.draft = event.currentTarget.value)}
      />
      <button type="submit" class="button main" aria-disabled={draft.trim() === '' || waiting}>
        <Icon name="message-circle" />
        {t('room.send')}
      </button>
    </form>
  );
}
