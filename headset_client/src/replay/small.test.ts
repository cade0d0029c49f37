import { expect, test } from 'vitest';
import { barsOf } from './bars';
import { clock, spokenClock } from './clock';
import { keyAct } from './keys';
import { whereIs } from './place';
import type { Player } from './player';

test('times read as one says them', () => {
  expect([0, 65_400, 3_599_999, 3_600_000, -5].map(clock)).toEqual(['0:00', '1:05', '59:59', '1:00:00', '0:00']);
  expect(spokenClock('nb', 61_000)).toBe('1 minutt 1 sekund');
  expect(spokenClock('en', 246_000)).toBe('4 minutes 6 seconds');
  expect(spokenClock('nb', 9000)).toBe('9 sekunder');
});

test('the greater of two values fills its bar, and what is not known has none', () => {
  expect(barsOf(2, 4)).toEqual([0.5, 1]);
  expect(barsOf(0, 0)).toEqual([0, 0]);
  expect(barsOf(null, 3)).toEqual([null, 1]);
});

test('the key leaves the address, stays in the tab, and opens its own recording alone', () => {
  const held = new Map<string, string>();
  const kept = { getItem: (key: string) => held.get(key) ?? null, setItem: (key: string, value: string) => void held.set(key, value) };
  expect(whereIs('#session=abc&key=0f', kept)).toEqual({ session: 'abc', key: '0f' });
  expect(whereIs('#session=abc', kept)).toEqual({ session: 'abc', key: '0f' });
  expect(whereIs('#session=xyz', kept)).toEqual({ session: 'xyz', key: null });
  expect(whereIs('', kept)).toEqual({ session: null, key: null });
});

test('keys play, leap and step; with Ctrl they belong to the browser', () => {
  const done: (number | boolean)[] = [];
  const player = {
    playing: { running: false },
    position: () => 50_000,
    play: (on: boolean) => done.push(on),
    seek: (at: number) => done.push(at),
  };
  const press = (key: string, ctrlKey = false, target: EventTarget | null = null) => {
    const event = { key, ctrlKey, metaKey: false, altKey: false, target };
    return keyAct(event, player as unknown as Player)?.();
  };
  for (const key of [' ', 'k', 'j', 'L', ',', '.']) press(key);
  expect(done).toEqual([true, true, 40_000, 60_000, 49_900, 50_100]);
  press('j', true);
  press('q');
  const button = Object.assign(new EventTarget(), { closest: () => button });
  press(' ', false, button);
  expect(done).toHaveLength(6);
});
