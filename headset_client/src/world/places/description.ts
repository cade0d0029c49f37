import type { GroundPoint, Point3, PostureName } from '../view';
import type { MoodName } from './light';
import type { PartName } from './kit';

/** One thing that stands in a place. Metres; `turn` in degrees round the vertical. */
export interface PartSpec {
  part: PartName;
  at: Point3;
  turn?: number;
  size?: Point3;
  colour?: string;
  text?: string[];
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
}

const files = import.meta.glob<PlaceDescription>('../../../../rooms/library/places/*.json', { eager: true, import: 'default' });
const PLACES = new Map(Object.values(files).map((place) => [place.id, place]));

/** The description of a place. Throws for a name that is not in the library: it is bundled, so nothing is fetched. */
export function describedPlace(id: string): PlaceDescription {
  const place = PLACES.get(id);
  if (!place) throw new Error(`no such place: ${id}`);
  return place;
}
