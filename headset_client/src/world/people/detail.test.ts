import { describe, expect, it } from 'vitest';
import { chooseDetails, mayPaint, MOST_NEAR, NEAR_DISTANCE, NEAR_MARGIN, paintUrgency, type Drawn } from './detail';
import type { Detail } from './skin_builder';

function drawn(distance: number, detail: Detail = 'far'): Drawn {
  const person = {
    detail,
    setDetail(to: Detail): void {
      person.detail = to;
    },
  };
  return { distance, person };
}

const details = (crowd: Drawn[]): Detail[] => {
  chooseDetails(crowd);
  return crowd.map(({ person }) => person.detail);
};

describe('detail', () => {
  it('is fine for those who are near and coarse for the others', () => {
    expect(details([drawn(1), drawn(3), drawn(4), drawn(20)])).toEqual(['near', 'near', 'far', 'far']);
  });

  it('is fine for the nearest few only, however close the rest stand', () => {
    const crowd = Array.from({ length: 8 }, (_, i) => drawn(1 + i * 0.1));
    expect(details(crowd).filter((detail) => detail === 'near')).toHaveLength(MOST_NEAR);
  });

  it('does not flicker at the line', () => {
    const between = NEAR_DISTANCE + NEAR_MARGIN / 2;
    expect(details([drawn(between, 'far')])).toEqual(['far']);
    expect(details([drawn(between, 'near')])).toEqual(['near']);
    expect(details([drawn(NEAR_DISTANCE + NEAR_MARGIN + 0.1, 'near')])).toEqual(['far']);
  });
});

describe('painting of faces', () => {
  it('is seldom for the far and often for the near', () => {
    expect(mayPaint(1, 45)).toBe(true);
    expect(mayPaint(5, 45)).toBe(false);
    expect(mayPaint(5, 250)).toBe(true);
    expect(mayPaint(30, 450)).toBe(false);
  });

  it('puts the near first, but lets nobody wait for ever', () => {
    expect(paintUrgency(1, 80)).toBeGreaterThan(paintUrgency(5, 250));
    expect(paintUrgency(30, 5000)).toBeGreaterThan(paintUrgency(1, 80));
  });
});
