/** What the next step up would change, told before it is done. The room's own rule is `rooms/decisions/pressure.py`. */
import { AXES, type Axis, type RoomState, type Scenario } from '../wire/types.gen';

export type Dial = Axis | 'help';

export type NextStep =
  | { kind: 'step'; dial: Dial; level: number }
  /** The client's ceiling is in the way. */
  | { kind: 'limit'; dial: Axis }
  | { kind: 'top' };

type Now = Pick<RoomState, 'levels' | 'help' | 'step' | 'ceiling'>;

/** The first change above what is asked now, on the rungs from here up. */
export function nextStep(ladder: Scenario['ladder'], { levels, help, step, ceiling }: Now): NextStep {
  for (const rung of ladder.slice(step - 1)) {
    for (const [dial, level] of Object.entries(rung.set)) {
      if (dial === 'help' && level > help) return { kind: 'step', dial, level };
      if (!isAxis(dial) || level <= levels[dial]) continue;
      return level > ceiling[dial] ? { kind: 'limit', dial } : { kind: 'step', dial, level };
    }
  }
  return { kind: 'top' };
}

/** The axis that step `number` (from 1) of the ladder would take above the ceiling; null when it may be gone to. */
export function aboveAt(scenario: Scenario, ceiling: Now['ceiling'], number: number): Axis | null {
  const levels = { ...scenario.start.levels };
  for (const rung of scenario.ladder.slice(0, number - 1)) Object.assign(levels, rung.set);
  return AXES.find((axis) => (levels[axis] ?? 0) > ceiling[axis]) ?? null;
}

function isAxis(dial: string): dial is Axis {
  return (AXES as readonly string[]).includes(dial);
}
