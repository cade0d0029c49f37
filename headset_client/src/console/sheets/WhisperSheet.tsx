import { useState } from 'preact/hooks';
import { Portrait } from '../../join/Portrait';
import { Icon } from '../../parts/Icon';
import type { Avatar, Person } from '../../wire/types.gen';
import { useWords } from '../../words/use';
import { clientOf, useDesk } from '../desk';
import { useNumbers } from './numbers';
import { SheetFrame } from './Sheet';
import { TypeLine } from './TypeLine';

const TO_EAR = ['wh.1', 'wh.2', 'wh.3', 'wh.4'] as const;
const TO_MIND = ['tell.1', 'tell.2', 'tell.3', 'tell.4'] as const;

/** A whisper into one ear, or a word to an avatar's mind; and help for the client, which is always logged. */
export function WhisperSheet() {
  const { t } = useWords();
  const { state } = useDesk();
  const ears = Object.values(state.people).filter(({ where, body }) => where === 'room' && body !== null);
  const minds = Object.values(state.avatars).filter(({ present }) => present);
  const [to, setTo] = useState(clientOf(state)?.id ?? ears[0]?.id ?? minds[0]?.id ?? '');
  const whom = ears.find(({ id }) => id === to) ?? minds.find(({ id }) => id === to);
  return (
    <SheetFrame name="whisper" title={t('wh.title')}>
      <div class="say">
        <div class="asWho" role="group" aria-label={t('wh.to')}>
          {[...ears, ...minds].map((each) => (
            <button type="button" key={each.id} class="button small" aria-pressed={each.id === to} onClick={() => setTo(each.id)}>
              <span class={`coin ${'present' in each ? 'square' : ''}`}>
                <Portrait size={96} look={each.look} />
              </span>
              {each.name}
            </button>
          ))}
        </div>
        {whom !== undefined && <ToOne key={whom.id} whom={whom} />}
        <GiveHelp />
      </div>
    </SheetFrame>
  );
}

function ToOne({ whom }: { whom: Person | Avatar }) {
  const { t } = useWords();
  const { ask, open } = useDesk();
  const mind = 'present' in whom;
  const who = { who: whom.name };
  const ready = (mind ? TO_MIND : TO_EAR).map((key) => t(key));
  const send = async (text: string) => {
    const done = mind
      ? await ask({ type: 'instruct', avatar: whom.id, text }, t('did.instruct', who))
      : await ask({ type: 'whisper', to: whom.id, text }, t('did.whisper', who));
    if (done) open(null);
    return done;
  };
  useNumbers((n) => ready[n - 1] !== undefined && void send(ready[n - 1]!));
  return (
    <>
      <p class="soft">{t(mind ? 'wh.mind' : 'wh.ear', who)}</p>
      <ol>
        {ready.map((words, index) => (
          <li key={words}>
            <button type="button" class="button" {...(index === 0 ? { 'data-first': true } : {})} onClick={() => void send(words)}>
              <kbd>{index + 1}</kbd>
              {words}
            </button>
          </li>
        ))}
      </ol>
      <TypeLine label={t('sheet.type')} send={t(mind ? 'wh.tell' : 'wh.send')} onSend={send} />
    </>
  );
}

function GiveHelp() {
  const { t, say } = useWords();
  const { state, script, ask, open } = useDesk();
  const beat = script?.beats[state.beat];
  if (beat === undefined) return null;
  const give = (kind: 'hint' | 'shown') => {
    open(null);
    void ask({ type: 'givehelp', kind }, t('did.help'));
  };
  return (
    <p class="giveHelp">
      <button type="button" class="button small" title={say(beat.hint)} onClick={() => give('hint')}>
        <Icon name="lightbulb" />
        {t('press.hint')}
      </button>
      <button type="button" class="button small" onClick={() => give('shown')}>
        <Icon name="eye" />
        {t('press.shown')}
      </button>
      <span class="soft">{say(beat.hint)}</span>
    </p>
  );
}
