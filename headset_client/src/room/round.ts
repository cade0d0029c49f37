/** What a round shows the client beside the talk: the time, the second task, and what comes next. Times in ms. */
import type { Language, RoomState, Suggestion, Wished } from '../wire/types.gen';
import type { Key } from '../words/catalogue';
import { textIn, wordsIn } from '../words/say';

export type Wish = Wished['wish'];
export const WISHES: readonly { wish: Wish; icon: string }[] = [
  { wish: 'again', icon: 'repeat' },
  { wish: 'harder', icon: 'right' },
  { wish: 'easier', icon: 'left' },
  { wish: 'enough', icon: 'home' },
];

export interface RoundShown {
  /** What is left of the time, and of how much; null while none is counted. */
  left: { ms: number; of: number } | null;
  task: { words: string; done: boolean } | null;
  /** "What would you like next?": what was chosen, and the suggestion in words. */
  wish: { chosen: Wish | null; suggestion: string } | null;
}

const SECOND_TASK = 3;
const CLOSING = 'closing';
/** A goodbye may take so long before one is asked about the next round. */
const GOODBYE = 12_000;

/** `scene` is the scene's time now. */
export function roundAt(state: RoomState, you: string, tongue: Language, scene: number): RoundShown {
  return { left: leftAt(state, scene), task: taskOf(state, tongue), wish: wishAt(state, you, tongue, scene) };
}

export function leftAt({ countdown, scene }: RoomState, now: number): RoundShown['left'] {
  return countdown === null ? null : { ms: Math.max(0, countdown - now), of: (scene?.limit_s ?? 0) * 1000 };
}

export function taskOf({ scene, levels, goals, phase, beat }: RoomState, tongue: Language): RoundShown['task'] {
  const task = scene?.second_task;
  if (!task || levels.load < SECOND_TASK || phase === 'ready' || phase === 'ended' || beat === CLOSING) return null;
  return { words: wordsIn(tongue, task), done: goals.includes(scene.second_goal ?? '') };
}

function wishAt(state: RoomState, you: string, tongue: Language, scene: number): RoundShown['wish'] {
  const { suggestion, suggested_to: to, people, distress } = state;
  if (suggestion === null || to !== you || people[you]?.role !== 'client' || !isOver(state, you, scene)) return null;
  return { chosen: distress[you]?.wish ?? null, suggestion: suggestionIn(tongue, suggestion, textIn(tongue, 'next.free')) };
}

/** A round is over when goodbye has been said or had its time, or when it was paused because it got hard. */
function isOver({ phase, phase_why: why, beat, beat_t: since, beat_seq: from, lines }: RoomState, you: string, scene: number): boolean {
  if (phase === 'paused' && why === 'distress') return true;
  if ((phase !== 'running' && phase !== 'paused') || beat !== CLOSING) return false;
  return scene - since >= GOODBYE || lines.some(({ seq, who, answered }) => seq > from && who === you && answered);
}

/** The suggestion: what it is, why, and `free`, that nobody has to. */
export function suggestionIn(tongue: Language, { next, axis, level, why }: Suggestion, free: string): string {
  const fill = axis === null ? {} : { axis: dialIn(tongue, axis), level: textIn(tongue, `${axis}.${level ?? 0}` as Key) };
  const what = textIn(tongue, axis === null ? 'next.again' : `next.${next}`, fill);
  return `${what} ${wordsIn(tongue, why)} ${free}`;
}

function dialIn(tongue: Language, axis: NonNullable<Suggestion['axis']>): string {
  const words = textIn(tongue, axis === 'help' ? 'next.help' : `limit.${axis}`);
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** A time that is left, as 2:05; what has begun of a second counts. */
export function minutesIn(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
