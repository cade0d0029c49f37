import { LOOKS, type Look } from './people/looks';
import { PEOPLE } from './people/looks_people';

export { World, type WorldOptions } from './world';
export { portrait } from './portrait';
export type * from './view';
export type { Look } from './people/looks';

/** Every look a person may wear or an avatar may have. */
export const looks = (): readonly Look[] => LOOKS;

/** The looks that people may wear: nobody is to look like one of the cast. */
export const looksToWear = (): readonly Look[] => PEOPLE;
