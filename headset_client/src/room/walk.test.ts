import { describe, expect, it } from 'vitest';
import { type Ground, mayStand, PACE, walked } from './walk';

const ground: Ground = { floor: [[-2, -2, 2, 2]], blocks: [[1, 0, 0.3]] };

describe('walking', () => {
  it('goes where one looks: 0 degrees along +z, 90 along +x', () => {
    expect(walked([0, 0], 0, 1, 0, 1, ground)[1]).toBeCloseTo(PACE);
    expect(walked([-1, 1], 90, 1, 0, 1, ground)[0]).toBeCloseTo(PACE - 1);
  });

  it('steps to the right of where one looks', () => {
    const [x, z] = walked([0, 0], 0, 0, 1, 1, ground);
    expect(x).toBeCloseTo(-PACE);
    expect(z).toBeCloseTo(0);
  });

  it('is no faster on the slant', () => {
    const [x, z] = walked([0, 0], 0, 1, 1, 1, ground);
    expect(Math.hypot(x, z)).toBeCloseTo(PACE);
  });

  it('stops at the edge and slides along it', () => {
    expect(walked([0, 1.9], 0, 1, 0, 1, ground)).toEqual([0, 1.9]);
    const [x, z] = walked([0, 1.9], 45, 1, 0, 1, ground);
    expect(z).toBe(1.9);
    expect(x).toBeGreaterThan(0.4);
  });

  it('never ends where nobody may stand', () => {
    let at: readonly [number, number] = [0, 0];
    for (let n = 0; n < 500; n++) {
      at = walked(at, n * 37, 1, (n % 3) - 1, 0.1, ground);
      expect(mayStand(at, ground)).toBe(true);
    }
  });

  it('lets one out who was put down in the way', () => {
    expect(walked([1, 0.1], 0, 1, 0, 1, ground)[1]).toBeGreaterThan(0.5);
  });
});
