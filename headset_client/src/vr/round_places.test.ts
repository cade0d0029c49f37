import { describe, expect, it } from 'vitest';
import { CHANGE, LAMP } from '../recording/panel_places';
import { covers, type Sheet } from './covers.fake';
import { cardPlaces } from './placing';
import { ROOM_PUCKS } from './room_pucks';
import { BROKE_IN, HARD, NEXT, NOTES } from './round_places';

const EYES = [1.2, 1.6, 1.9];
const REACH = 0.62;
const OWN = [HARD, NOTES, BROKE_IN, NEXT];

/** What a client has at hand. */
const PUCKS = (['stop', 'calmer', 'help', 'hard'] as const).map((name): Sheet => {
  const { size, aside, above } = ROOM_PUCKS[name];
  return { wide: size, high: size, far: REACH, aside, above };
});

/** The four cards of "what next". */
function cards(eye: number): Sheet[] {
  return cardPlaces({ at: [0, 0], facing: 0, eye }, 4, 0.55, 0.48).map(({ p: [x, y, z] }) => {
    const aside = (Math.atan2(-x, z) * 180) / Math.PI;
    return { wide: 0.52, high: 0.44, far: Math.hypot(x, z), aside, above: y - eye };
  });
}

describe('where a round stands in a headset', () => {
  it.each(EYES)('covers no round button, nor do they cover it (eyes at %d m)', (eye) => {
    for (const puck of PUCKS) for (const sheet of OWN) expect([covers(eye, puck, sheet), covers(eye, sheet, puck)]).toEqual([false, false]);
  });

  it.each(EYES)('keeps the round buttons apart (eyes at %d m)', (eye) => {
    for (const front of PUCKS) for (const back of PUCKS) if (front !== back) expect(covers(eye, front, back)).toBe(false);
  });

  it.each(EYES)('keeps clear of the lamp of a recording, and of what one chooses from (eyes at %d m)', (eye) => {
    for (const sheet of [NOTES, BROKE_IN, HARD]) for (const lamp of [LAMP, CHANGE]) expect(covers(eye, sheet, lamp)).toBe(false);
    for (const sheet of [NOTES, BROKE_IN, NEXT]) for (const card of cards(eye)) expect(covers(eye, sheet, card)).toBe(false);
  });

  it('asks below the face of one as tall who stands 1.2 m away', () => {
    const face: Sheet = { wide: 0.2, high: 0.26, far: 1.2, aside: 0, above: 0 };
    expect(covers(1.6, HARD, face)).toBe(false);
  });
});
