import { memo } from '../memo';
import type { MapPart, MapPlace } from './place';

/** The parts worth drawing, in the order in which they lie on one another; what is not named here is left out. */
const ORDER = [
  'ground',
  'verge',
  'road',
  'bus_bay',
  'paving',
  'kerb',
  'room',
  'rug',
  'facade',
  'shelter',
  'bench',
  'timetable',
  'counter',
  'table',
  'chair',
  'shelf',
  'door',
  'fence',
  'hedge',
  'bike_hoops',
  'bin',
  'lamp',
  'sign_pole',
  'plant',
  'stone',
  'bush',
  'tree',
];
const ROUND: Readonly<Record<string, number>> = {
  tree: 1.3,
  bush: 0.6,
  bin: 0.3,
  lamp: 0.12,
  sign_pole: 0.12,
  plant: 0.35,
  stone: 0.4,
};
const SIZE: Readonly<Record<string, readonly [wide: number, deep: number]>> = {
  shelter: [3.8, 1.5],
  bench: [1.7, 0.42],
  timetable: [0.9, 0.12],
  table: [0.8, 0.8],
  chair: [0.45, 0.45],
  counter: [2.4, 0.7],
  shelf: [1.2, 0.35],
  door: [0.95, 0.12],
};

/** What a place consists of, seen from above; in metres, for a group that is scaled to the map. */
export const Parts = memo(function Parts({ place }: { place: MapPlace }) {
  const drawn = ORDER.flatMap((name) => place.parts.filter(({ part }) => part === name));
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
    <g transform={`translate(${x} ${z}) rotate(${-(part.turn ?? 0)})`} class={`part ${part.part}`}>
      <Shape part={part} />
    </g>
  );
}

function Shape({ part }: { part: MapPart }) {
  const round = ROUND[part.part];
  if (round !== undefined) return <circle r={part.size ? part.size[0] / 2 : round} />;
  const [wide, deep] = part.size ? [part.size[0], part.size[2]] : (SIZE[part.part] ?? [1, 1]);
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
