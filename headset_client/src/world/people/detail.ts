import type { Detail } from './skin_builder';

/** At most this many people are drawn with every finger, and only within this distance in metres. */
export const MOST_NEAR = 4;
export const NEAR_DISTANCE = 3.5;
/** Who is drawn finely stays so for this much longer, so that nobody flickers at the line. */
export const NEAR_MARGIN = 0.5;

export interface Drawn {
  distance: number;
  person: { detail: Detail; setDetail(detail: Detail): void };
}

/** Sets the detail of everybody in sight; expects them nearest first. */
export function chooseDetails(ordered: readonly Drawn[]): void {
  ordered.forEach(({ distance, person }, rank) => {
    const reach = NEAR_DISTANCE + (person.detail === 'near' ? NEAR_MARGIN : 0);
    person.setDetail(rank < MOST_NEAR && distance <= reach ? 'near' : 'far');
  });
}

/** [within metres, milliseconds between two paintings of a face]: a far mouth need not keep time. */
const PACE: readonly (readonly [number, number])[] = [
  [2, 40],
  [3.5, 66],
  [7, 200],
  [Infinity, 500],
];

const paceAt = (distance: number): number => PACE.find(([within]) => distance <= within)![1];

export const mayPaint = (distance: number, waited: number): boolean => waited >= paceAt(distance);

/** Who has waited longest for their distance is painted first. */
export const paintUrgency = (distance: number, waited: number): number => waited / paceAt(distance);
