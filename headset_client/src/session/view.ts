/** The room as the world is to draw it. All times are scene times: draw with `World.render(session.sceneTime())`. */
import type { BodyPose } from '../wire/pose';
import { TONES } from '../wire/types.gen';
import type { Avatar, Cue, Language, Person, RoomState } from '../wire/types.gen';
import type { Figure, Point3, Speech, Tone, WorldView } from '../world/view';
import { textIn } from '../words/say';
import { arrival, distance, RIDE_M_S, standingAt } from './motion';
import { headingOf } from './resting';

/** What a picture of a room is made from: a room that is live, or one that is seen again. Times in ms. */
export interface Scene {
  readonly state: RoomState | null;
  /** The clock of the bodies. */
  now(): number;
  /** The clock of all else. */
  sceneTime(): number;
  poseAt(body: number, now: number): BodyPose | null;
}

export interface ViewOptions {
  /** The person through whose eyes one sees; their own figure is left out. */
  me?: string;
}

const ARTIFICIAL: Record<Language, string> = { nb: 'kunstig', en: 'artificial' };
const EYES_STANDING_M = 1.6;
const EYES_SITTING_M = 1.2;
/** Slower than this is a body that shifts its weight, not one that walks. */
const STEPS_FROM_M_S = 0.2;
const SPEED_OVER_MS = 150;

const THINGS = import.meta.glob<Record<string, Point3>>('../../../rooms/library/places/*.json', {
  eager: true,
  import: 'looks_at',
});

export function worldView(session: Scene, tongue: Language, options: ViewOptions = {}): WorldView {
  const { state } = session;
  if (!state) return { place: '', boards: {}, props: {}, figures: [], frozen: false };
  const room = new RoomNow(session, state, tongue);
  const people = Object.values(state.people).filter((person) => person.where === 'room' && person.id !== options.me);
  return {
    place: state.scene?.place ?? '',
    boards: Object.fromEntries(Object.entries(state.boards).map(([prop, rows]) => [prop, rows[tongue] ?? []])),
    props: Object.fromEntries(Object.entries(state.props).map(([name, prop]) => [name, prop.value])),
    cues: room.cues.flatMap(({ part, on }) => (on === null ? [] : [{ part, on }])),
    figures: [...Object.values(state.avatars).flatMap((avatar) => room.avatar(avatar)), ...people.flatMap((person) => room.person(person))],
    frozen: state.phase === 'paused' || state.phase === 'calm' || state.phase === 'ended',
  };
}

/** The figures of one moment. */
class RoomNow {
  readonly #session: Scene;
  readonly #state: RoomState;
  readonly #tongue: Language;
  readonly #now: number;
  readonly #scene: number;
  readonly #tone: Tone;
  /** What reminds of substances at the level that the room stands on. */
  readonly cues: readonly Cue[];

  constructor(session: Scene, state: RoomState, tongue: Language) {
    this.#session = session;
    this.#state = state;
    this.#tongue = tongue;
    this.#now = session.now();
    this.#scene = session.sceneTime();
    this.#tone = TONES[state.levels.warmth] ?? 'neutral';
    this.cues = (state.scene?.cues ?? []).filter(({ level }) => level <= state.levels.substance_cues);
  }

  /** One figure, or none while it is not there or rides. Those who leave are there until they have walked off. */
  avatar(avatar: Avatar): Figure[] {
    const { id, name, look, motion, gesture, thinking } = avatar;
    if (!avatar.present && this.#scene >= arrival(motion)) return [];
    const { at, facing, speed } = standingAt(motion, this.#scene);
    if (speed > RIDE_M_S) return [];
    const walking = speed > 0;
    const holds = this.cues.find((cue) => cue.held_by === id)?.part;
    return [
      {
        id,
        look,
        at,
        facing,
        posture: walking ? 'stand' : motion.posture,
        ...(motion.seat !== null && !walking ? { seat: motion.seat } : {}),
        speed,
        tone: this.#tone,
        ...(holds === undefined ? {} : { holds }),
        looksAt: avatar.looks_at === null ? null : this.#point(avatar.looks_at),
        gesture: gesture && { name: gesture.name, since: gesture.t },
        speaking: this.#avatarSpeech(avatar),
        thinking,
        tracked: null,
        away: false,
        label: `${name} · ${ARTIFICIAL[this.#tongue]}`,
      },
    ];
  }

  person(person: Person): Figure[] {
    if (person.body === null) return [];
    const pose = this.#session.poseAt(person.body, this.#now);
    return [
      {
        id: person.id,
        look: person.look,
        at: pose ? [pose.head.p[0], pose.head.p[2]] : person.at,
        facing: pose ? (headingOf(pose.head) * 180) / Math.PI : person.facing,
        posture: 'stand',
        speed: this.#speed(person.body, pose),
        tone: 'neutral',
        looksAt: null,
        gesture: null,
        speaking: this.#personSpeech(person),
        thinking: false,
        tracked: pose,
        away: !person.here,
        label: person.here ? person.name : `${person.name} · ${textIn(this.#tongue, 'room.away')}`,
      },
    ];
  }

  #speed(body: number, pose: BodyPose | null): number {
    const before = this.#session.poseAt(body, this.#now - SPEED_OVER_MS);
    if (!pose || !before) return 0;
    const [a, b] = [before.head.p, pose.head.p];
    const speed = distance([a[0], a[2]], [b[0], b[2]]) / (SPEED_OVER_MS / 1000);
    return speed < STEPS_FROM_M_S ? 0 : speed;
  }

  /** An avatar speaks as long as it has the floor, which stands still with the scene; its line does not. */
  #avatarSpeech({ id, last_said: seq }: Avatar): Speech | null {
    const { floor, lines } = this.#state;
    if (floor?.who !== id || this.#scene >= floor.until) return null;
    const line = lines.findLast((said) => said.seq === seq);
    return line ? { since: floor.until - line.lasts, until: floor.until, text: this.#words(line.words) } : null;
  }

  #personSpeech({ id }: Person): Speech | null {
    const line = this.#state.lines.findLast(({ who }) => who === id);
    if (!line || this.#scene < line.t || this.#scene >= line.t + line.lasts) return null;
    return { since: line.t, until: line.t + line.lasts, text: this.#words(line.words) };
  }

  #words(words: Partial<Readonly<Record<Language, string>>>): string {
    return words[this.#tongue] ?? Object.values(words)[0] ?? '';
  }

  /** Where a person's or an avatar's eyes are, or a thing of the place; null for what is not there. */
  #point(target: string): Point3 | null {
    const { people, avatars, scene } = this.#state;
    const person = people[target];
    if (person) {
      const pose = person.body === null ? null : this.#session.poseAt(person.body, this.#now);
      return pose?.head.p ?? [person.at[0], EYES_STANDING_M, person.at[1]];
    }
    const avatar = avatars[target];
    if (avatar) {
      const { at } = standingAt(avatar.motion, this.#scene);
      return [at[0], avatar.motion.posture === 'sit' ? EYES_SITTING_M : EYES_STANDING_M, at[1]];
    }
    return THINGS[`../../../rooms/library/places/${scene?.place}.json`]?.[target] ?? null;
  }
}
