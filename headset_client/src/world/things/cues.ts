import { Group, MathUtils } from 'three';
import type { CueView, Point3 } from '../view';
import { cueThing } from './cue_parts';

/** Seconds in which a thing is put in place, or taken away. */
const SOFTLY_S = 0.7;
/** Things that share a surface lie this far apart, in metres. */
const APART_M = 0.13;

interface Lying {
  thing: Group;
  wanted: boolean;
  share: number;
}

/** What lies about on the surfaces of a place and reminds of substances. Nothing pops: it grows out of where it lies. */
export class Cues {
  readonly group = new Group();
  private readonly lying = new Map<string, Lying>();

  constructor(
    private readonly surfaces: Readonly<Record<string, Point3>>,
    private readonly make: (part: string) => Group = cueThing,
  ) {}

  /** Takes what lies where now. A surface that the place has not is passed over. */
  show(cues: readonly CueView[]): void {
    for (const one of this.lying.values()) one.wanted = false;
    const taken = new Map<string, number>();
    for (const { part, on } of cues) {
      const surface = this.surfaces[on];
      if (!surface) continue;
      const rank = taken.get(on) ?? 0;
      taken.set(on, rank + 1);
      const key = `${part}/${on}/${rank}`;
      const known = this.lying.get(key);
      if (known) known.wanted = true;
      else this.lying.set(key, { thing: this.put(part, surface, rank), wanted: true, share: 0 });
    }
  }

  private put(part: string, [x, y, z]: Point3, rank: number): Group {
    const thing = this.make(part);
    const turn = rank * 2.4;
    const out = rank === 0 ? 0 : APART_M * Math.sqrt(rank);
    thing.position.set(x + Math.sin(turn) * out, y + 0.001, z + Math.cos(turn) * out);
    thing.rotation.y = turn + x * 3;
    thing.scale.setScalar(0.001);
    this.group.add(thing);
    return thing;
  }

  /** Moves things into and out of sight by `dt` seconds. */
  update(dt: number): void {
    for (const [key, one] of this.lying) {
      one.share = MathUtils.clamp(one.share + (one.wanted ? dt : -dt) / SOFTLY_S, 0, 1);
      one.thing.scale.setScalar(Math.max(0.001, MathUtils.smoothstep(one.share, 0, 1)));
      if (one.wanted || one.share > 0) continue;
      one.thing.removeFromParent();
      this.lying.delete(key);
    }
  }

  /** How many things lie about, those on their way included. */
  get count(): number {
    return this.lying.size;
  }
}
