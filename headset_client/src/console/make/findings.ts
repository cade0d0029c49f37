/** Where the checker's sentences belong on the page. */
import type { Mistake } from '../../wire/types.gen';
import { pathOf } from './doc';

export const SECTIONS = ['about', 'people', 'lines', 'cards', 'steps', 'press'] as const;
export type Section = (typeof SECTIONS)[number];

const OF: Readonly<Record<string, Section>> = {
  cast: 'people',
  replies: 'lines',
  followups: 'lines',
  stalls: 'lines',
  meanings: 'cards',
  beats: 'cards',
  start: 'steps',
  ladder: 'steps',
  tops: 'steps',
  questions: 'press',
  persuasion: 'press',
  cues: 'press',
  load: 'press',
};

/** The part of the page on which a place of the scenario is changed. */
export function sectionOf(where: string): Section {
  return OF[String(pathOf(where)[0])] ?? 'about';
}

export function inSection(found: readonly Mistake[], section: Section): readonly Mistake[] {
  return found.filter(({ where }) => sectionOf(where) === section);
}

/** What is said of exactly this place. */
export function exactly(found: readonly Mistake[], where: string): readonly Mistake[] {
  return found.filter((each) => each.where === where);
}

/** What is said of this place or of anything in it. */
export function under(found: readonly Mistake[], where: string): readonly Mistake[] {
  return found.filter((each) => each.where === where || each.where.startsWith(`${where}.`) || each.where.startsWith(`${where}[`));
}
