import { memo } from '../memo';
import type { MapPart, MapPlace } from './place';
import { SHAPES } from './shapes';

/** How far water is drawn, in metres. */
const SEA_M = 80;

/** What a place consists of, seen from above; in metres, for a group that is scaled to the map. */
export const Parts = memo(function Parts({ place }: { place: MapPlace }) {
  const drawn = [...SHAPES.keys()].flatMap((name) => place.parts.filter(({ part }) => part === name));
  return <g class="parts">{drawn.flatMap((part, n) => copiesOf(part).map((one, k) => <Part key={`${n}-${k}`} part={one} />))}</g>;
});

function copiesOf(part: MapPart): MapPart[] {
  const { count, step } = part.copies ?? { count: 1, step: [0, 0, 0] as const };
  return Array.from({ length: count }, (_, n) => ({
    ...part,
    at: [part.at[0] + step[0] * n, part.at[1] + step[1] * n, part.at[2] + step[2] * n] as const,
  }));
}

function Part({ part }: { part: MapPart }) {
  const [x, , z] = part.at;
  return (
    <g transform={`translate(${x} ${z}) rotate(${-(part.turn ?? 0)})`} class={`part ${SHAPES.get(part.part)!.stuff} ${part.part}`}>
      <Shape part={part} />
    </g>
  );
}

function Shape({ part }: { part: MapPart }) {
  const { round, size = [1, 1] } = SHAPES.get(part.part)!;
  if (round !== undefined) return <circle r={part.size ? part.size[0] / 2 : round} />;
  if (part.part === 'sea') return <rect x={-SEA_M} y={-SEA_M} width={SEA_M * 2} height={SEA_M} />;
  const [wide, deep] = part.size ? [part.size[0], part.size[2]] : size;
  const box = { x: -wide / 2, y: -deep / 2, width: wide, height: deep };
  if (part.part === 'paving') return <Slabs {...box} />;
  if (part.part === 'shelter') return <path d={`M${-wide / 2} ${deep / 2}V${-deep / 2}H${wide / 2}V${deep / 2}`} />;
  if (part.part === 'road') {
    return (
      <>
        <rect {...box} />
        <path class="middle-line" d={`M${-wide / 2} 0H${wide / 2}`} />
      </>
    );
  }
  return <rect {...box} rx={0.05} />;
}

function Slabs(box: { x: number; y: number; width: number; height: number }) {
  return (
    <>
      <rect {...box} />
      <rect {...box} fill="url(#slabs)" class="seams" />
    </>
  );
}
