import type { GroundPoint, Point3, PostureName } from '../view';
import type { MoodName } from './light';
import type { PartName } from './kit';

/** A gap in a wall of a room, for a door: which wall, where along it, how wide. */
export type Opening = readonly [side: 'back' | 'front' | 'left' | 'right', at: number, wide: number];

/** One thing that stands in a place. Metres; `turn` in degrees round the vertical. */
export interface PartSpec {
  part: PartName;
  at: Point3;
  turn?: number;
  size?: Point3;
  colour?: string;
  text?: string[];
  /** Which of several forms of the part, where it has some. */
  kind?: string;
  /** Of a room: panelled up to a metre, or painted. */
  walls?: 'panel' | 'painted';
  openings?: Opening[];
  copies?: { count: number; step: Point3 };
}

/** A place for one person; `you` marks where clients and peers start. */
interface Spot {
  id: string;
  at: GroundPoint;
  facing: number;
  posture: PostureName;
  seat?: number;
  group?: string;
  you?: boolean;
}

/** A line that people, or a bus, come and go along. */
export interface Way {
  id: string;
  points: GroundPoint[];
}

/** A place as written in rooms/library/places: the server asks it where one may stand, this side draws it. */
export interface PlaceDescription {
  id: string;
  mood: MoodName;
  parts: PartSpec[];
  spots: Spot[];
  ways: Way[];
  /** Things that people look at, by name. */
  looks_at: Readonly<Record<string, Point3>>;
  /** Where small things may lie, by name. */
  surfaces?: Readonly<Record<string, Point3>>;
}

const files = import.meta.glob<PlaceDescription>('../../../../rooms/library/places/*.json', { eager: true, import: 'default' });
const PLACES = new Map(Object.values(files).map((place) => [place.id, place]));

/** The description of a place. Throws for a name that is not in the library: it is bundled, so nothing is fetched. */
export function describedPlace(id: string): PlaceDescription {
  const place = PLACES.get(id);
  if (!place) throw new Error(`no such place: ${id}`);
  return place;
}
