import type { GroundPoint } from '../world/view';
import type { Ground } from './walk';

interface Described extends Ground {
  id: string;
  spots: readonly { at: GroundPoint; facing: number; you?: boolean }[];
}

const places = import.meta.glob<Described>('../../../rooms/library/places/*.json', { eager: true, import: 'default' });

function placeNamed(id: string): Described {
  const found = Object.values(places).find((place) => place.id === id);
  if (!found) throw new Error(`no such place: ${id}`);
  return found;
}

/** Where one may walk in that place. */
export function groundOf(place: string): Ground {
  return placeNamed(place);
}

/** Where one may be put in that place. */
export function spotsOf(place: string): readonly { at: GroundPoint; facing: number }[] {
  return placeNamed(place).spots;
}

/** Where one stands in that place when nobody has said otherwise. */
export function firstSpot(place: string): { at: GroundPoint; facing: number } {
  const spots = placeNamed(place).spots;
  const spot = spots.find((each) => each.you === true) ?? spots[0];
  if (!spot) throw new Error(`nowhere to stand in ${place}`);
  return spot;
}
