/** Through whose eyes one looks, and from where. */
import type { RoomState } from '../wire/types.gen';
import type { GroundPoint } from '../world/view';

export type View = { readonly from: 'above' } | { readonly from: 'walk' } | { readonly from: 'eyes'; readonly of: string };

export interface Seer {
  readonly id: string;
  readonly name: string;
  readonly look: string;
  readonly avatar: boolean;
  /** In the room at this moment. */
  readonly here: boolean;
}

/** Everybody whose eyes can be taken: the client first, then the avatars in the order of the cast, then who else was there. */
export function seersOf({ people, avatars }: Pick<RoomState, 'people' | 'avatars'>): Seer[] {
  const inRoom = Object.values(people).filter(({ body, name }) => body !== null && name !== '');
  const seers = inRoom.map(({ id, name, look, where }) => ({ id, name, look, avatar: false, here: where === 'room' }));
  const isClient = ({ id }: Seer) => people[id]?.role === 'client';
  const cast = Object.values(avatars).map(({ id, name, look, present }) => ({ id, name, look, avatar: true, here: present }));
  return [...seers.filter(isClient), ...cast.filter(({ here }) => here), ...seers.filter((seer) => !isClient(seer))];
}

/** What one sees first: the other's eyes, since seeing oneself from there is what a replay is for. */
export function firstView(state: Pick<RoomState, 'people' | 'avatars'>): View {
  const seers = seersOf(state).filter(({ here }) => here);
  const first = seers.find(({ avatar }) => avatar) ?? seers[0];
  return first ? { from: 'eyes', of: first.id } : { from: 'above' };
}

/** Whose eyes come after those of `of`; the first ones after nobody's. */
export function nextEyes(state: Pick<RoomState, 'people' | 'avatars'>, of: string | null): string | null {
  const seers = seersOf(state).filter(({ here }) => here);
  const at = seers.findIndex(({ id }) => id === of);
  return seers[at + 1]?.id ?? null;
}

export interface Spot {
  readonly at: GroundPoint;
  readonly facing: number;
}

/** Nearer than this to somebody is in their way, in metres. */
const ROOM_M = 1.1;

/** Where one who walks begins: the free spot of the place that is nearest to where it happens, looking there. */
export function freeSpot(spots: readonly Spot[], figures: readonly GroundPoint[], middle: GroundPoint): Spot {
  const far = (a: GroundPoint, b: GroundPoint) => Math.hypot(a[0] - b[0], a[1] - b[1]);
  const free = spots.filter(({ at }) => figures.every((figure) => far(at, figure) >= ROOM_M));
  const [best] = [...(free.length > 0 ? free : spots)].sort((a, b) => far(a.at, middle) - far(b.at, middle));
  const at = best?.at ?? ([middle[0], middle[1] + 2] as const);
  const facing = (Math.atan2(middle[0] - at[0], middle[1] - at[1]) * 180) / Math.PI;
  return { at, facing };
}
