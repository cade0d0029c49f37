/** How a recording stands for one person: what is asked of them, what they have answered, and what they are told of it. */
import type { Intent, RoomState } from '../wire/types.gen';
import type { Key } from '../words/catalogue';

export interface Consent {
  /** Staff want to record, so one may say yes or no. */
  asked: boolean;
  /** The recording runs; nobody is in it who has not said yes. */
  on: boolean;
  /** It runs, and nothing can be kept just now. */
  stalled: boolean;
  /** One's own answer; null while it is not given. */
  answer: boolean | null;
  /** An answer that the room has not taken yet, if one is to hear of that. */
  unsent: boolean | null;
  /** Clients get a link of their own at the end, by which they delete their part. */
  client: boolean;
}

type Told = Pick<RoomState, 'recording' | 'people'>;

/** `unsent`: an answer of one's own that is still on its way. */
export function consentOf({ recording, people }: Told, you: string, unsent: boolean | null = null): Consent {
  const { asked_by: by, on, answers, trouble } = recording;
  const client = people[you]?.role === 'client';
  return { asked: by !== '', on, stalled: on && trouble !== '', answer: answers[you] ?? null, unsent, client };
}

/** Whether the question is open: asked, and not answered. */
export function isQuestioned({ asked, answer, unsent }: Consent): boolean {
  return asked && answer === null && unsent === null;
}

/** Whether one is in the recording that runs. */
export function isRecorded({ on, answer }: Consent): boolean {
  return on && answer === true;
}

/** Lit while it records; `stalled` while it is on and nothing can be kept; `off` before it begins. */
export type Lamp = 'on' | 'stalled' | 'off';

/** What stands beside the lamp: whether it records, how that is for oneself, and the press that changes it. */
export interface MarkSays {
  lamp: Lamp;
  title: Key;
  you: Key;
  /** What becomes of an answer that is not through. */
  how: Key | null;
  /** The word on the press and the answer it gives; null while the question itself stands there. */
  press: { word: Key; agree: boolean } | null;
}

/** The mark, or null when nothing is recorded and nothing is asked. */
export function markOf(consent: Consent): MarkSays | null {
  const { asked, on, stalled, answer, unsent } = consent;
  if (!asked || (!on && answer === null && unsent === null)) return null;
  const lamp = stalled ? 'stalled' : on ? 'on' : 'off';
  const waits = unsent !== null;
  const press = waits ? null : pressOf(answer);
  return { lamp, title: TITLES[lamp], you: waits ? 'rec.unsent' : youOf(consent), how: waits ? 'rec.unsent.how' : null, press };
}

const TITLES = { on: 'rec.on', stalled: 'rec.stalled', off: 'rec.off' } as const satisfies Record<Lamp, Key>;

function youOf({ on, stalled, answer }: Consent): Key {
  if (!on) return answer === true ? 'rec.saidYes' : 'rec.saidNo';
  if (answer !== true) return 'rec.notIn';
  return stalled ? 'rec.notNow.you' : 'rec.in';
}

function pressOf(answer: boolean | null): MarkSays['press'] {
  if (answer === null) return null;
  return { word: answer ? 'rec.takeOut' : 'rec.takeIn', agree: !answer };
}

/** One's own yes or no, as it is told to the room. */
export function consenting(agree: boolean): Intent {
  return { type: 'consent', agree };
}
