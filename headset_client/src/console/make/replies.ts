/** Which replies belong to what. */
import type { Reply, Scenario } from '../../wire/types.gen';

/** The replies that may be said in a part of the scene: when it begins, in answer, and into a silence. */
export function repliesOf({ beats }: Pick<Scenario, 'beats'>, name: string): ReadonlySet<string> {
  const beat = beats[name];
  if (beat === undefined) return new Set();
  const named = [...Object.values(beat.turns), ...beat.silence].map(({ reply }) => reply);
  return new Set(beat.opens === null ? named : [beat.opens, ...named]);
}

/** Whether any line of the reply, in any tone and language, holds what is looked for. */
export function fits({ open, critical }: Pick<Reply, 'open' | 'critical'>, wanted: string): boolean {
  const looked = wanted.trim().toLowerCase();
  if (looked === '') return true;
  const lines = [open, critical].flatMap((tones) => Object.values(tones).flat());
  return lines.some((words) => Object.values(words).some((text) => text.toLowerCase().includes(looked)));
}
