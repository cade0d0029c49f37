/** Names beside the markers of a map, placed so that none covers another name or another marker. All in pixels. */

export interface Marker {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Half the side of the marker; names keep clear of it. */
  readonly r: number;
  /** The size of its name. */
  readonly w: number;
  readonly h: number;
}

export interface Placed {
  /** The middle of the name. */
  readonly x: number;
  readonly y: number;
  /** Which of the places round the marker this is, to be tried first the next time: names do not flicker. */
  readonly place: number;
  /** It does not stand right beside its marker, so that a line should lead to it. */
  readonly far: boolean;
}

export interface Size {
  readonly w: number;
  readonly h: number;
}

interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Below, above, right and left, then a little to the side of below and above, then the corners: fractions of the way out. */
const ROUND = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
  [0.4, 1],
  [-0.4, 1],
  [0.4, -1],
  [-0.4, -1],
  [1, 1],
  [-1, 1],
  [1, -1],
  [-1, -1],
] as const;
const RINGS = 8;
const GAP = 3;

/**
 * A place for the name of each marker, in the order given. A name with no free place within reach is left out: the map
 * still has the marker. `before` holds the places of the last time.
 */
export function placeLabels(
  markers: readonly Marker[],
  within: Size,
  before: ReadonlyMap<string, Placed> = new Map(),
): Map<string, Placed> {
  const solid = markers.map((marker) => ({ id: marker.id, box: boxAt(marker.x, marker.y, marker.r * 2, marker.r * 2) }));
  const placed = new Map<string, Placed>();
  const taken: Box[] = [];
  for (const marker of markers) {
    const inTheWay = [...taken, ...solid.filter(({ id }) => id !== marker.id).map(({ box }) => box)];
    const found = firstFree(marker, within, inTheWay, before.get(marker.id)?.place);
    if (found === null) continue;
    placed.set(marker.id, found);
    taken.push(boxAt(found.x, found.y, marker.w, marker.h));
  }
  return placed;
}

function firstFree(marker: Marker, within: Size, inTheWay: readonly Box[], before: number | undefined): Placed | null {
  const places = Array.from({ length: ROUND.length * RINGS }, (_, place) => place);
  const inOrder = before === undefined || before >= ROUND.length ? places : [before, ...places];
  for (const place of inOrder) {
    const at = candidate(marker, place);
    const box = boxAt(at.x, at.y, marker.w, marker.h);
    const inside = box.x0 >= 0 && box.y0 >= 0 && box.x1 <= within.w && box.y1 <= within.h;
    if (inside && inTheWay.every((other) => !overlap(box, other))) return at;
  }
  return null;
}

function candidate({ x, y, r, w, h }: Marker, place: number): Placed {
  const [dx, dy] = ROUND[place % ROUND.length]!;
  const ring = Math.floor(place / ROUND.length);
  const reach = r + GAP + ring * h;
  return { x: x + dx * (reach + w / 2), y: y + dy * (reach + h / 2), place, far: ring > 0 };
}

function boxAt(x: number, y: number, w: number, h: number): Box {
  return { x0: x - w / 2, y0: y - h / 2, x1: x + w / 2, y1: y + h / 2 };
}

export function overlap(a: Box, b: Box): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}
