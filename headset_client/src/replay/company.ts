/** Who shares the reel: whether the others see the same, and who goes alone. */
import type { Watcher } from '../wire/types.gen';
import type { Key } from '../words/catalogue';

type Apart = Pick<Watcher, 'id' | 'name' | 'alone'>;

/** Whose position it is that one sees, in words. `others`: who else is here. */
export function sharing(you: Apart | null, others: readonly Apart[]): Key {
  if (you?.alone) return 're.alone';
  if (others.length === 0) return 're.onlyYou';
  return others.every(({ alone }) => alone) ? 're.onlyYouSee' : 're.same';
}

/** Whether one can go alone or come back; null while there is nobody to go from. */
export function parting(you: Apart | null, others: readonly Apart[]): 'wander' | 'rejoin' | null {
  if (you?.alone) return 'rejoin';
  return others.length > 0 ? 'wander' : null;
}

export interface Turn {
  key: Key;
  /** Whom it is about. */
  name: string;
}

/** Finds who has gone alone or come back, for one whom that concerns: who is alone oneself is told of nobody else. */
export class Company {
  private before: ReadonlyMap<string, boolean> = new Map();

  /** What has come since it was asked last. */
  news(you: Apart | null, others: readonly Apart[]): Turn[] {
    const { before } = this;
    this.before = new Map([...(you ? [you] : []), ...others].map(({ id, alone }) => [id, alone]));
    if (you === null || you.alone) return [];
    if (before.get(you.id) === true) return [{ key: sharing(you, others), name: you.name }];
    const turned = others.filter(({ id, alone }) => before.has(id) && before.get(id) !== alone);
    return turned.map(({ name, alone }) => ({ key: alone ? 're.vr.goes' : 're.vr.comes', name }));
  }
}
