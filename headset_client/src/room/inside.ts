import type { Session } from '../session';
import type { Axis, Intent, Outcome, Person } from '../wire/types.gen';
import type { Key } from '../words/catalogue';
import type { Said } from '../words/say';
import type { ShownCard } from './shown';
import { type Cause, Stopping } from './stopping';

/** What the room has told this person alone: a sentence of ours, or a refusal with what to do instead. */
export type Told = { key: Key } | { words: Said; instead: Said };

/** How long such a sentence stands, in ms. */
const STANDS = 9000;
/** A line that is gone for this long is a stop, in ms: one is not left standing among people who do not answer. */
const LOST_IS_STOP = 8000;
/** A second press this soon is the same press: hands shake. */
const SAME_PRESS = 600;

/** One person's part in the room: what they do, whichever way they do it, and what they are told about it. */
export class Inside {
  readonly stopping: Stopping;
  told: Told | null = null;
  /** Words that the room has not yet taken. */
  unsaid: string | null = null;
  /** They asked to go. */
  leaving = false;
  private readonly listeners = new Set<() => void>();
  private readonly letGo: () => void;
  private timer = 0;
  private lost = 0;
  private pressed = -Infinity;

  constructor(
    readonly session: Session,
    private readonly left: () => void,
  ) {
    this.stopping = new Stopping({
      send: (intent) => session.send(intent),
      live: () => session.link === 'live',
      clock: () => performance.timeOrigin + performance.now(),
      changed: () => this.changed(),
    });
    this.letGo = session.subscribe(() => this.follow());
    this.follow();
  }

  get you(): Person | null {
    return this.session.state?.people[this.session.you] ?? null;
  }

  get running(): boolean {
    return this.session.state?.phase === 'running';
  }

  /** Who stands in the lobby, as far as one may know. */
  get waiting(): Person[] {
    return Object.values(this.session.state?.people ?? {}).filter((person) => person.where === 'lobby');
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    clearTimeout(this.timer);
    clearTimeout(this.lost);
    this.letGo();
  }

  /** Says a card. Without a connection it is kept and said once that is back. */
  async choose({ meaning, words }: ShownCard): Promise<void> {
    const now = performance.now();
    if (now - this.pressed < SAME_PRESS) return;
    this.pressed = now;
    await this.say({ type: 'say', meaning }, words);
  }

  /** Says typed words, kept like a card's. Answers whether they were taken. */
  async write(text: string): Promise<boolean> {
    return this.say({ type: 'say', text }, text);
  }

  async calmer(): Promise<void> {
    const outcome = await this.session.send({ type: 'calmer' });
    if (outcome.ok) this.tell({ key: 'room.calmerDone' });
    else this.answer(outcome);
  }

  async help(): Promise<void> {
    this.answer(await this.session.send({ type: 'askhelp' }));
  }

  async lower(axis: Axis, level: number): Promise<void> {
    this.answer(await this.session.send({ type: 'setlevel', axis, level }));
  }

  async limit(axis: Axis, level: number): Promise<void> {
    this.answer(await this.session.send({ type: 'setceiling', axis, level }));
  }

  async ask(intent: Intent): Promise<void> {
    this.answer(await this.session.send(intent));
  }

  stop(cause: Cause): void {
    this.told = null;
    this.stopping.stop(cause);
  }

  /** Out of the room, whether or not anyone hears it. */
  leave(): void {
    if (this.leaving) return;
    this.leaving = true;
    this.left();
  }

  private async say(intent: Intent, words: string): Promise<boolean> {
    this.unsaid = words;
    this.changed();
    const outcome = await this.session.send(intent);
    this.unsaid = null;
    this.answer(outcome);
    return outcome.ok;
  }

  private follow(): void {
    const state = this.session.state;
    if (state !== null) this.stopping.follow(state.phase);
    this.watchLine();
    this.changed();
  }

  /** Opens the calm place for a client whose line stays away; a short cut is not noticed. */
  private watchLine(): void {
    const alone = this.session.link === 'lost' && this.running && this.you?.role === 'client' && !this.stopping.calm;
    if (!alone) {
      clearTimeout(this.lost);
      this.lost = 0;
    } else if (this.lost === 0) {
      this.lost = window.setTimeout(() => this.stop('lost'), LOST_IS_STOP);
    }
  }

  private answer(outcome: Outcome): void {
    if (outcome.refusal) this.tell({ words: outcome.refusal.words, instead: outcome.refusal.instead });
    else this.changed();
  }

  private tell(told: Told): void {
    this.told = told;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.told = null;
      this.changed();
    }, STANDS);
    this.changed();
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}
