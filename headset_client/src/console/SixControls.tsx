import { Icon } from '../parts/Icon';
import type { Key } from '../words/catalogue';
import { useWords } from '../words/use';
import type { Acts } from './acts';
import { clientOf, type Desk, useDesk } from './desk';
import { nextStep } from './pressure';

interface Control {
  act: keyof Acts;
  icon: string;
  key: string;
  word: string;
  note: string;
  /** A press would be refused just now; it may still be pressed, and the room says why. */
  off?: boolean;
  open?: boolean;
}

/** Six, and Stop apart from them. The second line says what a press will do before it is done. */
export function SixControls({ acts }: { acts: Acts }) {
  const { t } = useWords();
  const desk = useDesk();
  return (
    <footer class="six" id="six" tabIndex={-1}>
      <h2 class="unseen">{t('six')}</h2>
      {useSix(desk).map(({ act, icon, key, word, note, off, open }) => (
        <button
          type="button"
          key={act}
          class={`big ${act}`}
          onClick={acts[act]}
          data-off={off === true}
          aria-keyshortcuts={key}
          {...(open === undefined ? {} : { 'aria-expanded': open })}
        >
          <Icon name={icon} />
          <span class="word">{word}</span>
          <kbd aria-hidden="true">{key}</kbd>
          <span class="note">{note}</span>
        </button>
      ))}
      <button type="button" class="big stop" onClick={acts.stop}>
        <Icon name="octagon" />
        <span class="word">{t('stop')}</span>
        <kbd aria-hidden="true">Esc Esc</kbd>
        <span class="note">{t('six.stop.note')}</span>
      </button>
    </footer>
  );
}

function useSix(desk: Desk): Control[] {
  const { t } = useWords();
  const { state, sheet } = desk;
  const name = clientOf(state)?.name ?? t('desk.client');
  const marks = state.notes.filter(({ kind }) => kind === 'mark').length;
  return [
    useGo(desk),
    {
      act: 'calmer',
      icon: 'leaf',
      key: 'C',
      word: t('six.calmer'),
      note: t(state.levels.warmth + state.levels.persuasion + state.levels.substance_cues > 0 ? 'six.calmer.note' : 'six.calmer.more'),
    },
    { act: 'harder', icon: 'trending-up', key: 'H', word: t('six.harder'), ...useHarder(desk) },
    { act: 'speak', icon: 'message-circle', key: 'S', word: t('six.speak'), note: t('six.speak.note'), open: sheet === 'speak' },
    {
      act: 'whisper',
      icon: 'ear',
      key: 'W',
      word: t('six.whisper'),
      note: t('six.whisper.note', { name }),
      open: sheet === 'whisper',
    },
    {
      act: 'marker',
      icon: 'flag',
      key: 'M',
      word: t('six.marker'),
      note: marks === 0 ? t('six.marker.0') : t('six.marker.note', { n: marks }),
    },
  ];
}

/** Start, pause, or go on. */
function useGo({ state }: Desk): Control {
  const { t } = useWords();
  const base = { act: 'go', key: 'P' } as const;
  if (state.phase === 'running') return { ...base, icon: 'pause', word: t('six.pause'), note: t('six.pause.note') };
  if (state.phase === 'ready') {
    const alone = clientOf(state) === null;
    return { ...base, icon: 'play', word: t('six.start'), note: t(alone ? 'six.start.wait' : 'six.start.note'), off: alone };
  }
  const note = t(state.phase === 'calm' ? 'six.continue.calm' : 'six.continue.note');
  return { ...base, icon: 'play', word: t('six.continue'), note, off: state.phase === 'ended' };
}

function useHarder({ state, script }: Desk): { note: string; off: boolean } {
  const { t } = useWords();
  const next = script === null ? null : nextStep(script.ladder, state);
  if (next === null) return { note: '', off: false };
  if (next.kind === 'top') return { note: t('six.harder.top'), off: true };
  if (next.kind === 'limit') {
    return { note: t('six.harder.limit', { name: clientOf(state)?.name ?? t('desk.Client') }), off: true };
  }
  const axis = t(`axis.${next.dial}`).toLowerCase();
  return { note: t('six.harder.next', { axis, level: t(`${next.dial}.${next.level}` as Key) }), off: false };
}
