import { describe, expect, it } from 'vitest';
import { READABLE } from '../places/kit_readable';
import { faceOf } from './board_faces';
import { wrapped } from './sheet';
import { parseRow } from './timetable';
import { busAtStart, driveOn, OUT_OF_SIGHT, wishOf, type BusState, type BusWish } from './bus_motion';
import { PLATE_HEIGHT, plateScale } from './name_plates';

const STEP = 1 / 60;

function drive(bus: BusState, wish: BusWish, seconds: number, each: (bus: BusState) => void = () => undefined): void {
  for (let t = 0; t < seconds; t += STEP) {
    driveOn(bus, wish, STEP);
    each(bus);
  }
}

describe('the bus', () => {
  it('comes out of the haze, stops at the stop and opens its door', () => {
    const bus = busAtStart('away');
    driveOn(bus, 'arriving', STEP);
    expect(bus.away).toBe(false);
    expect(bus.along).toBeLessThan(-OUT_OF_SIGHT + 1);
    drive(bus, 'arriving', 15);
    expect(bus.along).toBe(0);
    expect(bus.door).toBe(0);
    drive(bus, 'here', 2);
    expect(bus.door).toBe(1);
  });

  it('brakes softly and never jumps', () => {
    const bus = busAtStart('away');
    driveOn(bus, 'arriving', STEP);
    let { along, speed } = bus;
    drive(bus, 'arriving', 14, (now) => {
      expect(now.along - along).toBeLessThan(0.2);
      expect(now.along).toBeGreaterThanOrEqual(along);
      expect(speed - now.speed).toBeLessThan(0.15);
      ({ along, speed } = now);
    });
  });

  it('shuts its door before it drives, and is gone in the end', () => {
    const bus = busAtStart('here');
    expect(bus.door).toBe(1);
    drive(bus, 'leaving', 25, (now) => {
      if (now.door > 0) expect(now.along).toBe(0);
    });
    expect(bus.away).toBe(true);
  });

  it('that has left goes out of sight before it comes again', () => {
    const bus = busAtStart('here');
    drive(bus, 'leaving', 6);
    const { along } = bus;
    expect(along).toBeGreaterThan(0);
    drive(bus, 'arriving', 1);
    expect(bus.along).toBeGreaterThan(along);
  });

  it('does not move in a frozen room', () => {
    const bus = busAtStart('away');
    drive(bus, 'arriving', 3);
    const before = { ...bus };
    driveOn(bus, 'arriving', 0);
    expect(bus).toEqual(before);
  });

  it('is not there when the room does not know it', () => {
    expect(wishOf(undefined)).toBe('away');
    expect(wishOf('flying')).toBe('away');
    expect(wishOf('leaving')).toBe('leaving');
  });
});

describe('the timetable', () => {
  it('reads its rows, and leaves empty what is missing', () => {
    expect(parseRow('31|Sentrum|06:05 06:20|5 min sen')).toEqual({ line: '31', to: 'Sentrum', times: '06:05 06:20', late: '5 min sen' });
    expect(parseRow('31')).toEqual({ line: '31', to: '', times: '', late: '' });
  });
});

describe('name plates', () => {
  it('have letters of at least 1.2 degrees wherever people meet', () => {
    const letters = PLATE_HEIGHT * 0.7 * 0.7; // the type fills 0.7 of the plate, capitals 0.7 of the type
    for (const distance of [0.8, 2, 4, 7.5]) {
      const degrees = (Math.atan2(letters * plateScale(distance), distance) * 180) / Math.PI;
      expect(degrees).toBeGreaterThanOrEqual(1.2);
    }
  });

  it('do not grow in the face of somebody near', () => {
    expect(plateScale(0.6)).toBe(plateScale(1));
    expect(plateScale(0.6)).toBeLessThan(0.6);
  });
});

describe('what is written on boards', () => {
  const fits = (line: string): boolean => line.length <= 12;

  it('is broken between words, and never loses one', () => {
    const text = 'Du må sende oss tre siste lønnsslipper';
    const lines = wrapped(text, fits);
    expect(lines.join(' ')).toBe(text);
    for (const line of lines) expect(fits(line) || !line.includes(' '), line).toBe(true);
  });

  it('has a face for every part that places let scenarios write on', () => {
    for (const prop of Object.keys(READABLE)) {
      const { width, height } = faceOf(prop);
      expect(Math.min(width, height), prop).toBeGreaterThan(0.5);
    }
    expect(() => faceOf('cake')).toThrow('cake');
  });
});
