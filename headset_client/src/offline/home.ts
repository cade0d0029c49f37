/** A recording that is played from a file on this machine, by one alone. */
import type { Player } from '../replay/player';
import { changed, positionAt, type Stretch, within } from '../replay/reel';
import { Log } from '../replay/log';
import { Tracks } from '../replay/tracks';
import { EMPTY } from '../session/empty';
import { sceneTime } from '../session/fold';
import type { Scene } from '../session/view';
import type { Playing, RoomState } from '../wire/types.gen';
import { type Held, timesOf } from './session';

export class Home implements Player {
  readonly scene: Scene;
  readonly stretch: Stretch;
  playing: Playing;
  jumps = 0;
  readonly #clock: () => number;
  readonly #listening = new Set<() => void>();
  #ending: ReturnType<typeof setTimeout> | undefined;

  /** `clock` gives steady ms. */
  constructor(held: Held, clock: () => number) {
    const times = timesOf(held);
    const log = new Log(held.facts, EMPTY);
    const tracks = new Tracks(times, held.rows);
    this.#clock = clock;
    this.stretch = { first: held.timeline.from_ms, last: held.timeline.until_ms };
    this.playing = { at: this.stretch.first, since: clock(), running: false, speed: 1 };
    const position = () => this.position();
    this.scene = {
      get state(): RoomState {
        return log.at(position());
      },
      now: position,
      sceneTime: () => sceneTime(log.at(position()), position()),
      poseAt: (body, now) => tracks.at(body, now),
    };
  }

  position(): number {
    return positionAt(this.playing, this.#clock(), this.stretch);
  }

  play(running: boolean): void {
    const from = running && this.position() >= this.stretch.last ? this.stretch.first : this.position();
    if (from !== this.position()) this.jumps += 1;
    this.#become(from, { running });
  }

  setSpeed(speed: number): void {
    this.#become(this.position(), { speed });
  }

  seek(at: number): void {
    this.jumps += 1;
    this.#become(within(this.stretch, at), {});
  }

  subscribe(heard: () => void): () => void {
    this.#listening.add(heard);
    return () => void this.#listening.delete(heard);
  }

  #become(at: number, change: Partial<Pick<Playing, 'running' | 'speed'>>): void {
    this.playing = changed(this.playing, at, this.#clock(), change);
    clearTimeout(this.#ending);
    const { running, speed } = this.playing;
    // At its end a reel stands by itself.
    if (running) this.#ending = setTimeout(() => this.#become(this.stretch.last, { running: false }), (this.stretch.last - at) / speed);
    for (const heard of this.#listening) heard();
  }
}
