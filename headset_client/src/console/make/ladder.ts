/** Steps of a ladder, as the editor begins them. */
import { AXES, type Scenario } from '../../wire/types.gen';

/** One axis, one level above where the ladder has come; the first that has room, in the order in which pressure is shown. */
export function nextLevel({ start, ladder, tops }: Pick<Scenario, 'start' | 'ladder' | 'tops'>): Readonly<Record<string, number>> {
  const now: Record<string, number> = { ...start.levels, help: start.help };
  for (const { set } of ladder) Object.assign(now, set);
  const last = Object.keys(ladder[ladder.length - 1]?.set ?? {})[0];
  const room = [...AXES, 'help'].filter((axis) => (now[axis] ?? 0) < (tops[axis as keyof typeof tops] ?? 4));
  const axis = room.find((each) => each !== last) ?? room[0] ?? 'company';
  return { [axis]: Math.min(4, (now[axis] ?? 0) + 1) };
}
