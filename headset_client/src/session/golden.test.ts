import { expect, test } from 'vitest';
import { golden } from '../wire/golden';
import type { Motion, RoomState, Stamped } from '../wire/types.gen';
import { EMPTY_ROOM } from './fakes';
import { fold } from './fold';
import { arrival, standingAt, type Standing } from './motion';

interface Scene {
  readonly facts: readonly Stamped[];
  readonly states: readonly { readonly after: number; readonly state: RoomState }[];
}

interface Walk {
  readonly motion: Motion;
  readonly arrival: number;
  readonly standing: readonly (Standing & { readonly t: number })[];
}

const SCENE = golden<Scene>('fold');

test.each(SCENE.states)('the scene after fact $after is as the server has it', ({ after, state }) => {
  expect(SCENE.facts.filter(({ seq }) => seq <= after).reduce(fold, EMPTY_ROOM)).toEqual(state);
});

test.each(golden<{ walks: readonly Walk[] }>('motion').walks)('a walk along $motion.path goes as on the server', (walk) => {
  expect(arrival(walk.motion)).toBe(walk.arrival);
  for (const { t, at, facing, speed } of walk.standing) {
    const found = standingAt(walk.motion, t);
    expect(found.speed).toBe(speed);
    [...at, facing].forEach((part, index) => expect([...found.at, found.facing][index]).toBeCloseTo(part, 9));
  }
});
