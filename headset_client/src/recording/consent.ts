/** How a recording stands for one person: what is asked of them, what they have answered, and what they are told of it. */
import type { Intent, RoomState } from '../wire/types.gen';
import type { Key } from '../words/catalogue';

export interface Consent {
  /** Staff want to record, so one may say yes or no. */
  asked: boolean;
  /** The recording runs; nobody is in it who has not said yes. */
  on: boolean;
  /** One's own answer; null while it is not given. */
  answer: boolean | null;
  /** Clients get a link of their own at the end, by which they delete their part. */
  client: boolean;
}

export function consentOf({ recording, people }: Pick<RoomState, 'recording' | 'people'>, you: string): Consent {
  const { asked_by: by, on, answers } = recording;
  return { asked: by !== '', on, answer: answers[you] ?? null, client: people[you]?.role === 'client' };
}

/** Whether the question is open: asked, and not answered. */
export function isQuestioned({ asked, answer }: Consent): boolean {
  return asked && answer === null;
}

/** Whether one is being recorded at this moment. */
export function isRecorded({ on, answer }: Consent): boolean {
  return on && answer === true;
}

/** What stands beside the lamp: whether it records, how that is for oneself, and the press that changes it. */
export interface MarkSays {
  lit: boolean;
  title: Key;
  you: Key;
  /** The word on the press and the answer it gives; null while the question itself stands there. */
  press: { word: Key; agree: boolean } | null;
}

/** The mark, or null when nothing is recorded and nothing is asked. */
export function markOf(consent: Consent): MarkSays | null {
  const { asked, on, answer } = consent;
  if (!asked || (!on && answer === null)) return null;
  return { lit: on, title: on ? 'rec.on' : 'rec.off', you: youOf(consent), press: pressOf(answer) };
}

function youOf({ on, answer }: Consent): Key {
  if (on) return answer === true ? 'rec.in' : 'rec.notIn';
  return answer === true ? 'rec.saidYes' : 'rec.saidNo';
}

function pressOf(answer: boolean | null): MarkSays['press'] {
  if (answer === null) return null;
  return { word: answer ? 'rec.takeOut' : 'rec.takeIn', agree: !answer };
}

/** One's own yes or no, as it is told to the room. */
export function consenting(agree: boolean): Intent {
  return { type: 'consent', agree };
}
