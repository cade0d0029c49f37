import { beforeEach, expect, test } from 'vitest';
import type { Playing } from '../wire/types.gen';
import { stopsOf } from './jumps';
import type { Player } from './player';
import { TimeVr } from './time_vr';
import { TOLD } from './told.fake';

const NOTE = { id: '1', at: 18_000, by: 'w', name: 'Kari', text: 'Modig' };

let at = 0;
let playing: Playing;
let time: TimeVr;

beforeEach(() => {
  at = 10_500;
  playing = { at, since: 0, running: false, speed: 1 };
  const player: Player = {
    scene: { state: null, now: () => 0, sceneTime: () => 0, poseAt: () => null },
    jumps: 0,
    subscribe: () => () => undefined,
    get playing() {
      return playing;
    },
    stretch: { first: 1000, last: 30_000 },
    position: () => at,
    play: (running: boolean) => void (playing = { ...playing, running }),
    setSpeed: (speed: number) => void (playing = { ...playing, speed }),
    seek: (goal: number) => void (at = goal),
  };
  time = new TimeVr(player);
  time.stops = stopsOf(TOLD, [NOTE]);
});

/** Where one press leads, from 10.5 s. */
function leads(way: 'before' | 'after'): number {
  at = 10_500;
  time.press(way);
  return at;
}

test('first there are play, ten seconds back and more, and pressing more brings jumps and speed', () => {
  expect(time.words('nb')).toEqual({ play: 'Spill', back: '10 s', more: 'Mer' });
  time.press('play');
  time.press('more');
  expect(time.words('nb')).toEqual({
    pause: 'Pause',
    back: '10 s',
    less: 'Mindre',
    before: 'Forrige replikk',
    after: 'Neste replikk',
    leap: 'Andre hopp',
    speed: 'Fart 1×',
  });
  time.press('less');
  expect(Object.keys(time.words('nb'))).toEqual(['pause', 'back', 'more']);
});

test('ten seconds back is ten seconds', () => {
  time.press('back');
  expect(at).toBe(500);
});

test('one jumps by line, moment, pressure or frame, in turn', () => {
  const found = ['line', 'moment', 'pressure', 'frame', 'line'].map((leap) => {
    const one = [time.leap === leap, leads('before'), leads('after')];
    time.press('leap');
    return one;
  });
  expect(found).toEqual([
    [true, 9000, 12_000],
    [true, 9000, 16_000],
    [true, 10_500, 15_000],
    [true, 10_400, 10_600],
    [true, 9000, 12_000],
  ]);
});

test('a jump that leads nowhere is not offered', () => {
  time.press('more');
  at = 1000;
  expect(time.words('en')).not.toHaveProperty('before');
  at = 20_000;
  expect(time.words('en')).toHaveProperty('before', 'Line before');
  expect(time.words('en')).not.toHaveProperty('after');
  for (let n = 0; n < 3; n += 1) time.press('leap');
  expect(time.words('en')).toHaveProperty('after', 'Next frame');
  at = 30_000;
  expect(time.words('en')).not.toHaveProperty('after');
});

test('nobody jumps by what there is none of; frames there are always', () => {
  time.stops = { ...time.stops, line: [] };
  expect(time.leap).toBe('moment');
  time.stops = { line: [], moment: [], pressure: [] };
  expect(time.leap).toBe('frame');
  time.press('more');
  expect(time.words('nb')).not.toHaveProperty('leap');
  expect(leads('after')).toBe(10_600);
});

test('speed goes from ¼ to 4 and round again', () => {
  const found = Array.from({ length: 5 }, () => {
    time.press('speed');
    return playing.speed;
  });
  expect(found).toEqual([2, 4, 0.25, 0.5, 1]);
});

test('where the reel is can be read while one sees to it', () => {
  expect(time.line('nb')).toBeNull();
  time.press('more');
  expect(time.line('nb')).toBe('0:09 av 0:29');
  expect(time.line('en')).toBe('0:09 of 0:29');
});
