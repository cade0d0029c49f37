import { Group } from 'three';
import { describe, expect, it } from 'vitest';
import parts from '../../../../rooms/cue_parts.py?raw';
import { Cues } from './cues';
import { cueShape } from './cue_parts';

const PARTS = [...parts.matchAll(/"(\w+)",/g)].map(([, name]) => name!);

describe('what lies about', () => {
  it('is put in place softly, and taken away as softly', () => {
    const cues = new Cues({ s1: [1, 0.74, 2] }, () => new Group());
    cues.show([{ part: 'beer_can', on: 's1' }]);
    cues.update(0.1);
    const [thing] = cues.group.children;
    expect(thing!.scale.x).toBeGreaterThan(0);
    expect(thing!.scale.x).toBeLessThan(0.2);
    cues.update(1);
    expect(thing!.scale.x).toBe(1);
    cues.show([]);
    cues.update(0.3);
    expect(cues.group.children).toHaveLength(1);
    cues.update(1);
    expect(cues.group.children).toHaveLength(0);
  });

  it('does not lie in one heap on a surface, and not where there is none', () => {
    const cues = new Cues({ s1: [0, 1, 0] }, () => new Group());
    cues.show([
      { part: 'beer_can', on: 's1' },
      { part: 'beer_can', on: 's1' },
      { part: 'snus', on: 's9' },
    ]);
    expect(cues.count).toBe(2);
    const [a, b] = cues.group.children;
    expect(a!.position.distanceTo(b!.position)).toBeGreaterThan(0.1);
  });

  it('can be drawn, every kind of it', () => {
    expect(PARTS.length).toBeGreaterThan(10);
    for (const part of PARTS) {
      expect(cueShape(part).triangles, part).toBeGreaterThan(10);
      expect(cueShape(part).triangles, part).toBeLessThan(1500);
    }
    expect(() => cueShape('crown')).toThrow('crown');
  });
});
