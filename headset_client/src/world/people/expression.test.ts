import { expect, it } from 'vitest';
import { TONES } from './expression';

const TONE_ORDER = ['warm', 'friendly', 'neutral', 'cool', 'hostile'] as const;
const pairs = TONE_ORDER.slice(1).map((tone, i) => [TONE_ORDER[i]!, tone] as const);

it.each(pairs)('a face is warmer when it is %s than when it is %s', (one, other) => {
  const [warmer, colder] = [TONES[one].face, TONES[other].face];
  expect(warmer.smile).toBeGreaterThan(colder.smile);
  expect(warmer.press).toBeLessThanOrEqual(colder.press);
  expect(warmer.frown).toBeLessThanOrEqual(colder.frown);
});

it.each(pairs)('one sees from afar that somebody is %s and not %s: the head and the back say it too', (one, other) => {
  const [a, b] = [TONES[one], TONES[other]];
  const parts = Object.keys(a.face) as (keyof typeof a.face)[];
  const face = parts.reduce((sum, part) => sum + Math.abs(a.face[part] - b.face[part]), 0);
  const bearing = (['pitch', 'tilt', 'lean'] as const).reduce((sum, part) => sum + Math.abs(a.bearing[part] - b.bearing[part]), 0);
  expect(face).toBeGreaterThan(0.5);
  expect(bearing).toBeGreaterThan(0.03);
});
