import { useState } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import { useWords } from '../words/use';
import { Ready } from './Ready';
import { usePlayer } from './use_player';
import type { Viewing } from './viewing';

const LONGEST = 300;

/** Lines that those who watch write to one another. They are kept nowhere. */
export function Talk({ viewing }: { viewing: Viewing }) {
  const { t } = useWords();
  usePlayer(viewing);
  const [text, setText] = useState('');
  const send = async (event: Event) => {
    event.preventDefault();
    if (text.trim() === '') return;
    const { ok } = await viewing.ask({ type: 'talk', text: text.trim() });
    if (ok) setText('');
  };
  return (
    <section class="talk panel" aria-label={t('re.talk')}>
      <header>
        <h2>{t('re.talk')}</h2>
      </header>
      <div role="log" aria-live="polite" tabIndex={0} aria-label={t('re.talk')}>
        {viewing.talked.length === 0 && <p class="none">{t('re.talk.none')}</p>}
        {viewing.talked.map(({ by, name, text: words }, n) => (
          <p key={n} class={by === viewing.session.you ? 'mine' : ''}>
            <b>{name}</b> {words}
          </p>
        ))}
      </div>
      <Ready way="say" onChoose={(words) => void viewing.ask({ type: 'talk', text: words })} />
      <form onSubmit={(event) => void send(event)}>
        <label>
          <span class="unseen">{t('re.talk.write')}</span>
          <input
            type="text"
            autoComplete="off"
            maxLength={LONGEST}
            value={text}
            placeholder={t('re.talk.write')}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <button class="button main">
          <Icon name="message-circle" />
          {t('re.talk.send')}
        </button>
      </form>
    </section>
  );
}
