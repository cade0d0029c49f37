import { useState } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import { useWords } from '../words/use';
import { clock } from './clock';
import { Ready } from './Ready';
import { usePlayer, usePosition } from './use_player';
import type { Viewing } from './viewing';

const LONGEST = 300;

/** Notes at moments of the recording: read, gone to, written, and one's own taken away. */
export function Notes({ viewing }: { viewing: Viewing }) {
  const { t } = useWords();
  usePlayer(viewing);
  const notes = [...viewing.notes].sort((a, b) => a.at - b.at);
  const { first } = viewing.stretch;
  const you = viewing.session.you;
  const [known] = useState(() => new Set(viewing.notes.map(({ id }) => id)));
  const newest = viewing.notes.findLast(({ id, by }) => by !== you && !known.has(id));
  return (
    <section class="notes panel" aria-label={t('re.notes')}>
      <header>
        <h2>{t('re.notes')}</h2>
      </header>
      {notes.length === 0 && <p class="none">{t('re.notes.none')}</p>}
      <ul>
        {notes.map(({ id, at, by, name, text }) => (
          <li key={id}>
            <button type="button" class="go" onClick={() => viewing.seek(at)}>
              <b>{name}</b>
              <time>{clock(at - first)}</time>
              <span>{text}</span>
            </button>
            {by === you && (
              <button
                type="button"
                class="round small"
                aria-label={t('re.note.remove', { text })}
                onClick={() => void viewing.ask({ type: 'removenote', note: id })}
              >
                <Icon name="x" />
              </button>
            )}
          </li>
        ))}
      </ul>
      <p class="none" id="who-sees">
        {t('re.note.all')}
      </p>
      <Ready way="note" onChoose={(words) => void viewing.ask({ type: 'addnote', text: words, at: null })} />
      <Write viewing={viewing} />
      <p class="unseen" role="status">
        {newest && t('re.note.new', { name: newest.name, text: newest.text })}
      </p>
    </section>
  );
}

function Write({ viewing }: { viewing: Viewing }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const at = usePosition(viewing);
  const put = async (event: Event) => {
    event.preventDefault();
    if (text.trim() === '') return;
    const { ok } = await viewing.ask({ type: 'addnote', text: text.trim(), at: null });
    if (ok) setText('');
  };
  return (
    <form onSubmit={(event) => void put(event)}>
      <label>
        <span>{t('re.note.add', { at: clock(at - viewing.stretch.first) })}</span>
        <input
          type="text"
          autoComplete="off"
          aria-describedby="who-sees"
          maxLength={LONGEST}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button class="button main">{t('re.note.put')}</button>
    </form>
  );
}
