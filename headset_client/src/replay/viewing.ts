/** Watching a recording together: the recorded room at the position that all share, and who else watches. */
import { type BodyPose, type Scene, Session } from '../session';
import { sceneTime } from '../session/fold';
import { LATER } from '../session/refusal';
import { BROWSER, type Outside } from '../session/session';
import type { Line } from '../session/socket';
import type { ComeIn, Outcome, Playing, SetSpeed, Talked, Watch, Watcher, Watching, WatchNote } from '../wire/types.gen';
import { type Player, STANDS } from './player';
import { changed, positionAt, type Stretch, within } from './reel';
import { Scrub } from './scrub';

/** What is not answered by then was not done, as far as one can tell. */
export const ANSWER_WITHIN_MS = 6000;
/** The room is fetched from a disk first. */
const COME_IN_WITHIN_MS = 20_000;
/** What would be there twice. */
const ONCE: readonly Watch['type'][] = ['addnote', 'talk'];
/** So many lines of talk are kept. */
const MOST_TALK = 100;

export class Viewing implements Player {
  readonly session: Session;
  readonly scene: Scene;
  watching: Watching | null = null;
  talked: readonly Talked[] = [];
  jumps = 0;
  readonly #listening = new Set<() => void>();
  readonly #scrub: Scrub;
  #line: Line | null = null;
  #known: Watching | null = null;

  /** Connects at once. `outside` is the browser; tests give their own. */
  constructor(seat: string, outside: Outside = BROWSER) {
    this.session = new Session(
      { seat, watches: true },
      {
        ...outside,
        dial: (hello, heard) => {
          const line = outside.dial(hello, {
            ...heard,
            watching: (watching) => this.#onWatching(watching),
            talk: (talked) => this.#onTalk(talked),
          });
          this.#line = line;
          return line;
        },
      },
    );
    this.scene = this.#sceneOf(this.session);
    this.#scrub = new Scrub(
      (at) => this.ask({ type: 'seek', at }),
      (at) => this.#arrive(at),
    );
    this.session.subscribe(() => this.#tell());
  }

  get stretch(): Stretch {
    return this.watching ?? { first: 0, last: 0 };
  }

  get playing(): Playing {
    return this.watching?.own ?? this.watching?.shared ?? STANDS;
  }

  /** Oneself among the watchers; null before one has come in. */
  get you(): Watcher | null {
    return this.watching?.watchers.find(({ id }) => id === this.session.you) ?? null;
  }

  /** Those who watch besides oneself and are here. */
  get others(): readonly Watcher[] {
    return this.watching?.watchers.filter(({ id, here }) => id !== this.session.you && here) ?? [];
  }

  get notes(): readonly WatchNote[] {
    return this.watching?.notes ?? [];
  }

  position(): number {
    return this.#scrub.wish ?? positionAt(this.playing, this.session.now(), this.stretch);
  }

  play(running: boolean): void {
    this.#foresee({ running });
    void this.ask({ type: 'play', running });
  }

  setSpeed(speed: number): void {
    this.#foresee({ speed });
    void this.ask({ type: 'setspeed', speed: `${speed}` as SetSpeed['speed'] });
  }

  seek(at: number): void {
    this.#scrub.to(Math.round(within(this.stretch, at)));
    this.jumps += 1;
    this.#tell();
  }

  comeIn(as: Omit<ComeIn, 'type'>): Promise<Outcome> {
    return this.ask({ type: 'comein', ...as }, COME_IN_WITHIN_MS);
  }

  /**
   * Asks, once the line stands; never rejects. What is not answered `within` so many ms counts as not done. What can be
   * asked twice is asked again on a new line.
   */
  ask(watch: Watch, within = ANSWER_WITHIN_MS): Promise<Outcome> {
    return new Promise((answered) => {
      let asked = false;
      const done = (outcome: Outcome) => {
        clearTimeout(late);
        forget();
        answered(outcome);
      };
      const put = () => {
        const stands = this.session.link === 'live';
        if (!stands && !ONCE.includes(watch.type)) asked = false;
        if (!stands || asked) return;
        asked = true;
        this.#line?.watch(watch, done);
      };
      const late = setTimeout(() => done({ ok: false, seq: 0, refusal: LATER }), within);
      const forget = this.session.subscribe(put);
      put();
    });
  }

  sendPose(pose: BodyPose): void {
    if (typeof this.you?.body === 'number') this.session.sendPose(pose);
  }

  /** Where the body of a watcher is, smoothed; null before its first pose. */
  poseOf({ body }: Watcher): BodyPose | null {
    return body === null ? null : this.session.poseAt(body, this.session.now());
  }

  subscribe(heard: () => void): () => void {
    this.#listening.add(heard);
    return () => void this.#listening.delete(heard);
  }

  close(): void {
    this.session.close();
  }

  #sceneOf(session: Session): Scene {
    const position = () => this.position();
    return {
      get state() {
        return session.state;
      },
      now: () => session.now(),
      sceneTime: () => (session.state ? sceneTime(session.state, position()) : 0),
      poseAt: (body, now) => session.poseAt(body, now),
    };
  }

  /** The answer to a seek may come before what it has changed: until that is here the reel is taken to be there. */
  #arrive(at: number): void {
    if (this.playing.at === at) this.#tell();
    else this.#foresee({}, at);
  }

  /** Shows at once what has been asked for; the server's word corrects it. */
  #foresee(change: Partial<Pick<Playing, 'running' | 'speed'>>, at = this.position()): void {
    if (this.watching === null) return;
    const reel = changed(this.playing, at, this.session.now(), change);
    this.#take(this.watching.own ? { ...this.watching, own: reel } : { ...this.watching, shared: reel });
  }

  #onWatching(watching: Watching): void {
    const before = this.#known && (this.#known.own ?? this.#known.shared);
    const reel = watching.own ?? watching.shared;
    // A reel that goes on from where it was has not jumped; one that stands elsewhere has.
    if (before && Math.abs(positionAt(before, reel.since, watching) - reel.at) > JUMPED_MS) this.jumps += 1;
    this.#known = watching;
    this.#take(watching);
  }

  #take(watching: Watching): void {
    this.watching = watching;
    this.session.pace = this.playing.speed;
    const shown = watching.watchers.map((one) => [one.id, { ...one, where: 'room' as const }]);
    this.session.alsoShow(Object.fromEntries(shown) as Record<string, Watcher & { where: 'room' }>);
    this.#tell();
  }

  #onTalk(talked: Talked): void {
    this.talked = [...this.talked, talked].slice(-MOST_TALK);
    this.#tell();
  }

  #tell(): void {
    for (const heard of this.#listening) heard();
  }
}

/** Clocks differ by this much at most, in ms: less is not a jump. */
const JUMPED_MS = 400;
