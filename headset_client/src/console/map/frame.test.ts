import { describe, expect, it } from 'vitest';
import { frameOf, groundOf, svgTurn, toGround, toMap } from './frame';

const ground = groundOf(
  [
    [-4, 0],
    [6, 2],
  ],
  1,
);

describe('the frame of the map', () => {
  it('holds the whole ground, as large as it can be', () => {
    const frame = frameOf(ground, { w: 600, h: 400 });
    expect(frame.scale).toBeCloseTo(50);
    expect(toMap(frame, [-5, 1])).toEqual({ x: 0, y: 200 });
    expect(toMap(frame, [7, 1]).x).toBeCloseTo(600);
  });

  it('finds the same ground again under a pixel', () => {
    const frame = frameOf(ground, { w: 600, h: 400 });
    const at = toMap(frame, [1.25, 0.5]);
    const [x, z] = toGround(frame, at.x, at.y);
    expect(x).toBeCloseTo(1.25);
    expect(z).toBeCloseTo(0.5);
  });

  it('turns as the map does: +z is down and +x is right', () => {
    const direction = (bearing: number) => {
      const turn = (svgTurn(bearing) * Math.PI) / 180;
      return [Math.round(Math.cos(turn)), Math.round(Math.sin(turn))];
    };
    expect(direction(0)).toEqual([0, 1]);
    expect(direction(90)).toEqual([1, 0]);
    expect(direction(180)).toEqual([0, -1]);
  });
});
