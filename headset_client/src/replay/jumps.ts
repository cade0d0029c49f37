/** Where one can jump to: what was said, moments that somebody has marked, and changes of pressure. Times in ms. */
import type { Retold, WatchNote } from '../wire/types.gen';

export const JUMPS = ['line', 'moment', 'pressure'] as const;
export type Jump = (typeof JUMPS)[number];
export type Stops = Readonly<Record<Jump, readonly number[]>>;

/** One who presses "before" while it plays means the one before the one that has just begun. */
const JUST_BEGUN_MS = 900;

export const NO_STOPS: Stops = { line: [], moment: [], pressure: [] };

/** Every place to jump to, in order, each once. */
export function stopsOf({ timeline, summary }: Retold, notes: readonly WatchNote[]): Stops {
  const lane = (id: string) => timeline.lanes.find((one) => one.id === id);
  const points = (id: string) => lane(id)?.points.map(({ t }) => t) ?? [];
  const told = [...summary.own, ...summary.staff].flatMap(({ t }) => (t === null ? [] : [t]));
  return {
    line: inOrder(lane('spoke')?.spans.map(({ from_ms: t }) => t) ?? []),
    moment: inOrder([...points('goals'), ...points('marks'), ...told, ...notes.map(({ at }) => at)]),
    // Where a curve begins nothing has changed yet.
    pressure: inOrder(lane('pressure')?.curves.flatMap(({ t }) => t.slice(1)) ?? []),
  };
}

export function before(stops: readonly number[], at: number): number | null {
  return stops.findLast((t) => t < at - JUST_BEGUN_MS) ?? null;
}

export function after(stops: readonly number[], at: number): number | null {
  return stops.find((t) => t > at) ?? null;
}

function inOrder(times: readonly number[]): number[] {
  return [...new Set(times)].sort((a, b) => a - b);
}
