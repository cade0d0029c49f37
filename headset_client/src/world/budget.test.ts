import { beforeAll, describe, expect, it } from 'vitest';
import { MOST_NEAR } from './people/detail';
import { LOOKS } from './people/looks';
import { dress, type Dressed } from './people/wardrobe';
import { PlaceBuilder } from './places/builder';
import { describedPlace } from './places/description';
import { addParts } from './places/kit';
import { axle, busBody, doorLeaf, driverShape } from './things/bus_body';

const MOST_TRIANGLES = 100_000;
const MOST_PLACE_TRIANGLES = 60_000;
/** Each is a draw call and a texture of its own. */
const MOST_PICTURES = 6;
/** Sky, timetable, signs, plates, shadows, phones. */
const SMALL_THINGS = 5_000;

const trianglesOf = ({ body, head }: Dressed): number => (body.index!.count + head.index!.count) / 3;

function placeTriangles(id: string): number {
  const builder = new PlaceBuilder();
  addParts(builder, describedPlace(id));
  return builder.triangles;
}

const busTriangles = (): number =>
  [busBody(1), driverShape(1), axle(), axle(), doorLeaf(), doorLeaf()].reduce((sum, part) => sum + part.triangles, 0);

describe('what a headset is asked to draw', () => {
  // a second's work, and many on a machine that does other things
  beforeAll(() => {
    for (const { id } of LOOKS) for (const detail of ['near', 'far'] as const) dress(id, detail);
  }, 60_000);

  it('stays within 100 000 triangles with eight people, the bus and everything at the bus stop', () => {
    const near = LOOKS.map(({ id }) => trianglesOf(dress(id, 'near'))).sort((a, b) => b - a);
    const far = LOOKS.map(({ id }) => trianglesOf(dress(id, 'far'))).sort((a, b) => b - a);
    const sum = (numbers: number[]): number => numbers.reduce((total, n) => total + n, 0);
    const people = sum(near.slice(0, MOST_NEAR)) + sum(far.slice(0, 8 - MOST_NEAR));
    const place = placeTriangles('bus_stop');
    const bus = busTriangles();
    console.info(`triangles: people ${people} (near ≤ ${near[0]}, far ≤ ${far[0]}), place ${place}, bus ${bus}`);
    expect(people + place + bus + SMALL_THINGS).toBeLessThanOrEqual(MOST_TRIANGLES);
  });

  it('is a third or less of a person for those who are far', () => {
    for (const { id } of LOOKS) expect(trianglesOf(dress(id, 'far')) * 3).toBeLessThanOrEqual(trianglesOf(dress(id, 'near')));
  });

  it('is shared by everybody who wears the same look', () => {
    expect(dress('kari', 'near')).toBe(dress('kari', 'near'));
  });

  it('leaves no look without numbers', () => {
    for (const { id } of LOOKS) {
      for (const detail of ['near', 'far'] as const) {
        const { body, head } = dress(id, detail);
        for (const geometry of [body, head]) {
          for (const name of ['position', 'normal']) {
            const { array } = geometry.getAttribute(name);
            expect(Array.prototype.every.call(array, Number.isFinite), `${id} ${detail} ${name}`).toBe(true);
          }
        }
      }
    }
  });
});

const PLACES = Object.keys(import.meta.glob('../../../rooms/library/places/*.json')).map((path) => path.match(/(\w+)\.json$/)![1]!);

describe('the places of the library', () => {
  it.each(PLACES)('are light enough for a headset: %s', (id) => {
    const builder = new PlaceBuilder();
    addParts(builder, describedPlace(id));
    console.info(`${id}: ${builder.triangles} triangles, ${builder.pictures} pictures`);
    expect(builder.triangles).toBeLessThanOrEqual(MOST_PLACE_TRIANGLES);
    expect(builder.pictures).toBeLessThanOrEqual(MOST_PICTURES);
  });

  it('are bundled by name, and no other is made up', () => {
    expect(describedPlace('calm').mood).toBe('evening_shore');
    expect(() => describedPlace('moon')).toThrow('moon');
  });

  it('have the bus door where the bus stops, and the timetable where people look at it', () => {
    const { spots, ways, parts } = describedPlace('bus_stop');
    const stop = ways.find(({ id }) => id === 'bus')!.points.at(-1)!;
    const door = spots.find(({ id }) => id === 'bus_door')!.at;
    expect(Math.hypot(stop[0] - door[0], stop[1] - door[1])).toBeLessThan(1.15);
    expect(parts.filter(({ part }) => part === 'timetable')).toHaveLength(1);
  });

  it('have looks of different names', () => {
    expect(new Set(LOOKS.map(({ id }) => id)).size).toBe(36);
  });
});
