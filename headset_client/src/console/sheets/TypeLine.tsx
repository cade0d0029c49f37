import { useState } from 'preact/hooks';

interface Props {
  label: string;
  send: string;
  /** Resolves to whether it was sent: what was typed is kept when it was not. */
  onSend: (text: string) => Promise<boolean>;
}

const MOST_LETTERS = 400;

export function TypeLine({ label, send, onSend }: Props) {
  const [text, setText] = useState('');
  const submit = async (event: Event) => {
    event.preventDefault();
    const line = text.trim();
    if (line !== '' && (await onSend(line))) setText('');
  };
  return (
    <form class="typeLine" onSubmit={(event) => void submit(event)}>
      <label>
        <span>{label}</span>
        <input
          type="text"
          autocomplete="off"
          maxLength={MOST_LETTERS}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button class="button main">{send}</button>
    </form>
  );
}
