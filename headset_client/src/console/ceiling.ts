/** Agreeing on a ceiling before a session: three presets cut from the scenario's own ladder, then each axis by itself. */
import { AXES, type Axis, type StepInfo } from '../wire/types.gen';

export type Levels = Record<Axis, number>;
export type Preset = 'gentle' | 'middle' | 'far';
export const PRESETS: readonly Preset[] = ['gentle', 'middle', 'far'];

const SHARE: Record<Preset, number> = { gentle: 1 / 3, middle: 2 / 3, far: 1 };

/** The last step that a preset reaches, from 1. */
export function reachOf(preset: Preset, steps: readonly StepInfo[]): number {
  return Math.max(1, Math.round(steps.length * SHARE[preset]));
}

/** The ceiling that lets the ladder be climbed just as far as the preset reaches. */
export function ceilingOf(preset: Preset, steps: readonly StepInfo[]): Levels {
  const within = steps.slice(0, reachOf(preset, steps));
  return levelsBy((axis) => Math.max(0, ...within.map(({ levels }) => levels[axis] ?? 0)));
}

/** The axes on which `levels` go above `ceiling`. */
export function above(levels: Readonly<Record<string, number>>, ceiling: Levels): Axis[] {
  return AXES.filter((axis) => (levels[axis] ?? 0) > ceiling[axis]);
}

/** The highest step up to `wanted` that lies within the ceiling; 1 when none does. */
export function stepWithin(wanted: number, steps: readonly StepInfo[], ceiling: Levels): number {
  for (let number = Math.min(wanted, steps.length); number > 1; number -= 1) {
    if (above(steps[number - 1]?.levels ?? {}, ceiling).length === 0) return number;
  }
  return 1;
}

function levelsBy(level: (axis: Axis) => number): Levels {
  return Object.fromEntries(AXES.map((axis) => [axis, level(axis)])) as Levels;
}
