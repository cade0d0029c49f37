import { PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { firstFacing, lensFor, putOn } from './lens';

const PHONE = [390, 844] as const;

/** Where a point two metres ahead and `aside` metres to the right comes in the picture: from the left and from the top, 0 to 1. */
function seen(aside: number, [width, height]: readonly [number, number]): [number, number] {
  const camera = new PerspectiveCamera(62, width / height, 0.05, 200);
  putOn(camera, lensFor(width / height), width, height);
  const { x, y } = new Vector3(aside, 0, -2).project(camera);
  return [(1 + x) / 2, (1 - y) / 2];
}

describe('the lens', () => {
  it('is the usual one on a screen that is wider than high', () => {
    expect(lensFor(16 / 9)).toEqual({ fov: 62, lifted: 0 });
    expect(seen(0, [1280, 720])).toEqual([0.5, 0.5]);
  });

  it('shows 44 degrees from side to side on a phone, and never more than 84 from top to bottom', () => {
    const [edge] = seen(2 * Math.tan((22 * Math.PI) / 180), PHONE);
    expect(edge).toBeCloseTo(1, 5);
    expect(lensFor(0.2).fov).toBe(84);
  });

  it('brings faces up to a quarter of the way down on a phone, clear of the cards', () => {
    expect(seen(0, PHONE)[1]).toBeCloseTo(0.26, 5);
  });

  it('is taken off again when the phone is turned', () => {
    const camera = new PerspectiveCamera();
    putOn(camera, lensFor(0.5), 400, 800);
    putOn(camera, lensFor(2), 800, 400);
    expect([camera.fov, camera.view?.enabled]).toEqual([62, false]);
  });
});

describe('the first look', () => {
  const you = { at: [1, 1], facing: 90 } as const;

  it('is ahead on a wide screen, and when nobody is there', () => {
    expect([firstFacing(you, [[1, 4]], 1.6), firstFacing(you, [], 0.5)]).toEqual([90, 90]);
  });

  it('is at whoever is nearest on a phone', () => {
    expect(
      firstFacing(
        you,
        [
          [9, 1],
          [1, 4],
        ],
        0.5,
      ),
    ).toBeCloseTo(0, 5);
    expect(firstFacing(you, [[-1, 1]], 0.5)).toBeCloseTo(-90, 5);
  });
});
