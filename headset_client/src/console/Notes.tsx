import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import type { Note } from '../wire/types.gen';
import { useWords } from '../words/use';
import { clock, nameOf, sinceStart, useDesk } from './desk';

const SIGN: Record<Note['kind'], string> = { whisper: 'ear', instruct: 'bot', mark: 'flag', call: 'bell', help: 'lightbulb' };

/** What only staff see: whispers, words to avatars, markers, help asked for. */
export function Notes() {
  const { t } = useWords();
  const { state } = useDesk();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.scrollTo(0, list.current.scrollHeight), [state.notes.length]);
  return (
    <section class="notes panel" aria-labelledby="notes-title">
      <header>
        <h2 id="notes-title">{t('notes')}</h2>
      </header>
      <div class="scroll" ref={list} tabIndex={0} role="log" aria-labelledby="notes-title">
        {state.notes.length === 0 && <p class="soft">{t('notes.none')}</p>}
        <ul>
          {state.notes.map((note, n) => (
            <OneNote key={`${note.t}-${n}`} note={note} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function OneNote({ note }: { note: Note }) {
  const { t } = useWords();
  const { state } = useDesk();
  const by = nameOf(state, note.by) ?? t('desk.room');
  const to = note.to === null ? '' : (nameOf(state, note.to) ?? note.to);
  return (
    <li class={note.kind}>
      <Icon name={SIGN[note.kind]} />
      <p>
        <b>{t(`note.${note.kind}`, { by, to })}</b>
        {note.kind !== 'call' && note.text !== '' && <span>: {note.text}</span>}
      </p>
      <time>{clock(sinceStart(state, note.t))}</time>
    </li>
  );
}
