/** A person's visit to a room: the state as it is now, where everyone's body is, and a way to ask for things. */
import type { BodyPose } from '../wire/pose';
import type { Hello, Intent, Outcome, Refusal, RoomState } from '../wire/types.gen';
import { RoomClock } from './clock';
import { Door, type Link, type Who } from './door';
import { Feed, startWorker, type StreamWorker } from './feed';
import { sceneTime } from './fold';
import { type Owner, Poses } from './poses';
import { dial, type Heard, type Line } from './socket';

/** What a session takes from the browser; tests give their own. */
export interface Outside {
  dial(hello: () => Hello, heard: Heard): Line;
  startWorker(): StreamWorker;
  /** A steady clock in ms. */
  clock(): number;
  streamUrl(): string;
  /** Whether nobody looks at the page. */
  hidden(): boolean;
}

export const BROWSER: Outside = {
  dial,
  startWorker,
  clock: () => performance.now(),
  streamUrl: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/stream`,
  hidden: () => document.hidden,
};

export class Session {
  readonly #changed = new Set<() => void>();
  readonly #clock: RoomClock;
  readonly #poses = new Poses();
  readonly #door: Door;
  readonly #feed: Feed;
  readonly #alwaysStreams: boolean;
  #streaming = false;
  #people: RoomState['people'] | null = null;
  #others: Readonly<Record<string, Owner>> = {};

  /** Connects at once. A console is known by its cookie and names the session; all others show their seat. */
  constructor(who: Who, outside: Outside = BROWSER) {
    this.#alwaysStreams = 'session' in who || who.watches === true;
    this.#clock = new RoomClock(outside.clock);
    this.#feed = new Feed(outside.startWorker(), outside.streamUrl(), {
      ticket: (given) => this.#door.ticket(given),
      tick: (bytes) => this.#tick(bytes),
    });
    this.#door = new Door(who, outside.dial, {
      connected: () => (this.#streaming = false),
      time: (now, anew) => this.#time(now, anew),
      changed: () => this.#onChanged(),
      hidden: outside.hidden,
    });
  }

  get state(): RoomState | null {
    return this.#door.state;
  }

  /** Who one is in this room; empty before the first state has come. */
  get you(): string {
    return this.#door.you;
  }

  get link(): Link {
    return this.#door.link;
  }

  /** Why the link is `refused` or `closed`. */
  get refusal(): Refusal | null {
    return this.#door.refusal;
  }

  /** Whether the line is lost because the server goes away for a moment. */
  get restarting(): boolean {
    return this.#door.restarting;
  }

  /** What the server said when one last sent too much; another object each time. */
  get slowed(): Refusal | null {
    return this.#door.slowed;
  }

  /** The newest pose of each body; `poseAt` gives them smoothed. */
  get poses(): ReadonlyMap<number, BodyPose> {
    return this.#poses.newest;
  }

  /** Calls `changed` after every change of the state or of the link. Returns how to end that. */
  subscribe(changed: () => void): () => void {
    this.#changed.add(changed);
    return () => void this.#changed.delete(changed);
  }

  /**
   * Asks for something. While the connection is lost it waits, a stop before all else, then a yes or no to being
   * recorded; it is sent until it is answered and done once. Never rejects: a closed session answers with a refusal. `id` names an ask of the page before a reload.
   */
  send(intent: Intent, id?: string): Promise<Outcome> {
    return this.#door.send(intent, id);
  }

  /** The room's time in ms. */
  now(): number {
    return this.#clock.now();
  }

  /** The scene's time in ms: as `now`, but it stands still while the room does not run. */
  sceneTime(): number {
    return this.state ? sceneTime(this.state, this.now()) : 0;
  }

  /** Where `body` is as shown at room time `now`: 100 ms late and smooth; null before its first pose. */
  poseAt(body: number, now: number): BodyPose | null {
    return this.#poses.at(body, now);
  }

  /** Bodies of those who are here without being in the room: who watches a recording. */
  alsoShow(others: Readonly<Record<string, Owner>>): void {
    this.#others = others;
    if (this.state) this.#keep(this.state.people);
  }

  /** How fast the bodies of the room move: less than 1 is slow motion. */
  set pace(pace: number) {
    this.#poses.pace = pace;
  }

  /** Where one's own body is; as often as one likes. */
  sendPose(pose: BodyPose): void {
    if (this.#streaming) this.#feed.send(pose);
  }

  /** Goes for good. The place in the room is kept by the server until one says `leave`. */
  close(): void {
    this.#door.close();
  }

  #time(now: number, anew: boolean): void {
    if (anew) {
      this.#clock.restart();
      this.#poses.clear();
      this.#people = null;
    }
    this.#clock.heard(now);
  }

  #tick(bytes: ArrayBuffer): void {
    const t = this.#poses.take(bytes);
    if (t !== null) this.#clock.heard(t);
  }

  #onChanged(): void {
    const { state, link } = this.#door;
    if (state && state.people !== this.#people) {
      this.#people = state.people;
      this.#keep(state.people);
    }
    if (link === 'refused' || link === 'closed') this.#feed.close();
    else if (link === 'live') this.#stream();
    for (const changed of this.#changed) changed();
  }

  #keep(people: RoomState['people']): void {
    this.#poses.keep({ ...people, ...this.#others }, this.now());
  }

  /** The stream is for those who are in the room, at a console or watch a recording; not for the lobby. */
  #stream(): void {
    const inside = this.#alwaysStreams || this.state?.people[this.you]?.where === 'room';
    if (inside && !this.#streaming) this.#feed.open();
    else if (!inside && this.#streaming) this.#feed.rest();
    this.#streaming = inside;
  }
}
