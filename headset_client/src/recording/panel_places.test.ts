import { describe, expect, it } from 'vitest';
import { covers } from '../vr/covers.fake';
import { around, cardPlaces, type Stance } from '../vr/placing';
import { CHANGE, LAMP, SHEET, WAY } from './panel_places';

const EYES = [1.2, 1.6, 1.9];
/** Stop and Calmer as `vr/pucks.ts` places them. */
const PUCKS = [
  { far: 0.62, aside: 45, above: -0.46, wide: 0.16, high: 0.16 },
  { far: 0.62, aside: -47, above: -0.35, wide: 0.14, high: 0.14 },
];

const yes = { ...WAY, aside: -WAY.aside };

describe('where a recording stands in a headset', () => {
  it.each(EYES)('covers neither Stop nor Calmer, nor do they cover it (eyes at %d m)', (eye) => {
    for (const puck of PUCKS) {
      for (const sheet of [SHEET, WAY, yes, LAMP, CHANGE]) {
        expect([covers(eye, puck, sheet), covers(eye, sheet, puck)]).toEqual([false, false]);
      }
    }
  });

  it.each(EYES)('keeps its own sheets apart (eyes at %d m)', (eye) => {
    const sheets = [SHEET, WAY, yes, LAMP, CHANGE];
    for (const front of sheets) for (const back of sheets) if (front !== back) expect(covers(eye, front, back)).toBe(false);
  });

  it.each(EYES)('leaves the lamp beside four cards (eyes at %d m)', (eye) => {
    const you: Stance = { at: [0, 0], facing: 0, eye };
    const first = cardPlaces(you, 4, 0.55, 0.48)[0]!;
    const aside = (Math.atan2(-first.p[0], first.p[2]) * 180) / Math.PI;
    const card = { wide: 0.52, high: 0.44, far: Math.hypot(first.p[0], first.p[2]), aside, above: first.p[1] - eye };
    for (const sheet of [LAMP, CHANGE]) expect([covers(eye, card, sheet), covers(eye, sheet, card)]).toEqual([false, false]);
  });

  it('has yes and no of one size, one as far from the middle as the other', () => {
    const places = [-WAY.aside, WAY.aside].map((aside) => around({ at: [0, 0], facing: 0, eye: 1.6 }, WAY.far, aside, WAY.above).p);
    expect(places[0]![0]).toBeCloseTo(-places[1]![0]);
    expect(places[0]![1]).toBe(places[1]![1]);
  });
});
