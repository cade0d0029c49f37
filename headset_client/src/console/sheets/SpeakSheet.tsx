import { Portrait } from '../../join/Portrait';
import { Icon } from '../../parts/Icon';
import type { Avatar } from '../../wire/types.gen';
import { useWords } from '../../words/use';
import { TakeOrGive, useBy } from '../AvatarStrip';
import { castOf, useDesk } from '../desk';
import { readyLines, toneNow } from '../lines';
import { usePlaying } from '../playing';
import { SheetFrame } from './Sheet';
import { BodyControls } from './BodyControls';
import { useNumbers } from './numbers';
import { TypeLine } from './TypeLine';

/** Speaking as an avatar. The likeliest words are ready as numbered buttons: the second press says them. */
export function SpeakSheet() {
  const { t } = useWords();
  const { state, chosen } = useDesk();
  const { sayText } = usePlaying();
  if (chosen === null) return null;
  return (
    <SheetFrame name="speak" title={t('sheet.say', { who: chosen.name })}>
      <div class="say">
        <Who chosen={chosen} />
        {state.phase !== 'running' && <StillWords />}
        <Lines avatar={chosen} />
        <TypeLine key={chosen.id} label={t('sheet.type')} send={t('sheet.send')} onSend={(text) => sayText(chosen, text)} />
        <BodyControls avatar={chosen} />
      </div>
    </SheetFrame>
  );
}

function StillWords() {
  const { t } = useWords();
  const { state } = useDesk();
  return (
    <p class="banner">
      <Icon name="pause" />
      {t('sheet.still', { go: t(state.phase === 'ready' ? 'six.start' : 'six.continue') })}
    </p>
  );
}

function Who({ chosen }: { chosen: Avatar }) {
  const { t } = useWords();
  const { state, choose } = useDesk();
  const { by, icon, long } = useBy(chosen);
  return (
    <div class="who">
      <div class="asWho" role="group" aria-label={t('sheet.who')}>
        {castOf(state)
          .filter(({ present }) => present)
          .map((each) => (
            <button type="button" key={each.id} class="button small" aria-pressed={each.id === chosen.id} onClick={() => choose(each.id)}>
              <span class="coin square">
                <Portrait size={96} look={each.look} />
              </span>
              {each.name}
            </button>
          ))}
      </div>
      <p class="playing" data-by={by}>
        <span class="tag">
          <Icon name={icon} />
          {long}
        </span>
        <TakeOrGive avatar={chosen} />
      </p>
    </div>
  );
}

function Lines({ avatar }: { avatar: Avatar }) {
  const { t, say } = useWords();
  const { script, state } = useDesk();
  const { sayReply } = usePlaying();

  const lines = script === null ? [] : readyLines(script, state, avatar.id);
  const tone = t(`tone.${toneNow(state.levels)}`);
  useNumbers((n) => lines[n - 1] !== undefined && void sayReply(avatar, lines[n - 1]!.reply));
  if (lines.length === 0) return <p class="soft">{t('av.noLines')}</p>;
  return (
    <ol aria-label={t('av.lines', { who: avatar.name, tone })}>
      {lines.map(({ reply, words }, index) => (
        <li key={reply}>
          <button
            type="button"
            class="button"
            {...(index === 0 ? { 'data-first': true } : {})}
            onClick={() => void sayReply(avatar, reply)}
          >
            <kbd>{index + 1}</kbd>
            {say(words)}
          </button>
        </li>
      ))}
    </ol>
  );
}
