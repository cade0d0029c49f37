import { useState } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import { useWords } from '../words/use';
import type { Inside } from './inside';

const LONGEST = 400;

/** Saying something in one's own words. What was not taken comes back into the box. */
export function Writing({ inside }: { inside: Inside }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const waiting = inside.unsaid !== null;
  async function say(event: Event) {
    event.preventDefault();
    const words = text.trim();
    if (words === '' || waiting) return;
    setText('');
    const taken = await inside.write(words);
    if (!taken) setText((since) => since || words);
  }
  return (
    <form class="writing" onSubmit={(event) => void say(event)}>
      <input
        type="text"
        value={text}
        maxLength={LONGEST}
        placeholder={t('room.write')}
        aria-label={t('room.write')}
        autoComplete="off"
        enterKeyHint="send"
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="button main" aria-disabled={text.trim() === '' || waiting}>
        <Icon name="message-circle" />
        {t('room.send')}
      </button>
    </form>
  );
}
