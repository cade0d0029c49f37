/** Where the stops of a path stand in its picture: what leads on stands further right. Pure. */

export interface Stop {
  id: string;
  leads_to: readonly string[];
}

export interface Placed {
  column: number;
  row: number;
}

export interface Layout {
  at: ReadonlyMap<string, Placed>;
  columns: number;
  rows: number;
  /** What leads to what, among the stops that are there. */
  arrows: readonly (readonly [from: string, to: string])[];
}

/** Each stop right of those that lead to it; a circle is cut where it comes back. Near those it follows, from above. */
export function layOut(stops: readonly Stop[]): Layout {
  const known = new Map(stops.map((stop) => [stop.id, stop]));
  const arrows = stops.flatMap(({ id, leads_to }) => leads_to.filter((to) => known.has(to) && to !== id).map((to) => [id, to] as const));
  const column = columnsOf(stops, withoutCircles(stops, arrows));
  const columns = Math.max(0, ...[...column.values()].map((n) => n + 1));
  const at = new Map<string, Placed>();
  for (let n = 0; n < columns; n += 1) {
    const here = stops.filter(({ id }) => column.get(id) === n);
    const wanted = (id: string) => mean(arrows.filter(([from, to]) => to === id && at.has(from)).map(([from]) => at.get(from)!.row));
    const order = here.map(({ id }, k) => ({ id, row: wanted(id) ?? k })).sort((a, b) => a.row - b.row);
    order.forEach(({ id }, row) => at.set(id, { column: n, row }));
  }
  return { at, columns, rows: Math.max(0, ...[...at.values()].map(({ row }) => row + 1)), arrows };
}

type Arrow = readonly [string, string];

/** The arrows without those that lead back to where one has come from. */
function withoutCircles(stops: readonly Stop[], arrows: readonly Arrow[]): Arrow[] {
  const kept: Arrow[] = [];
  const done = new Set<string>();
  const visit = (id: string, behind: ReadonlySet<string>) => {
    if (done.has(id)) return;
    for (const arrow of arrows.filter(([from]) => from === id)) {
      if (behind.has(arrow[1])) continue;
      kept.push(arrow);
      visit(arrow[1], new Set([...behind, arrow[1]]));
    }
    done.add(id);
  };
  for (const { id } of stops) visit(id, new Set([id]));
  return kept;
}

/** One column further than the furthest of those that lead here. */
function columnsOf(stops: readonly Stop[], arrows: readonly Arrow[]): Map<string, number> {
  const column = new Map(stops.map(({ id }) => [id, 0]));
  for (let changed = true; changed;) {
    changed = false;
    for (const [from, to] of arrows) {
      if (column.get(to)! > column.get(from)!) continue;
      column.set(to, column.get(from)! + 1);
      changed = true;
    }
  }
  return column;
}

function mean(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
}
