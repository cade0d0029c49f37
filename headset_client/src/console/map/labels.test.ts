import { describe, expect, it } from 'vitest';
import { type Marker, overlap, type Placed, placeLabels } from './labels';

const within = { w: 730, h: 460 };

/** Steady numbers from a seed, 0..1. */
function steady(seed: number): () => number {
  let s = seed + 13;
  return () => (s = (s * 16807) % 2147483647) / 2147483647;
}

function crowd(seed: number, count: number): Marker[] {
  const random = steady(seed);
  return Array.from({ length: count }, (_, n) => ({
    id: `p${n}`,
    x: 60 + random() * (within.w - 120),
    y: 40 + random() * (within.h - 80),
    r: 17,
    w: 60 + random() * 60,
    h: 20,
  }));
}

const box = ({ x, y }: { x: number; y: number }, w: number, h: number) => ({
  x0: x - w / 2,
  y0: y - h / 2,
  x1: x + w / 2,
  y1: y + h / 2,
});

function collisions(markers: readonly Marker[], placed: ReadonlyMap<string, Placed>): string[] {
  const names = markers.flatMap((marker) => {
    const at = placed.get(marker.id);
    return at ? [{ id: marker.id, box: box(at, marker.w, marker.h) }] : [];
  });
  const squares = markers.map((marker) => ({ id: marker.id, box: box(marker, marker.r * 2, marker.r * 2) }));
  return names.flatMap((name) =>
    [...names, ...squares].filter((other) => other.id !== name.id && overlap(name.box, other.box)).map((other) => `${name.id}/${other.id}`),
  );
}

describe('names on the map', () => {
  it('stand below when nothing is in the way', () => {
    const [one] = crowd(1, 1);
    const at = placeLabels([{ ...one!, x: 300, y: 200 }], within).get('p0');
    expect(at).toMatchObject({ x: 300, place: 0, far: false });
    expect(at!.y).toBeGreaterThan(217);
  });

  it('never cover another name or another marker, and stay inside', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const markers = crowd(seed, 20);
      const placed = placeLabels(markers, within);
      expect(collisions(markers, placed)).toEqual([]);
      for (const marker of markers) {
        const at = placed.get(marker.id);
        if (!at) continue;
        expect(at.x - marker.w / 2).toBeGreaterThanOrEqual(0);
        expect(at.x + marker.w / 2).toBeLessThanOrEqual(within.w);
        expect(at.y + marker.h / 2).toBeLessThanOrEqual(within.h);
      }
    }
  });

  it('are all drawn for a full room of twenty', () => {
    for (let seed = 1; seed <= 60; seed += 1) expect(placeLabels(crowd(seed, 20), within).size).toBe(20);
  });

  it('find room beside two who stand close together', () => {
    const two = [
      { id: 'a', x: 300, y: 200, r: 17, w: 90, h: 20 },
      { id: 'b', x: 338, y: 204, r: 17, w: 90, h: 20 },
    ];
    const placed = placeLabels(two, within);
    expect(placed.size).toBe(2);
    expect(collisions(two, placed)).toEqual([]);
  });

  it('stay on their side while that side is free', () => {
    const blocker = { id: 'b', x: 300, y: 240, r: 17, w: 60, h: 20 };
    const a = { id: 'a', x: 300, y: 200, r: 17, w: 60, h: 20 };
    const first = placeLabels([blocker, a], within);
    expect(first.get('a')!.place).not.toBe(0);
    const moved = placeLabels([{ ...blocker, x: 600 }, a], within, first);
    expect(moved.get('a')!.place).toBe(first.get('a')!.place);
  });

  it('are left out where there is no room at all', () => {
    expect(placeLabels(crowd(3, 1), { w: 20, h: 20 }).size).toBe(0);
  });
});
