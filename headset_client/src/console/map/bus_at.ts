/** Where the bus is drawn: at the stop when it is here, a little way off while it comes. Metres. */
import type { GroundPoint } from '../../world/view';
import type { MapPlace } from './place';

export const BUS_LONG_M = 9.5;
export const BUS_WIDE_M = 2.5;
/** The front door is this far behind the bus's nose. */
export const BUS_DOOR_M = 1.2;
const STILL_TO_COME_M = 6;

export interface BusAt {
  readonly here: boolean;
  readonly nose: GroundPoint;
  readonly middle: GroundPoint;
}

/** `value` is the room's prop "bus". Null while there is none to see. */
export function busAt(place: MapPlace, value: string | undefined): BusAt | null {
  const stop = place.ways.find(({ id }) => id === 'bus')?.points.at(-1);
  const here = value === 'here';
  if (stop === undefined || !(here || value === 'arriving')) return null;
  const nose = stop[0] + BUS_DOOR_M - (here ? 0 : STILL_TO_COME_M);
  return { here, nose: [nose, stop[1]], middle: [nose - BUS_DOOR_M * 2, stop[1]] };
}
