import { Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import type { Ray } from '../vr/choosing';
import type { GroundPoint } from '../world/view';
import { Aiming, groundUnder } from './aiming';

/** From eyes at 1.6 m over the origin to a spot on the ground. */
function at(x: number, z: number, y = 0): Ray {
  return { id: 'head', from: new Vector3(0, 1.6, 0), towards: new Vector3(x, y - 1.6, z).normalize() };
}

/** Looks along each of these rays in turn, each for so many ms; what was pointed at. */
function looking(rays: readonly (readonly [Ray | null, number])[], pointsAt: GroundPoint | null = null): GroundPoint[] {
  const aiming = new Aiming();
  const found: GroundPoint[] = [];
  let now = 0;
  for (const [ray, ms] of rays) {
    for (const until = now + ms; now < until; now += 14) {
      const spot = aiming.update(ray, [], pointsAt, now);
      if (spot) found.push(spot);
    }
  }
  return found;
}

describe('the ground under a ray', () => {
  it('is where the ray comes down', () => {
    const found = groundUnder(at(1, -3));
    expect(found?.[0]).toBeCloseTo(1);
    expect(found?.[1]).toBeCloseTo(-3);
  });

  it('is nowhere for a face, the sky, one’s own feet and the far end of the street', () => {
    expect(groundUnder(at(0, -2, 1.6)), 'a face').toBeNull();
    expect(groundUnder(at(0, -2, 1.3)), 'a chest').toBeNull();
    expect(groundUnder(at(0, -2, 3)), 'the sky').toBeNull();
    expect(groundUnder(at(0.1, -0.3)), 'feet').toBeNull();
    expect(groundUnder(at(0, -30)), 'the far end').toBeNull();
    expect(groundUnder({ ...at(0, -3), from: new Vector3(0, -2, 0) }), 'from under the ground').toBeNull();
  });
});

describe('pointing by looking', () => {
  it('points once at a spot that is looked at for long, by a head that is not quite still', () => {
    const shaky = Array.from({ length: 150 }, (_, n) => [at(0.1 * Math.sin(n), -3), 14] as const);
    const found = looking(shaky);
    expect(found).toHaveLength(1);
    expect(found[0]?.[1]).toBeCloseTo(-3);
  });

  it('points at nothing while one looks about', () => {
    expect(looking(Array.from({ length: 40 }, (_, n) => [at(-3 + n * 0.15, -3), 140] as const))).toEqual([]);
  });

  it('points elsewhere when one looks there, and not where one points already', () => {
    const found = looking([
      [at(0, -3), 2000],
      [at(2, -3), 2000],
    ]);
    expect(found.map(([x]) => Math.round(x))).toEqual([0, 2]);
    expect(looking([[at(0.3, -3), 3000]], [0, -3])).toEqual([]);
  });

  it('does not count while something stands in the way', () => {
    expect(
      looking([
        [at(0, -3), 1000],
        [null, 400],
        [at(0, -3), 1000],
      ]),
    ).toEqual([]);
  });

  it('begins anew after a rest', () => {
    const aiming = new Aiming();
    for (let now = 0; now < 1400; now += 14) aiming.update(at(0, -3), [at(0, -3)], null, now);
    expect(aiming.progress).toBeGreaterThan(0.8);
    aiming.rest(1400);
    expect([aiming.progress, aiming.looked, aiming.hands.size]).toEqual([0, null, 0]);
  });
});

describe('pointing with hands', () => {
  it('knows where each hand aims, and forgets a hand that aims at nothing', () => {
    const aiming = new Aiming();
    const right = { ...at(1, -2), id: 'right' };
    aiming.update(null, [right, { ...at(0, -2, 1.6), id: 'left' }], null, 0);
    expect([...aiming.hands.keys()]).toEqual(['right']);
    expect(aiming.hands.get('right')?.[0]).toBeCloseTo(1);
    aiming.update(null, [], null, 14);
    expect(aiming.hands.size).toBe(0);
  });
});
