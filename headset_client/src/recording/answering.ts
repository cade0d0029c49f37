/** One's yes or no on its way to the room. */
import { useMemo, useState } from 'preact/hooks';
import type { Session } from '../session';
import type { Intent } from '../wire/types.gen';
import { consenting } from './consent';

/** What an answer is told through. */
export interface Way {
  /** Resolves when the room has answered; it tries for as long as that takes. */
  send(intent: Intent): Promise<unknown>;
  /** Whether the line stands, as far as one knows. */
  live(): boolean;
  /** What is to be shown is another. */
  changed(): void;
}

/** An answer that is through sooner than this is not said to be on its way, in ms. */
const MENTIONED = 500;

export class Answering {
  /** The answer that the room has not taken yet, as soon as one is to hear of that. */
  late: boolean | null = null;
  private pending: boolean | null = null;

  constructor(private readonly way: Way) {}

  /** Whether the room may still think that one agrees, though one does not any more. */
  get takesBack(): boolean {
    return this.pending === false;
  }

  /** Sends a yes or a no; the same again while it is on its way is the same press. Ends when the room has taken it. */
  async answer(agree: boolean): Promise<void> {
    if (this.pending === agree) return;
    this.pending = agree;
    const mention = () => {
      if (this.pending === agree) this.show(agree);
    };
    if (this.late !== null || !this.way.live()) mention();
    const timer = setTimeout(mention, MENTIONED);
    await this.way.send(consenting(agree));
    clearTimeout(timer);
    if (this.pending !== agree) return;
    this.pending = null;
    this.show(null);
  }

  private show(late: boolean | null): void {
    this.late = late;
    this.way.changed();
  }
}

/** For a page that shows the mark: how it answers, which draws it again. `send` tells what came of it, if anything does. */
export function useAnswering(session: Session, send: Way['send']): Answering {
  const [, draw] = useState({});
  return useMemo(() => new Answering({ send, live: () => session.link === 'live', changed: () => draw({}) }), [session]);
}
