import type { PlaceBuilder } from './builder';
import type { PartSpec, PlaceDescription } from './description';
import * as outdoor from './kit_outdoor';

/** Every part a description may name. */
const PARTS = {
  ground: outdoor.ground,
  paving: outdoor.paving,
  road: outdoor.road,
  kerb: outdoor.kerb,
  verge: outdoor.verge,
  facade: outdoor.facade,
  shelter: outdoor.shelter,
  bench: outdoor.bench,
  timetable: outdoor.timetable,
  sign_pole: outdoor.signPole,
  tree: outdoor.tree,
  lamp: outdoor.lamp,
  hills: outdoor.hills,
  stone: outdoor.stone,
  bin: outdoor.bin,
} as const satisfies Record<string, (b: PlaceBuilder, spec: PartSpec) => void>;

export type PartName = keyof typeof PARTS;

/** Lays what a description says into the builder. */
export function addParts(builder: PlaceBuilder, { parts }: Pick<PlaceDescription, 'parts'>): void {
  for (const spec of parts) {
    const { count, step } = spec.copies ?? { count: 1, step: [0, 0, 0] as const };
    for (let i = 0; i < count; i++) {
      const at = [spec.at[0] + step[0] * i, spec.at[1] + step[1] * i, spec.at[2] + step[2] * i] as const;
      PARTS[spec.part](builder.at(at, spec.turn ?? 0), { ...spec, at });
    }
  }
}
