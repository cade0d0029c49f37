/**
 * The door to a room: what has happened comes in, what is asked for goes out, and a cut is mended unseen.
 *
 * After a cut the server is told the log (`epoch`) and the last fact one has, and sends what came after it, or a
 * snapshot when the log is another.
 */
import { PROTOCOL } from '../wire/types.gen';
import type { Facts, Hello, Intent, Outcome, Refusal, RoomState, Snapshot } from '../wire/types.gen';
import { Asks } from './asks';
import { fold } from './fold';
import { isRefusal, SHUT } from './refusal';
import type { Closing, Heard, Line } from './socket';

/** How the connection stands: `lost` comes back by itself, `refused` and `closed` do not. */
export type Link = 'connecting' | 'live' | 'lost' | 'refused' | 'closed';

/** Who knocks: a seat by its secret, or a console (its cookie proves it) by the session it wants to see. */
export type Who = { readonly seat: string } | { readonly session: string };

/** What the door tells its owner. */
export interface Doorkeeper {
  /** The state or the link is another; at most once a message. */
  changed(): void;
  /** The connection stands, for the first time or again. */
  connected(): void;
  /** A message that left the server at room time `now` has come; `anew` when it begins another log. */
  time(now: number, anew: boolean): void;
}

export const SEEN_EVERY_MS = 250;

export class Door {
  state: RoomState | null = null;
  you = '';
  link: Link = 'connecting';
  refusal: Refusal | null = null;

  readonly #who: Who;
  readonly #keeper: Doorkeeper;
  readonly #asks = new Asks();
  readonly #line: Line;
  #epoch: string | null = null;
  #connected = false;
  #told = 0;
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor(who: Who, dial: (hello: () => Hello, heard: Heard) => Line, keeper: Doorkeeper) {
    this.#who = who;
    this.#keeper = keeper;
    this.#line = dial(() => this.#hello(), {
      connected: () => this.#onConnected(),
      snapshot: (snapshot) => this.#onSnapshot(snapshot),
      facts: (facts) => this.#onFacts(facts),
      closing: (closing) => this.#onClosing(closing),
      refused: (why) => this.#shut('refused', isRefusal(why) ? why : SHUT),
      cut: () => this.#onCut(),
    });
  }

  /** Sends `intent` now, or when the connection is back. Never rejects: a shut door answers with its refusal. */
  send(intent: Intent): Promise<Outcome> {
    if (this.#isShut()) return Promise.resolve({ ok: false, seq: 0, refusal: this.refusal ?? SHUT });
    return new Promise((answered) => {
      const ask = this.#asks.add(intent, answered);
      if (this.#connected) this.#line.ask(ask, (outcome) => this.#asks.answer(ask.id, outcome));
    });
  }

  /** Asks for a ticket to the stream. `given` is never called when the connection is cut first. */
  ticket(given: (ticket: string | null) => void): void {
    if (this.#connected) this.#line.ticket((answer) => given(typeof answer?.ticket === 'string' ? answer.ticket : null));
    else given(null);
  }

  close(): void {
    if (!this.#isShut()) this.#shut('closed', SHUT);
  }

  #isShut(): boolean {
    return this.link === 'refused' || this.link === 'closed';
  }

  #hello(): Hello {
    const seat = 'seat' in this.#who ? this.#who.seat : null;
    const session = 'session' in this.#who ? this.#who.session : null;
    return { protocol: PROTOCOL, seat, session, epoch: this.#epoch, after: this.state?.seq ?? 0 };
  }

  #onConnected(): void {
    this.#connected = true;
    for (const ask of this.#asks.unanswered()) this.#line.ask(ask, (outcome) => this.#asks.answer(ask.id, outcome));
    this.#keeper.connected();
    if (this.state) this.#become('live');
  }

  #onSnapshot({ epoch, now, you, state }: Snapshot): void {
    if (this.#isShut()) return;
    const anew = epoch !== this.#epoch;
    this.#epoch = epoch;
    this.you = you;
    this.state = state;
    this.#keeper.time(now, anew);
    this.#tellSeen();
    this.#become('live');
  }

  #onFacts({ epoch, now, facts }: Facts): void {
    if (!this.state || epoch !== this.#epoch) return;
    this.#keeper.time(now, false);
    const before = this.state;
    for (const stamped of facts) if (stamped.seq > this.state.seq) this.state = fold(this.state, stamped);
    if (this.state === before) return;
    this.#tellSeen();
    this.#keeper.changed();
  }

  #onClosing({ code, words }: Closing): void {
    if (code !== undefined) this.#shut('closed', { code, words: words ?? SHUT.words, instead: {} });
  }

  #onCut(): void {
    this.#connected = false;
    clearTimeout(this.#telling);
    this.#telling = undefined;
    if (this.link === 'live') this.#become('lost');
  }

  #become(link: Link): void {
    this.link = link;
    this.#keeper.changed();
  }

  #shut(link: 'refused' | 'closed', refusal: Refusal): void {
    if (this.#isShut()) return;
    this.#connected = false;
    clearTimeout(this.#telling);
    this.refusal = refusal;
    this.#line.close();
    this.#become(link);
    this.#asks.refuse(refusal);
  }

  /** Tells the server how far one has come: at once, and then at most every 250 ms. */
  #tellSeen(): void {
    if (this.#telling !== undefined || !this.state || this.state.seq === this.#told) return;
    this.#told = this.state.seq;
    this.#line.seen({ seq: this.#told });
    this.#telling = setTimeout(() => {
      this.#telling = undefined;
      this.#tellSeen();
    }, SEEN_EVERY_MS);
  }
}
