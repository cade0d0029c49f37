import { Portrait } from '../join/Portrait';
import { Icon } from '../parts/Icon';
import type { Avatar } from '../wire/types.gen';
import { useWords } from '../words/use';
import { castOf, nameOf, useDesk } from './desk';
import { readyLines, toneNow } from './lines';
import { isMine, usePlaying } from './playing';

const LINES_AT_HAND = 4;

/** All of the cast as a row to choose from, and the chosen one with the likeliest lines: one press says a line. */
export function AvatarStrip({ shown }: { shown: boolean }) {
  const { t } = useWords();
  const { state, chosen } = useDesk();
  return (
    <section class="avatars panel" data-shown={shown} aria-label={t('avatars')}>
      <ul class="cast">
        {castOf(state).map((avatar, index) => (
          <Member key={avatar.id} avatar={avatar} number={index + 1} />
        ))}
      </ul>
      {chosen !== null && <Chosen avatar={chosen} />}
    </section>
  );
}

/** Who plays it, as a word and a sign; the edge is drawn by `data-by`. */
export function useBy(avatar: Avatar): { by: 'mine' | 'script' | 'person'; icon: string; short: string; long: string } {
  const { t } = useWords();
  const desk = useDesk();
  if (isMine(desk, avatar)) return { by: 'mine', icon: 'user', short: t('av.you'), long: t('av.byYou') };
  if (avatar.played_by === null) return { by: 'script', icon: 'file-text', short: t('av.script'), long: t('av.onScript') };
  const who = nameOf(desk.state, avatar.played_by) ?? t('says.person');
  return { by: 'person', icon: 'user', short: who, long: t('av.by', { who }) };
}

function Member({ avatar, number }: { avatar: Avatar; number: number }) {
  const { t } = useWords();
  const { chosen, choose, state } = useDesk();
  const { by, icon, short, long } = useBy(avatar);
  const speaking = state.floor?.who === avatar.id && state.phase === 'running' && state.floor.until > state.t;
  const doing = !avatar.present ? t('av.absent') : avatar.thinking ? t('av.thinking') : speaking ? t('av.speaking') : '';
  return (
    <li>
      <button
        type="button"
        class="member"
        data-by={by}
        data-absent={!avatar.present}
        data-doing={avatar.thinking ? 'thinking' : speaking ? 'speaking' : ''}
        aria-pressed={chosen?.id === avatar.id}
        onClick={() => choose(avatar.id)}
      >
        <span class="coin square">
          <Portrait size={96} look={avatar.look} />
        </span>
        <span class="name">
          <kbd>{number}</kbd> {avatar.name}
        </span>
        <span class="by">
          <Icon name={icon} />
          {short}
        </span>
        <span class="unseen">{[long, doing].filter(Boolean).join(', ')}</span>
      </button>
    </li>
  );
}

function Chosen({ avatar }: { avatar: Avatar }) {
  const { t, say } = useWords();
  const desk = useDesk();
  const { by, icon, long } = useBy(avatar);
  const doing = avatar.thinking ? t('av.thinking') : avatar.present ? say(avatar.part) : t('av.absent');
  return (
    <article class="chosen" data-by={by} aria-label={avatar.name}>
      <div class="head">
        <p>
          <b>{avatar.name}</b>
          <span class="soft">{doing}</span>
          <span class="soft">
            <Icon name={icon} />
            {long}
          </span>
        </p>
        <TakeOrGive avatar={avatar} />
        <button type="button" class="button small" onClick={() => desk.open('whisper')}>
          <Icon name="ear" />
          {t('av.instruct')}
        </button>
        <button type="button" class="button small" onClick={() => desk.open('speak')}>
          <Icon name="message-circle" />
          {t('av.more')}
        </button>
      </div>
      <Lines avatar={avatar} />
    </article>
  );
}

export function TakeOrGive({ avatar }: { avatar: Avatar }) {
  const { t } = useWords();
  const desk = useDesk();
  const { take, release } = usePlaying();
  const mine = isMine(desk, avatar);
  return (
    <button type="button" class={`button small ${mine ? 'main' : ''}`} onClick={() => void (mine ? release(avatar) : take(avatar))}>
      <Icon name={mine ? 'undo-2' : 'hand-grab'} />
      {t(mine ? 'av.release' : 'av.take')}
    </button>
  );
}

function Lines({ avatar }: { avatar: Avatar }) {
  const { t, say } = useWords();
  const { script, state } = useDesk();
  const { sayReply } = usePlaying();
  if (script === null) return null;
  const tone = t(`tone.${toneNow(state.levels)}`);
  const lines = readyLines(script, state, avatar.id).slice(0, LINES_AT_HAND);
  return (
    <ul class="lines" aria-label={t('av.lines', { who: avatar.name, tone })}>
      {lines.map(({ reply, words }) => (
        <li key={reply}>
          <button type="button" class="line" title={say(words)} onClick={() => void sayReply(avatar, reply)}>
            {say(words)}
          </button>
        </li>
      ))}
    </ul>
  );
}
