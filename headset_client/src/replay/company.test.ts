import { expect, test } from 'vitest';
import { Company, parting, sharing } from './company';

const SOL = { id: 'c', name: 'Sol', alone: false };
const KARI = { id: 'k', name: 'Kari', alone: false };
const OLA = { id: 'o', name: 'Ola', alone: false };
const alone = (who: typeof SOL) => ({ ...who, alone: true });

test('one sees the same as the others, unless one goes alone or all others do', () => {
  expect(sharing(SOL, [KARI, alone(OLA)])).toBe('re.same');
  expect(sharing(SOL, [alone(KARI), alone(OLA)])).toBe('re.onlyYouSee');
  expect(sharing(SOL, [])).toBe('re.onlyYou');
  expect(sharing(alone(SOL), [KARI])).toBe('re.alone');
});

test('one can go alone while others are here, and come back always', () => {
  expect(parting(SOL, [KARI])).toBe('wander');
  expect(parting(SOL, [])).toBeNull();
  expect(parting(alone(SOL), [])).toBe('rejoin');
});

test('one is told once when another goes alone or comes back, and nothing at first', () => {
  const company = new Company();
  const told = [[alone(KARI)], [KARI, OLA], [KARI, alone(OLA)], [KARI, alone(OLA)], [KARI]].map((others) => company.news(SOL, others));
  expect(told).toEqual([[], [{ key: 're.vr.comes', name: 'Kari' }], [{ key: 're.vr.goes', name: 'Ola' }], [], []]);
});

test('one who is alone is told of nobody, and what they see when they are back', () => {
  const company = new Company();
  company.news(SOL, [KARI]);
  expect(company.news(alone(SOL), [alone(KARI)])).toEqual([]);
  expect(company.news(SOL, [KARI])).toEqual([{ key: 're.same', name: 'Sol' }]);
  expect(company.news(SOL, [KARI])).toEqual([]);
});
