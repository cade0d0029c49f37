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

/** Each stop as many columns in as there are steps to it from where one may begin; near those it follows, from above. */
export function layOut(stops: readonly Stop[]): Layout {
  const known = new Set(stops.map(({ id }) => id));
  const arrows = stops.flatMap(({ id, leads_to }) => leads_to.filter((to) => known.has(to) && to !== id).map((to) => [id, to] as const));
  const column = columnsOf(stops, arrows);
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

type Arrow = readonly [from: string, to: string];

/** Steps from the nearest stop that nothing leads to; of a circle that nothing leads to, the first stop begins. */
function columnsOf(stops: readonly Stop[], arrows: readonly Arrow[]): Map<string, number> {
  const led = new Set(arrows.map(([, to]) => to));
  const column = new Map<string, number>();
  const spread = (from: readonly string[]) => {
    let here = from;
    for (let n = 0; here.length > 0; n += 1) {
      for (const id of here) column.set(id, n);
      const next = arrows.filter(([id, to]) => here.includes(id) && !column.has(to)).map(([, to]) => to);
      here = [...new Set(next)];
    }
  };
  spread(stops.filter(({ id }) => !led.has(id)).map(({ id }) => id));
  for (const { id } of stops) if (!column.has(id)) spread([id]);
  return column;
}

function mean(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
}
