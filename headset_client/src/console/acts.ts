/** The six controls and Stop as acts, the same for a press and for a key. */
import { useWords } from '../words/use';
import { clock, type Desk, type SheetName, sinceStart } from './desk';

export interface Acts {
  /** Start, pause or go on: whichever fits now. */
  go: () => void;
  calmer: () => void;
  harder: () => void;
  speak: () => void;
  whisper: () => void;
  marker: () => void;
  stop: () => void;
}

export function useActs({ session, state, ask, sheet, open }: Desk): Acts {
  const { t } = useWords();
  const toggle = (name: SheetName) => open(sheet === name ? null : name);
  const running = state.phase === 'running';
  return {
    go: () => void (running ? ask({ type: 'pause' }) : ask({ type: 'continue' }, t('did.continue'))),
    calmer: () => void ask({ type: 'calmer' }, t('did.calmer')),
    harder: () => void ask({ type: 'harder' }, t('did.harder')),
    speak: () => toggle('speak'),
    whisper: () => toggle('whisper'),
    marker: () => void ask({ type: 'mark' }, t('did.marker', { at: clock(sinceStart(state, session.now())) })),
    stop: () => {
      void ask({ type: 'stop' });
      open(null);
    },
  };
}
