/** Where a round's panels stand round a person in a headset: metres, degrees to the right, metres over the eyes. */

/** How hard it is: where the cards stand otherwise, below faces, an easy look down. */
export const HARD = { wide: 1.6, high: 0.5, far: 1.6, aside: 0, above: -0.56 };
/** The time that is left and a second task: to the left, over the lamp of a recording. */
export const NOTES = { wide: 0.56, high: 0.42, far: 1.6, aside: -40, above: 0.28 };
/** What breaks in: to the right, over Stop, for the moment that it takes to read. */
export const BROKE_IN = { wide: 0.56, high: 0.2, far: 1.6, aside: 38, above: -0.02 };
/** What comes next, in words, under its four cards. */
export const NEXT = { wide: 1.5, high: 0.28, far: 1.5, aside: 0, above: -0.99 };
