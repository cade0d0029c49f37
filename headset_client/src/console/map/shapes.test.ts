import { expect, it } from 'vitest';
import { placeNamed } from './place';
import { SHAPES } from './shapes';

const PLACES = Object.keys(import.meta.glob('../../../../rooms/library/places/*.json')).map((path) => path.match(/(\w+)\.json$/)![1]!);

it.each(PLACES)('shows on the map of %s what one stands on, and what is read there', (id) => {
  const shapes = placeNamed(id)!.parts.flatMap(({ part }) => SHAPES.get(part) ?? []);
  expect(shapes.some(({ stuff }) => stuff === 'floor')).toBe(true);
  if (id !== 'calm') expect(shapes.some(({ stuff }) => stuff === 'read')).toBe(true);
});
