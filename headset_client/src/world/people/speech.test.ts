import { describe, expect, it } from 'vitest';
import { mouthAt, mouthTrack, shareOf, stressAt } from './speech';

describe('mouth shapes from text', () => {
  it('closes the lips for p, b and m and opens them for a', () => {
    const track = mouthTrack('mamma');
    expect(track.shapes).toEqual(['PP', 'aa', 'PP', 'aa']);
  });

  it('reads sounds of several letters as one', () => {
    expect(mouthTrack('skjønn').shapes[0]).toBe('CH');
    expect(mouthTrack('think').shapes[0]).toBe('TH');
  });

  it('covers the whole line in order', () => {
    const { ends, shapes } = mouthTrack('Hei, vet du når bussen kommer?');
    expect(ends).toHaveLength(shapes.length);
    expect(ends[ends.length - 1]).toBeCloseTo(1);
    for (let i = 1; i < ends.length; i++) expect(ends[i]!).toBeGreaterThan(ends[i - 1]!);
  });

  it('keeps the mouth shut before, after and between sentences', () => {
    const track = mouthTrack('Ja. Ja.');
    expect(mouthAt(track, -0.1)).toBe('sil');
    expect(mouthAt(track, 1)).toBe('sil');
    expect(mouthAt(track, 0.45)).toBe('sil');
    expect(track.shapes.filter((shape) => shape === 'aa')).toHaveLength(2);
  });

  it('gives an empty line a closed mouth', () => {
    expect(mouthAt(mouthTrack('  '), 0.5)).toBe('sil');
  });

  it('stresses longer words only, each with one bump', () => {
    const track = mouthTrack('du er velkommen');
    expect(track.beats).toHaveLength(1);
    const beat = track.beats[0]!;
    expect(stressAt(track, beat - 0.01, 2)).toBe(0);
    expect(stressAt(track, beat + 0.125, 2)).toBeCloseTo(1);
  });

  it('knows how far into a speech the clock is', () => {
    const speech = { since: 1000, until: 3000, text: 'hei' };
    expect(shareOf(speech, 999)).toBeNull();
    expect(shareOf(speech, 2000)).toBeCloseTo(0.5);
    expect(shareOf(speech, 3000)).toBeNull();
    expect(shareOf(null, 2000)).toBeNull();
  });
});
