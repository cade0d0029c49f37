/** Who is where on the map now, and which way they look. */
import { type Scene, worldView } from '../../session';
import { bearing, distance } from '../../session/motion';
import type { Language, RoomState } from '../../wire/types.gen';
import type { Figure, GroundPoint } from '../../world/view';
import { castOf, clientOf } from '../desk';

export interface OnMap {
  id: string;
  kind: 'client' | 'person' | 'avatar';
  name: string;
  /** The number of an avatar's key, or the first letter of a person's name. */
  inside: string;
  at: GroundPoint;
  /** The way they look: 0 along +z, 90 along +x. */
  looks: number;
  playedBy: string | null;
  away: boolean;
}

export function peopleOnMap(session: Scene, state: RoomState, tongue: Language): OnMap[] {
  const client = clientOf(state);
  const numbers = new Map(castOf(state).map(({ id }, index) => [id, index + 1]));
  return worldView(session, tongue).figures.flatMap((figure): OnMap[] => {
    const { id, at, away } = figure;
    const avatar = state.avatars[id];
    const base = { id, at, looks: gaze(figure), away };
    if (avatar) {
      return [{ ...base, kind: 'avatar', name: avatar.name, inside: String(numbers.get(id) ?? ''), playedBy: avatar.played_by }];
    }
    const person = state.people[id];
    if (!person) return [];
    const [first = ''] = person.name;
    return [{ ...base, kind: id === client?.id ? 'client' : 'person', name: person.name, inside: first, playedBy: null }];
  });
}

function gaze({ at, facing, looksAt }: Figure): number {
  return looksAt === null ? facing : bearing(at, [looksAt[0], looksAt[2]]);
}

export interface NearestPair {
  client: OnMap;
  avatar: OnMap;
  metres: number;
}

/** The avatar nearest to the client, and how many metres there are between them; null when either is missing. */
export function nearestTo(people: readonly OnMap[]): NearestPair | null {
  const client = people.find(({ kind }) => kind === 'client');
  if (client === undefined) return null;
  const near = people
    .filter(({ kind }) => kind === 'avatar')
    .map((avatar) => ({ client, avatar, metres: distance(client.at, avatar.at) }))
    .sort((a, b) => a.metres - b.metres);
  return near[0] ?? null;
}
