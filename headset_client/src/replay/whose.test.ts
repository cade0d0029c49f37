import { expect, test } from 'vitest';
import { avatar, person, roomWith } from '../session/fakes';
import { eased, lookOf } from './gaze';
import { originFor } from '../vr/origin';
import { placedAt } from './replay_vr';
import { firstView, freeSpot, nextEyes, seersOf } from './whose';

const client = person('sol', { role: 'client', name: 'Sol' });
const peer = person('kari', { role: 'peer', name: 'Kari', body: 1 });
const berit = avatar('berit');
const ROOM = roomWith([peer, client], [berit, avatar('gone', { present: false })]);

test('the client comes first, then the avatars that are here, then the others', () => {
  expect(seersOf(ROOM).map(({ id }) => id)).toEqual(['sol', 'berit', 'kari']);
});

test('nobody can look through one who has no name and no body here', () => {
  const left = person('x', { name: '', body: 3 });
  expect(seersOf(roomWith([left, person('staff', { body: null })])).map(({ id }) => id)).toEqual([]);
});

test('one begins with the eyes of the other', () => {
  expect(firstView(ROOM)).toEqual({ from: 'eyes', of: 'berit' });
  expect(firstView(roomWith([client]))).toEqual({ from: 'eyes', of: 'sol' });
  expect(firstView(roomWith([]))).toEqual({ from: 'above' });
});

test('in the headset eyes follow one another, and then one has one’s own again', () => {
  expect(nextEyes(ROOM, null)).toBe('sol');
  expect(nextEyes(ROOM, 'sol')).toBe('berit');
  expect(nextEyes(ROOM, 'kari')).toBeNull();
});

test('one who walks begins at the nearest free spot, looking at where it happens', () => {
  const spots = [0, 1, 3].map((x) => ({ at: [x, 0] as const, facing: 0 }));
  const spot = freeSpot(spots, [[0.2, 0]], [0, 0]);
  expect(spot.at).toEqual([3, 0]);
  expect(spot.facing).toBe(-90);
  expect(
    freeSpot(
      spots,
      [
        [0, 0],
        [1, 0],
        [3, 0],
      ],
      [0, 0],
    ).at,
    'where all are taken, the nearest',
  ).toEqual([0, 0]);
  expect(freeSpot([], [], [1, 1]).at).toEqual([1, 3]);
});

test('an avatar’s eyes look at what it looks at, and never turn at a jerk', () => {
  const look = lookOf({ facing: 0, looksAt: [2, 1.6, 0] }, [0, 1.6, 0]);
  expect(look).toEqual({ facing: 90, pitch: 0 });
  expect(lookOf({ facing: 40, looksAt: null }, [0, 0, 0])).toEqual({ facing: 40, pitch: 0 });
  expect(lookOf({ facing: 0, looksAt: [0.2, 9, 0.2] }, [0, 1, 0]).pitch, 'nobody looks straight up').toBe(25);
  const next = eased({ facing: 170, pitch: 0 }, { facing: -170, pitch: 0 }, 0.1);
  expect(next.facing, 'the shorter way round').toBeGreaterThan(170);
  expect(next.facing).toBeLessThan(190);
});

test('one who takes eyes in the headset is moved there and never turned', () => {
  const head = { p: [0.3, 1.6, -0.2], q: [0, Math.sin(0.4), 0, Math.cos(0.4)] } as const;
  const before = originFor(head, [1, 2], 75);
  const after = originFor(head, placedAt({ at: [1, 2], facing: 75 }, [5, 5]).at, placedAt({ at: [1, 2], facing: 75 }, [5, 5]).facing);
  expect(after.turn).toBe(before.turn);
  expect([after.shift[0] - before.shift[0], after.shift[1] - before.shift[1]].map(Math.round)).toEqual([4, 3]);
});
