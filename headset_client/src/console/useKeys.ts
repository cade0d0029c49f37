import { useLayoutEffect } from 'preact/hooks';
import type { Acts } from './acts';
import { castOf, type Desk } from './desk';

interface Props {
  acts: Acts;
  desk: Desk;
  singleKeys: boolean;
}

/** Two presses of Escape within this time stop the room. */
const TWICE_MS = 600;
let lastEscape = -Infinity;

/** One letter an act. Escape closes; Escape twice stops, also while typing. Letters rest while typing. */
export function useKeys({ acts, desk, singleKeys }: Props) {
  // In the layout phase, so that two quick presses are never judged by the screen before last.
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape') escape(event.timeStamp, acts, desk);
      else if (singleKeys) single(event, acts, desk);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  });
}

function escape(now: number, acts: Acts, desk: Desk): void {
  if (now - lastEscape < TWICE_MS) acts.stop();
  else if (desk.walking) desk.walk(false);
  else desk.open(null);
  lastEscape = now;
}

function single(event: KeyboardEvent, acts: Acts, desk: Desk): void {
  const on = event.target as HTMLElement;
  if (event.repeat || on.matches('input, textarea, select')) return;
  if (event.key === ' ' && on.matches('button, a, summary, [tabindex]')) return;
  const act = {
    ' ': acts.go,
    p: acts.go,
    c: acts.calmer,
    h: acts.harder,
    s: acts.speak,
    w: acts.whisper,
    m: acts.marker,
    '?': () => desk.open(desk.sheet === 'keys' ? null : 'keys'),
  }[event.key.toLowerCase()];
  const avatar = desk.sheet === null ? castOf(desk.state)[Number(event.key) - 1] : undefined;
  if (avatar) {
    desk.choose(avatar.id);
    desk.open('speak');
  } else if (act) {
    event.preventDefault();
    act();
  }
}
