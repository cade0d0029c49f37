/** Staff's view of a recording: who has answered what, and how it stands. */
import type { Person, Recording, RoomState } from '../wire/types.gen';
import type { Key } from '../words/catalogue';

export type Answer = 'yes' | 'no' | 'none';

export function answerOf({ answers }: Recording, person: string): Answer {
  const agree = answers[person];
  return agree === undefined ? 'none' : agree ? 'yes' : 'no';
}

/** Everyone who is asked: those in the room, and those who wait outside; in the order in which they came. */
export function askedIn({ people }: RoomState): Person[] {
  return Object.values(people).filter(({ where }) => where !== 'gone');
}

/** How it stands for staff: `gap` while nothing can be kept though it is on, `no` when someone inside has said no. */
export type Stage = 'off' | 'waiting' | 'no' | 'on' | 'gap';

export function stageOf({ recording, people }: RoomState): Stage {
  if (recording.asked_by === '') return 'off';
  if (recording.on) return recording.trouble === '' ? 'on' : 'gap';
  const inside = Object.values(people).filter(({ where }) => where === 'room');
  return inside.some(({ id }) => answerOf(recording, id) === 'no') ? 'no' : 'waiting';
}

/** What the control in the top bar says of each. */
export const STAGE_WORDS: Readonly<Record<Stage, Key>> = {
  off: 'rec.record',
  waiting: 'rec.waiting',
  no: 'rec.no',
  on: 'rec.on',
  gap: 'rec.gap',
};

/** Who may ask for a recording, and stop it, at a console. */
export function mayAsk(role: string | undefined): boolean {
  return role === 'therapist' || role === 'peer';
}
