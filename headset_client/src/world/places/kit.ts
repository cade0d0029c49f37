import type { PlaceBuilder } from './builder';
import type { PartSpec, PlaceDescription } from './description';
import * as land from './kit_ground';
import { facade } from './kit_house';
import * as nature from './kit_nature';
import * as shore from './kit_shore';
import * as street from './kit_street';

/** Every part a description may name. */
const PARTS = {
  ground: land.ground,
  paving: land.paving,
  road: land.road,
  bus_bay: land.busBay,
  kerb: land.kerb,
  verge: land.verge,
  meadow: land.meadow,
  fallen_leaves: land.fallenLeaves,
  facade,
  shelter: street.shelter,
  bench: street.bench,
  timetable: street.timetable,
  sign_pole: street.signPole,
  lamp: street.lamp,
  bin: street.bin,
  fence: street.fence,
  bike_hoops: street.bikeHoops,
  tree: nature.tree,
  bush: nature.bush,
  hedge: nature.hedge,
  reeds: nature.reeds,
  hills: nature.hills,
  woods: nature.woods,
  stone: nature.stone,
  jetty: shore.jetty,
  boat: shore.boat,
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
