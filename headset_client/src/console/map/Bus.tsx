import { useDesk } from '../desk';
import { BUS_DOOR_M, BUS_LONG_M, BUS_WIDE_M, busAt } from './bus_at';
import type { MapPlace } from './place';

export function Bus({ place }: { place: MapPlace }) {
  const { state } = useDesk();
  const bus = busAt(place, state.props['bus']?.value);
  if (bus === null) return null;
  const [x, z] = bus.nose;
  return (
    <g class="bus" transform={`translate(${x - BUS_LONG_M} ${z - BUS_WIDE_M / 2})`}>
      <rect width={BUS_LONG_M} height={BUS_WIDE_M} rx="0.35" />
      <rect class="inside" x="0.3" y="0.3" width={BUS_LONG_M - 0.9} height={BUS_WIDE_M - 0.6} rx="0.15" />
      <rect class="door" x={BUS_LONG_M - BUS_DOOR_M - 0.5} y="-0.08" width="1" height="0.16" rx="0.06" />
    </g>
  );
}
