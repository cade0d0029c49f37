/** What every part of the room page works with: the room as it is, and the asking for things. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Session } from '../session';
import type { Avatar, Intent, Person, RoomState, Scenario } from '../wire/types.gen';

export type SheetName = 'speak' | 'whisper' | 'keys' | 'people' | 'end' | 'record' | 'link';

export interface Desk {
  id: string;
  session: Session;
  state: RoomState;
  /** The script with its lines; null until it has come. */
  script: Scenario | null;
  /** Asks, and tells how it went: `done` when it was done, else the refusal. Resolves to whether it was done. */
  ask: (intent: Intent, done?: string) => Promise<boolean>;
  /** The avatar that the strip and the sheets are about. */
  chosen: Avatar | null;
  choose: (avatar: string) => void;
  sheet: SheetName | null;
  open: (sheet: SheetName | null) => void;
  /** Whether the next press on the floor sends the chosen avatar there. */
  walking: boolean;
  walk: (on: boolean) => void;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('useDesk outside the room page');
  return desk;
}

/** The client whom the scene is for: the first one in the room. */
export function clientOf(state: RoomState): Person | null {
  return Object.values(state.people).find(({ role, where }) => role === 'client' && where === 'room') ?? null;
}

export function nameOf(state: RoomState, id: string): string | null {
  return state.people[id]?.name ?? state.avatars[id]?.name ?? null;
}

/** All avatars in the order of the cast: the numbers on keys and map go by this, and stay the same when some come or go. */
export function castOf(state: RoomState): Avatar[] {
  return Object.values(state.avatars);
}

/** How long the session had gone on at room time `t`, in ms: it counts from the first Start, and is 0 until then. */
export function sinceStart({ begun_t: begun }: Pick<RoomState, 'begun_t'>, t: number): number {
  return begun === null ? 0 : Math.max(0, t - begun);
}

/** A time in ms as mm:ss. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
