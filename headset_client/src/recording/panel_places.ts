/** Where a recording's panels stand round a person in a headset: metres, degrees to the right, metres over the eyes. */

/** The question's sheet, below faces, where the cards stand otherwise. */
export const SHEET = { wide: 1.5, high: 0.64, far: 1.6, aside: 0, above: -0.45 };
/** Yes and no under it: the same size, the same way from the middle. */
export const WAY = { wide: 0.6, high: 0.18, far: 1.6, aside: 12, above: -0.95 };
/** The lamp, at the edge of what one sees: over the cards and Calmer, beside what is said. */
export const LAMP = { wide: 0.46, high: 0.15, far: 1.5, aside: -39, above: -0.06 };
/** The press under the lamp. */
export const CHANGE = { wide: 0.46, high: 0.1, far: 1.5, aside: -39, above: -0.195 };
