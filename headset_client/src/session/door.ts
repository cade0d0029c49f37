/**
 * The door to a room: what has happened comes in, what is asked for goes out, and a cut is mended unseen.
 *
 * After a cut the server is told the log (`epoch`) and the last fact one has, and sends what came after it, or a
 * snapshot when the log is another.
 */
import { PROTOCOL } from '../wire/types.gen';
import type { Ask, Facts, Hello, Intent, Outcome, Refusal, RoomState, Snapshot } from '../wire/types.gen';
import { Asks, mustWait, newId } from './asks';
import { fold } from './fold';
import { isRefusal, LATER, SHUT } from './refusal';
import type { Closing, Heard, Line } from './socket';

/** How the connection stands: `lost` comes back by itself, `refused` and `closed` do not. */
export type Link = 'connecting' | 'live' | 'lost' | 'refused' | 'closed';

/**
 * Who knocks: a seat by its secret, or a console (its cookie proves it) by the session it wants to see. One who `watches`
 * a recording is in no room, and has a body all the same.
 */
export type Who = { readonly seat: string; readonly watches?: boolean } | { readonly session: string };

/** What the door tells its owner. */
export interface Doorkeeper {
  /** The state or the link is another; at most once a message. */
  changed(): void;
  /** The connection stands, for the first time or again. */
  connected(): void;
  /** A message that left the server at room time `now` has come; `anew` when it begins another log. */
  time(now: number, anew: boolean): void;
  /** Whether nobody looks at the page, so that its timers may be late. */
  hidden(): boolean;
}

export const SEEN_EVERY_MS = 1000;
/** What is not answered on a line that stands is sent again after this long; the server does it once. */
export const AGAIN_AFTER_MS = 4000;

export class Door {
  state: RoomState | null = null;
  you = '';
  link: Link = 'connecting';
  refusal: Refusal | null = null;
  /** The server has said that it goes away for a moment. */
  restarting = false;
  /** The last time that one was told to go slower; another object each time. */
  slowed: Refusal | null = null;

  readonly #who: Who;
  readonly #keeper: Doorkeeper;
  readonly #asks = new Asks();
  readonly #line: Line;
  #epoch: string | null = null;
  #connected = false;
  #told = 0;
  #telling: ReturnType<typeof setTimeout> | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(who: Who, dial: (hello: () => Hello, heard: Heard) => Line, keeper: Doorkeeper) {
    this.#who = who;
    this.#keeper = keeper;
    this.#line = dial(() => this.#hello(), {
      connected: () => this.#onConnected(),
      snapshot: (snapshot) => this.#onSnapshot(snapshot),
      facts: (facts) => this.#onFacts(facts),
      closing: (closing) => this.#onClosing(closing),
      slow: (why) => this.#onSlow(why),
      refused: (why) => this.#shut('refused', isRefusal(why) ? why : SHUT),
      cut: () => this.#onCut(),
    });
  }

  /**
   * Sends `intent` now, or when the connection is back. Never rejects: a shut door answers with its refusal. An ask of
   * before, of a page that was loaded again, is named by its `id`.
   */
  send(intent: Intent, id = newId()): Promise<Outcome> {
    if (this.#isShut()) return Promise.resolve({ ok: false, seq: 0, refusal: this.refusal ?? SHUT });
    if (this.#asks.full && !mustWait(intent)) return Promise.resolve({ ok: false, seq: 0, refusal: LATER });
    return new Promise((answered) => {
      const ask = { id, intent };
      this.#asks.add(ask, answered);
      if (this.#connected) this.#put([ask]);
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
    this.restarting = false;
    // Each connection is told by itself how far one has come.
    this.#told = 0;
    this.#put(this.#asks.unanswered());
    this.#keeper.connected();
    if (this.state) this.#become('live');
  }

  #onSnapshot({ epoch, now, you, state }: Snapshot): void {
    if (this.#isShut()) return;
    const anew = epoch !== this.#epoch;
    if (!anew && this.state && state.seq < this.state.seq) return;
    this.#epoch = epoch;
    this.you = you;
    this.state = state;
    // Of another log, or of another moment of a recording, one says again how far one has come: it may be as far as before.
    if (anew) this.#told = 0;
    this.#keeper.time(now, anew);
    this.#tellSeen();
    this.#become('live');
  }

  #onFacts({ epoch, now, facts }: Facts): void {
    if (!this.state || epoch !== this.#epoch) return;
    this.#keeper.time(now, false);
    const before = this.state;
    for (const stamped of facts) if (stamped.seq > this.state.seq) this.state = fold(this.state, stamped);
    this.#tellSeen();
    if (this.state !== before) this.#keeper.changed();
  }

  #onClosing({ code, words }: Closing): void {
    this.#tellSeen(true);
    if (code !== undefined) this.#shut('closed', { code, words: words ?? SHUT.words, instead: {} });
    else this.restarting = true;
  }

  #onSlow(why: unknown): void {
    if (!isRefusal(why)) return;
    this.slowed = why;
    this.#keeper.changed();
  }

  #onCut(): void {
    this.#hangUp();
    if (this.link === 'live') this.#become('lost');
  }

  #hangUp(): void {
    this.#connected = false;
    clearTimeout(this.#telling);
    clearTimeout(this.#again);
    this.#telling = this.#again = undefined;
  }

  #become(link: Link): void {
    this.link = link;
    this.#keeper.changed();
  }

  #shut(link: 'refused' | 'closed', refusal: Refusal): void {
    if (this.#isShut()) return;
    this.#hangUp();
    this.refusal = refusal;
    this.#line.close();
    this.#become(link);
    this.#asks.refuse(refusal);
  }

  #put(asks: readonly Ask[]): void {
    for (const ask of asks) this.#line.ask(ask, (outcome) => this.#asks.answer(ask.id, outcome));
    if (this.#again !== undefined || this.#asks.empty) return;
    this.#again = setTimeout(() => {
      this.#again = undefined;
      this.#put(this.#asks.unanswered());
    }, AGAIN_AFTER_MS);
  }

  /**
   * Tells the server how far one has come: at once, and then at most once a second; a hidden page cannot trust its
   * timers, and a server that says goodbye waits for it (`now`).
   */
  #tellSeen(now = this.#keeper.hidden()): void {
    if (!this.state || this.state.seq === this.#told) return;
    if (this.#telling !== undefined && !now) return;
    this.#told = this.state.seq;
    this.#line.seen({ seq: this.#told });
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      this.#tellSeen();
    }, SEEN_EVERY_MS);
  }
}
