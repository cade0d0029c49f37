import { expect, it } from 'vitest';
import icons from '../../../rooms/icons.py?raw';
import { isPicto, pictoUrl } from './Picto';

const names = [...icons.matchAll(/"(\w+)",/g)].map(([, name]) => name!);

it('has a drawing for every pictogram that a card may name', () => {
  expect(names.length).toBeGreaterThan(70);
  for (const name of names) {
    expect(isPicto(name), name).toBe(true);
    expect(pictoUrl(name), name).toMatch(/svg/);
  }
});
