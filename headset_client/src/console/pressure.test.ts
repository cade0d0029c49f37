import { describe, expect, it } from 'vitest';
import { AXES, type Axis, type Scenario } from '../wire/types.gen';
import { above, ceilingOf, reachOf, stepWithin } from './ceiling';
import { aboveAt, nextStep } from './pressure';

const levels = (changes: Partial<Record<Axis, number>> = {}, all = 0) =>
  ({ ...Object.fromEntries(AXES.map((axis) => [axis, all])), ...changes }) as Record<Axis, number>;
const rung = (set: Record<string, number>) => ({ set, words: {} });
const ladder = [rung({ help: 1 }), rung({ warmth: 1 }), rung({ company: 2 }), rung({ attention: 1 })];
const now = { levels: levels({ company: 1 }), help: 0, step: 1, ceiling: levels({}, 4) };

describe('the next step', () => {
  it('is the next rung that asks for more', () => {
    expect(nextStep(ladder, now)).toEqual({ kind: 'step', dial: 'help', level: 1 });
    expect(nextStep(ladder, { ...now, help: 1 })).toEqual({ kind: 'step', dial: 'warmth', level: 1 });
  });

  it('passes over what is already asked for', () => {
    const raised = { ...now, step: 2, levels: levels({ company: 2, warmth: 3 }) };
    expect(nextStep(ladder, raised)).toEqual({ kind: 'step', dial: 'attention', level: 1 });
  });

  it('tells of the ceiling, as the room would refuse', () => {
    const low = { ...now, step: 2, ceiling: levels({ warmth: 0 }, 4) };
    expect(nextStep(ladder, low)).toEqual({ kind: 'limit', dial: 'warmth' });
  });

  it('is the top when no rung is left', () => {
    expect(nextStep(ladder, { ...now, step: 5 })).toEqual({ kind: 'top' });
  });

  it('knows which steps of the ladder lie above the ceiling', () => {
    const scenario = { start: { levels: levels({ company: 1 }), beat: 'a', help: 0 }, ladder } as unknown as Scenario;
    const ceiling = levels({ company: 1 }, 4);
    expect(aboveAt(scenario, ceiling, 3)).toBeNull();
    expect(aboveAt(scenario, ceiling, 4)).toBe('company');
    expect(aboveAt(scenario, ceiling, 5)).toBe('company');
  });
});

describe('agreeing on a ceiling', () => {
  const step = (changes: Partial<Record<Axis, number>>) => ({ words: {}, levels: levels(changes), help: 0 });
  const steps = [
    step({}),
    step({ company: 1 }),
    step({ company: 2 }),
    step({ company: 2, warmth: 1 }),
    step({ company: 3, warmth: 1 }),
    step({ company: 3, warmth: 2 }),
  ];

  it('cuts its presets from the ladder itself', () => {
    expect(reachOf('gentle', steps)).toBe(2);
    expect(ceilingOf('gentle', steps)).toEqual(levels({ company: 1 }));
    expect(ceilingOf('middle', steps)).toEqual(levels({ company: 2, warmth: 1 }));
    expect(ceilingOf('far', steps)).toEqual(levels({ company: 3, warmth: 2 }));
  });

  it('lets every preset climb as far as it says', () => {
    for (const preset of ['gentle', 'middle', 'far'] as const) {
      expect(stepWithin(steps.length, steps, ceilingOf(preset, steps))).toBe(reachOf(preset, steps));
    }
  });

  it('brings a starting step down with the ceiling', () => {
    expect(stepWithin(4, steps, levels({ company: 1 }))).toBe(2);
    expect(stepWithin(4, steps, levels())).toBe(1);
    expect(above(steps[5]!.levels, levels({ company: 3 }))).toEqual(['warmth']);
  });
});
