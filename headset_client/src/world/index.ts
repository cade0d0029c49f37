import { LOOKS, type Look } from './people/looks';

export { World, type WorldOptions } from './world';
export { portrait } from './portrait';
export type * from './view';
export type { Look } from './people/looks';

/** Every look a person may wear or an avatar may have. */
export const looks = (): readonly Look[] => LOOKS;
