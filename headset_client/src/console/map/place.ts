/** Places as the map draws them: the same JSON files that the server and the world read. */
import type { GroundPoint, Point3 } from '../../world/view';

export interface MapPart {
  readonly part: string;
  readonly at: Point3;
  readonly turn?: number;
  readonly size?: Point3;
  readonly copies?: { readonly count: number; readonly step: Point3 };
}

export interface MapPlace {
  readonly id: string;
  readonly parts: readonly MapPart[];
  readonly spots: readonly { readonly id: string; readonly at: GroundPoint }[];
  readonly ways: readonly { readonly id: string; readonly points: readonly GroundPoint[] }[];
  readonly looks_at: Readonly<Record<string, Point3>>;
}

const files = import.meta.glob<MapPlace>('../../../../rooms/library/places/*.json', { eager: true, import: 'default' });
const places = new Map(Object.values(files).map((place) => [place.id, place]));

/** The place of that name; null for one that this page is too old to know. */
export function placeNamed(id: string): MapPlace | null {
  return places.get(id) ?? null;
}
