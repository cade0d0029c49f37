import { useDesk } from '../desk';
import type { MapPlace } from './place';

const LONG_M = 9.5;
const WIDE_M = 2.5;
/** The front door is this far behind the bus's nose. */
const DOOR_M = 1.2;
const AWAY_M = 9;

/** The bus at the stop, or on its way there, along the way named "bus". In metres. */
export function Bus({ place }: { place: MapPlace }) {
  const { state } = useDesk();
  const value = state.props['bus']?.value;
  const [x, z] = place.ways.find(({ id }) => id === 'bus')?.points.at(-1) ?? [0, 0];
  if (value === undefined || value === 'away' || value === 'leaving') return null;
  const nose = x + DOOR_M - (value === 'here' ? 0 : AWAY_M);
  return (
    <g class="bus" transform={`translate(${nose - LONG_M} ${z - WIDE_M / 2})`}>
      <rect width={LONG_M} height={WIDE_M} rx="0.35" />
      <rect class="inside" x="0.3" y="0.3" width={LONG_M - 0.9} height={WIDE_M - 0.6} rx="0.15" />
      <rect class="door" x={LONG_M - DOOR_M - 0.5} y="-0.08" width="1" height="0.16" rx="0.06" />
    </g>
  );
}
