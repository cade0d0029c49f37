/** Intents on their way: each is kept until the server has answered it, and sent again while it has not. */
import type { Ask, Intent, Outcome, Refusal } from '../wire/types.gen';

interface Waiting {
  readonly ask: Ask;
  readonly answered: (outcome: Outcome) => void;
}

/** More than this are not kept while the line is away, but for what `mustWait`. */
export const MOST_WAITING = 24;

export class Asks {
  readonly #waiting = new Map<string, Waiting>();

  get full(): boolean {
    return this.#waiting.size >= MOST_WAITING;
  }

  get empty(): boolean {
    return this.#waiting.size === 0;
  }

  /** Keeps an ask; `answered` is called once. The same id again is the same ask. */
  add(ask: Ask, answered: (outcome: Outcome) => void): void {
    this.#waiting.set(ask.id, { ask, answered });
  }

  answer(id: string, outcome: Outcome): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    waiting?.answered(outcome);
  }

  /**
   * What is to be sent after a cut, in the order asked, but a stop before all else, and before the rest whether one is
   * recorded. The server drops what it has done.
   */
  unanswered(): Ask[] {
    const asks = [...this.#waiting.values()].map(({ ask }) => ask);
    return asks.sort((one, other) => turnOf(one) - turnOf(other));
  }

  /** Nothing will be answered any more. */
  refuse(refusal: Refusal): void {
    for (const id of [...this.#waiting.keys()]) this.answer(id, { ok: false, seq: 0, refusal });
  }
}

function turnOf({ intent }: Ask): number {
  return intent.type === 'stop' ? 0 : intent.type === 'consent' ? 1 : 2;
}

/** Whether it is kept however much waits: a stop, and a no to being recorded. */
export function mustWait(intent: Intent): boolean {
  return intent.type === 'stop' || (intent.type === 'consent' && !intent.agree);
}

/** 32 hexadecimal digits. (`crypto.randomUUID` is missing on pages without TLS.) */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
