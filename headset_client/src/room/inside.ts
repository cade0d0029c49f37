import { Answering } from '../recording/answering';
import { newId, type Session } from '../session';
import type { Axis, Intent, Outcome, Person, Refusal } from '../wire/types.gen';
import type { Key } from '../words/catalogue';
import type { Said } from '../words/say';
import { DistressQuestion } from './distress';
import { Kept, type Saying } from './kept';
import type { Wish } from './round';
import type { LineIs, ShownCard } from './shown';
import { type Cause, Stopping } from './stopping';

type Timer = ReturnType<typeof setTimeout> | undefined;

/** What the room has told this person alone: a sentence of ours, or a refusal with what to do instead. */
export type Told = { key: Key } | { words: Said; instead: Said };

/** How long such a sentence stands, in ms. */
const STANDS = 9000;
/** A line that is gone for this long is a stop, in ms: one is not left standing among people who do not answer. */
const LOST_IS_STOP = 8000;
/** A cut, or an answer that is late, shorter than this is not mentioned, in ms: putting a headset on is one. */
const MENTIONED = 1000;
/** A second press this soon is the same press: hands shake. */
const SAME_PRESS = 600;

/** One person's part in the room: what they do, whichever way they do it, and what they are told about it. */
export class Inside {
  readonly stopping: Stopping;
  readonly answering: Answering;
  told: Told | null = null;
  /** They asked to go. */
  leaving = false;
  private readonly question = new DistressQuestion();
  private readonly late = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private readonly letGo: () => void;
  private timer: Timer;
  private lost: Timer;
  private mention: Timer;
  private away = false;
  private slowed: Refusal | null = null;
  private pressed = -Infinity;

  constructor(
    readonly session: Session,
    private readonly left: () => void,
    private readonly kept = new Kept(sessionStorage),
  ) {
    this.stopping = new Stopping({
      send: (intent) => session.send(intent),
      live: () => session.link === 'live',
      clock: () => performance.timeOrigin + performance.now(),
      changed: () => this.changed(),
    });
    this.answering = new Answering({
      send: (intent) => this.ask(intent),
      live: () => session.link === 'live',
      changed: () => this.changed(),
    });
    this.letGo = session.subscribe(() => this.follow());
    this.follow();
    if (kept.takesBack) void this.consent(false);
    for (const saying of kept.sayings) void this.deliver(saying);
  }

  /** The line as one is to hear of it: a short cut is none. */
  get line(): LineIs {
    const { link, restarting } = this.session;
    if (link === 'live' || (link === 'lost' && !this.away)) return 'live';
    return restarting ? 'restarting' : 'lost';
  }

  /** Words that the room has not yet taken. */
  get sayings(): readonly Saying[] {
    return this.kept.sayings;
  }

  /** Those of them that one is to see are on their way: most are taken in a moment. */
  get onTheirWay(): readonly Saying[] {
    return this.sayings.filter(({ id }) => this.late.has(id));
  }

  /** What the person writes just now. */
  get draft(): string {
    return this.kept.draft;
  }

  set draft(text: string) {
    this.kept.draft = text;
    this.changed();
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
    clearTimeout(this.mention);
    this.letGo();
  }

  /** Says a card. Without a connection it is kept and said once that is back; the same card again is the same press. */
  async choose({ meaning, words }: ShownCard): Promise<void> {
    const now = performance.now();
    if (now - this.pressed < SAME_PRESS) return;
    this.pressed = now;
    if (this.sayings.some(({ intent }) => intent.meaning === meaning)) return;
    await this.say({ type: 'say', meaning }, words);
  }

  /** Says what was written, kept like a card's words. What the room does not take is there to be said again. */
  async write(): Promise<void> {
    const text = this.draft.trim();
    if (text === '' || this.sayings.length > 0) return;
    this.kept.draft = '';
    await this.say({ type: 'say', text }, text);
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

  /** Whether the client is asked how hard it is just now; nobody is while the answer would not be heard. */
  get howHard(): boolean {
    const { state, you } = this.session;
    return state !== null && this.line === 'live' && this.question.stands(state, you, this.session.now());
  }

  openQuestion(): void {
    this.question.open(this.session.now());
    this.changed();
  }

  putQuestionAway(): void {
    this.question.putAway(this.session.now());
    this.changed();
  }

  /** How hard it is, 0 to 10. */
  async rate(level: number): Promise<void> {
    this.putQuestionAway();
    const outcome = await this.session.send({ type: 'ratedistress', level });
    if (outcome.ok) this.tell({ key: 'hard.thanks' });
    else this.answer(outcome);
  }

  async wish(wish: Wish): Promise<void> {
    await this.ask({ type: 'makewish', wish });
  }

  async ask(intent: Intent): Promise<void> {
    this.answer(await this.session.send(intent));
  }

  /** Says yes or no to being recorded. A no is kept, also over a reload, until the room has heard it. */
  async consent(agree: boolean): Promise<void> {
    this.kept.takesBack = !agree;
    await this.answering.answer(agree);
    if (!this.leaving && !this.answering.takesBack) this.kept.takesBack = false;
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

  private say(intent: Saying['intent'], words: string): Promise<void> {
    const saying = { id: newId(), intent, words };
    this.kept.add(saying);
    this.changed();
    return this.deliver(saying);
  }

  private async deliver(saying: Saying): Promise<void> {
    const late = setTimeout(() => {
      this.late.add(saying.id);
      this.changed();
    }, MENTIONED);
    const outcome = await this.session.send(saying.intent, saying.id);
    clearTimeout(late);
    this.late.delete(saying.id);
    // One who has left has taken the words along.
    if (this.leaving) return;
    this.kept.done(saying);
    if (!outcome.ok && saying.intent.text && this.draft === '') this.kept.draft = saying.words;
    this.answer(outcome);
  }

  private follow(): void {
    const state = this.session.state;
    if (state !== null) this.stopping.follow(state.phase);
    this.watchLine();
    this.hearSlow();
    this.changed();
  }

  private hearSlow(): void {
    const { slowed } = this.session;
    if (slowed === this.slowed) return;
    this.slowed = slowed;
    if (slowed !== null) this.tell({ words: slowed.words, instead: slowed.instead });
  }

  /** Opens the calm place for a client whose line stays away; a short cut is not noticed. */
  private watchLine(): void {
    if (this.session.link !== 'lost') {
      clearTimeout(this.mention);
      this.mention = undefined;
      this.away = false;
    } else if (this.mention === undefined) {
      this.mention = setTimeout(() => {
        this.away = true;
        this.changed();
      }, MENTIONED);
    }
    const alone = this.session.link === 'lost' && this.running && this.you?.role === 'client' && !this.stopping.calm;
    if (!alone) {
      clearTimeout(this.lost);
      this.lost = undefined;
    } else if (this.lost === undefined) {
      this.lost = setTimeout(() => this.stop('lost'), LOST_IS_STOP);
    }
  }

  private answer(outcome: Outcome): void {
    if (outcome.refusal) this.tell({ words: outcome.refusal.words, instead: outcome.refusal.instead });
    else this.changed();
  }

  private tell(told: Told): void {
    this.told = told;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.told = null;
      this.changed();
    }, STANDS);
    this.changed();
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}
