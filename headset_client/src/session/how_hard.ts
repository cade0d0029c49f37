/** How hard it is for the clients, as staff see it. Times in room ms. */
import { UNRATED } from './fold';
import type { Distress, Person, RoomState } from '../wire/types.gen';

/** The room asks nobody more often (rooms/decisions/rounds.py). */
const ASK_AGAIN = 120_000;
/** As many of the latest answers as a small curve can show. */
const MOST = 12;
const TOP = 10;

export interface HowHard {
  person: Person;
  distress: Distress;
  /** The latest answer; null: none yet. */
  last: Distress['ratings'][number] | null;
  /** How long until they may be asked again; 0: now. */
  wait: number;
}

export function howHardIs(state: RoomState, now: number): HowHard[] {
  const clients = Object.values(state.people).filter(({ role, where }) => role === 'client' && where === 'room');
  return clients.map((person) => {
    const distress = state.distress[person.id] ?? UNRATED;
    const { asked_t: asked } = distress;
    return {
      person,
      distress,
      last: distress.ratings.at(-1) ?? null,
      wait: asked === null ? 0 : Math.max(0, asked + ASK_AGAIN - now),
    };
  });
}

export interface Box {
  width: number;
  height: number;
}

/** The latest answers from left to right as an SVG path, in even steps; empty for fewer than two. */
export function curveOf({ ratings }: Pick<Distress, 'ratings'>, box: Box): string {
  const shown = ratings.slice(-MOST);
  if (shown.length < 2) return '';
  const points = shown.map(({ level }, n) => `${round((n / (shown.length - 1)) * box.width)} ${heightOf(level, box)}`);
  return `M${points.join('L')}`;
}

/** Where 0 to 10 lies in the box: 0 at its foot. */
export function heightOf(level: number, { height }: Box): number {
  return round(height - (level / TOP) * height);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
