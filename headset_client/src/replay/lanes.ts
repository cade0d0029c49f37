/** The lanes of a timeline as shapes: parts of the width, and paths in a box. Times in ms. */
import type { Curve, Lane, Retold, Row, Span } from '../wire/types.gen';
import type { Stretch } from './reel';

/** How far along `t` is, 0 to 1. */
export function shareOf(t: number, { first, last }: Stretch): number {
  return last > first ? Math.min(1, Math.max(0, (t - first) / (last - first))) : 0;
}

/** The moment at that part of the width. */
export function timeAt(share: number, { first, last }: Stretch): number {
  return Math.round(first + Math.min(1, Math.max(0, share)) * (last - first));
}

/** `t` as a CSS length along the lane. */
export function percent(t: number, stretch: Stretch): string {
  return `${(shareOf(t, stretch) * 100).toFixed(3)}%`;
}

/** Where a span lies in its lane. */
export function placeOf({ from_ms: from, until_ms: until }: Span, stretch: Stretch): { left: string; width: string } {
  const width = shareOf(until, stretch) - shareOf(from, stretch);
  return { left: percent(from, stretch), width: `${(width * 100).toFixed(3)}%` };
}

export interface SpeakerRow {
  readonly who: string;
  readonly name: string;
  readonly spans: readonly Span[];
}

/** Who spoke, a row each: the client first, then in the order in which they were first heard. */
export function speakersOf(lane: Lane, { who, client }: Pick<Retold, 'who' | 'client'>): SpeakerRow[] {
  const rows = new Map<string, Span[]>();
  if (client !== null) rows.set(client, []);
  for (const span of lane.spans) {
    const speaker = span.who ?? '';
    rows.set(speaker, [...(rows.get(speaker) ?? []), span]);
  }
  return [...rows].filter(([, spans]) => spans.length > 0).map(([id, spans]) => ({ who: id, name: who[id]?.name ?? '', spans }));
}

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** Kept free above and below a curve, as a share of the height. */
const AIR = 0.12;

export function heightOf(value: number, { least, most }: Pick<Curve, 'least' | 'most'>, { height }: Box): number {
  const part = most > least ? (value - least) / (most - least) : 0;
  return round(height * (1 - AIR - Math.min(1, Math.max(0, part)) * (1 - 2 * AIR)));
}

type Scale = Pick<Curve, 'least' | 'most' | 'holds'>;

/** The curve as an SVG path; empty for one without values. What holds goes in steps and on to the end. */
export function pathOf(times: readonly number[], values: readonly number[], scale: Scale, stretch: Stretch, box: Box): string {
  const x = (t: number) => round(shareOf(t, stretch) * box.width);
  const steps = values.map((value, n) => {
    const [at, y] = [x(times[n] ?? stretch.first), heightOf(value, scale, box)];
    if (n === 0) return `M${at} ${y}`;
    return scale.holds ? `H${at}V${y}` : `L${at} ${y}`;
  });
  if (steps.length === 0) return '';
  return steps.join('') + (scale.holds ? `H${box.width}` : '');
}

const MINUTE = 60_000;
const RULERS = [5000, 10_000, 30_000, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE] as const;
const MOST_TICKS = 9;

/** Moments for the ruler, from the first on, at even steps; never more than can be read. */
export function ticksOf({ first, last }: Stretch): number[] {
  const step = RULERS.find((each) => (last - first) / each <= MOST_TICKS) ?? Math.ceil((last - first) / MOST_TICKS);
  return Array.from({ length: Math.floor(Math.max(0, last - first) / step) + 1 }, (_, n) => first + n * step);
}

/** Every lane in words, in the order in which things happened: the same as `table` in rooms/measures/timeline.py. */
export function rowsOf(lanes: readonly Lane[]): Row[] {
  const rows = lanes.flatMap((lane): Row[] => [
    ...lane.spans.map(({ from_ms: t, words }) => ({ t, lane: lane.id, words })),
    ...lane.points.map(({ t, words }) => ({ t, lane: lane.id, words })),
    ...lane.curves.flatMap(({ t: times, rows: told }) =>
      told.flatMap((words, n) => (Object.keys(words).length === 0 ? [] : [{ t: times[n] ?? 0, lane: lane.id, words }])),
    ),
  ]);
  return rows.sort((a, b) => a.t - b.t);
}

/** What somebody who looked at the lanes would see at `t`: the words of every span that it is in. */
export function wordsAt(lane: Lane | undefined, t: number): Span['words'][] {
  return (lane?.spans ?? []).filter(({ from_ms: from, until_ms: until }) => from <= t && t < until).map(({ words }) => words);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
