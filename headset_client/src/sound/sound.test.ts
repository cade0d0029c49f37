import { describe, expect, it } from 'vitest';
import axes from '../../../rooms/axes.py?raw';
import sounds from '../../../rooms/sounds.py?raw';
import { steady } from '../world/places/chance';
import { breakingIn } from './breaking_in';
import { breakInLoudness, surroundingLoudness } from './loudness';
import { surroundings } from './surroundings';
import { looped, type Samples } from './synth';

const RATE = 8000;
const PLACES = Object.keys(import.meta.glob('../../../rooms/library/places/*.json')).map((path) => path.match(/(\w+)\.json$/)![1]!);
const NAMES = [...sounds.matchAll(/"(\w+)",/g)].map(([, name]) => name!);

const peak = (samples: Samples): number => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

describe('what is heard', () => {
  it.each(PLACES.filter((place) => place !== 'calm'))('all the time at %s is a sound, and never too loud', (place) => {
    const samples = surroundings(place, RATE, steady(3))!;
    expect(samples.every(Number.isFinite)).toBe(true);
    expect(peak(samples)).toBeGreaterThan(0.05);
    expect(peak(samples)).toBeLessThanOrEqual(1);
  });

  it('at the calm shore is nothing', () => {
    expect(surroundings('calm', RATE, steady(3))).toBeNull();
  });

  it.each(NAMES)('when %s breaks in is a sound of at most three seconds', (name) => {
    const samples = breakingIn(name, RATE, steady(5));
    expect(samples.every(Number.isFinite)).toBe(true);
    expect(peak(samples)).toBeGreaterThan(0.1);
    expect(peak(samples)).toBeLessThanOrEqual(1);
    expect(samples.length / RATE).toBeLessThanOrEqual(3);
  });

  it('is not made up for a name that nobody knows', () => {
    expect(() => breakingIn('cannon', RATE, steady(5))).toThrow('cannon');
  });

  it('has no seam where it begins again', () => {
    const tone: Samples = Float32Array.from({ length: RATE }, (_, i) => Math.sin(i * 0.05));
    const loop = looped(tone, RATE, 0.25);
    expect(Math.abs(loop[0]! - loop[loop.length - 1]!)).toBeLessThan(0.1);
    expect(loop.length).toBe(RATE * 0.75);
  });
});

describe('how loud it is', () => {
  it('is what the axis promises at each level, and nothing when all is still', () => {
    const promised = axes
      .match(/NOISE[^=]*= \(([^)]*)\)/)![1]!
      .split(',')
      .map(Number);
    expect(promised).toHaveLength(5);
    promised.forEach((noise, load) => {
      expect(surroundingLoudness({ load, still: false })).toBe(noise);
      expect(surroundingLoudness({ load, still: true })).toBe(0);
      expect(breakInLoudness(load)).toBeGreaterThan(noise);
      expect(breakInLoudness(load)).toBeLessThan(1);
    });
  });
});
