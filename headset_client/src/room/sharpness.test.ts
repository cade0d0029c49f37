import { describe, expect, it } from 'vitest';
import { Sharpness } from './sharpness';

function after(seconds: number, frames: number): number {
  const sharpness = new Sharpness(2);
  for (let n = 0; n < frames; n++) sharpness.frame(seconds);
  return sharpness.ratio;
}

describe('sharpness', () => {
  it('stays while frames come in time', () => {
    expect(after(0.016, 500)).toBe(2);
  });

  it('falls on a slow machine, to a floor', () => {
    expect(after(0.2, 7)).toBeCloseTo(1.4);
    expect(after(0.2, 500)).toBe(0.45);
  });

  it('is not moved by the first frames or by one slow frame', () => {
    const sharpness = new Sharpness(2);
    for (let n = 0; n < 3; n++) sharpness.frame(1);
    for (let n = 0; n < 100; n++) sharpness.frame(n === 50 ? 0.12 : 0.016);
    expect(sharpness.ratio).toBe(2);
  });
});
