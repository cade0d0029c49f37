import { describe, expect, it } from 'vitest';
import { around, cardPlaces, CARDS, Placing, type Stance, turnTo } from './placing';

const you: Stance = { at: [0, 0], facing: 0, eye: 1.6 };

function after(placing: Placing, there: Stance, seconds: number): Stance {
  let now = placing.follow(there, 0);
  for (let t = 0; t < seconds; t += 1 / 72) now = placing.follow(there, 1 / 72);
  return now;
}

describe('panels in the world', () => {
  it('stand still while one looks round a little', () => {
    const placing = new Placing(CARDS);
    placing.put(you);
    expect(after(placing, { at: [0.9, 0], facing: 49, eye: 1.5 }, 2)).toEqual(you);
  });

  it('come after when one turns away, smoothly and all the way', () => {
    const placing = new Placing(CARDS);
    placing.put(you);
    const turned = { ...you, facing: 70 };
    const first = placing.follow(turned, 1 / 72).facing;
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(10);
    expect(after(placing, turned, 2).facing).toBeCloseTo(70, 0);
  });

  it('come after when one walks away', () => {
    const placing = new Placing(CARDS);
    placing.put(you);
    expect(after(placing, { ...you, at: [1.2, 0] }, 2).at[0]).toBeCloseTo(1.2, 1);
  });

  it('turn the short way round', () => {
    expect(turnTo(170, -170)).toBe(20);
    expect(turnTo(-170, 170)).toBe(-20);
    expect(turnTo(10, 370)).toBe(0);
  });
});

describe('a row of cards', () => {
  it('is on an arc of 1.5 to 1.8 m, below the eyes, facing the person', () => {
    for (const place of cardPlaces(you, 4, 0.46, 0.5)) {
      expect(Math.hypot(place.p[0], place.p[2])).toBeGreaterThan(1.5);
      expect(Math.hypot(place.p[0], place.p[2])).toBeLessThan(1.8);
      expect(place.p[1]).toBeLessThan(you.eye);
      expect(Math.abs(turnTo(place.facing, (Math.atan2(-place.p[0], -place.p[2]) * 180) / Math.PI))).toBeLessThan(0.001);
    }
  });

  it('reads from left to right: facing +z, the left is +x', () => {
    const xs = cardPlaces(you, 4, 0.46, 0.5).map((place) => place.p[0]);
    expect(xs).toEqual([...xs].sort((a, b) => b - a));
    expect(xs[0]).toBeGreaterThan(0);
  });

  it('goes in two rows when there are many, and none overlap', () => {
    const places = cardPlaces(you, 7, 0.46, 0.5);
    expect(new Set(places.map((place) => place.p[1].toFixed(3))).size).toBe(2);
    places.forEach((a, n) =>
      places.slice(n + 1).forEach((b) => expect(Math.hypot(a.p[0] - b.p[0], a.p[1] - b.p[1], a.p[2] - b.p[2])).toBeGreaterThan(0.44)),
    );
  });
});

describe('a panel', () => {
  it('to the right of one who faces +z is at -x', () => {
    expect(around(you, 1, 90, 0).p[0]).toBeCloseTo(-1);
  });

  it('below the eyes leans its top away, so that it faces them', () => {
    expect(around(you, 1, 0, -1).tilt).toBeCloseTo(45);
    expect(around(you, 1, 0, 0).tilt).toBe(0);
  });
});
