import { beforeEach, expect, test } from 'vitest';
import { RoomClock } from './clock';

let local: number;
let clock: RoomClock;

beforeEach(() => {
  local = 5000;
  clock = new RoomClock(() => local);
});

test('before anything was heard it is 0', () => {
  expect(clock.now()).toBe(0);
});

test('the quickest message counts: a late one does not set the clock back', () => {
  clock.heard(1000);
  local += 100;
  clock.heard(1040);
  expect(clock.now()).toBeCloseTo(1100, 0);
  local += 100;
  clock.heard(1260);
  expect(clock.now()).toBe(1260);
});

test('a clock that runs slower than ours is followed, without ever running backwards', () => {
  clock.heard(0);
  let last = 0;
  for (let sent = 1; sent <= 600; sent += 1) {
    local += 1000.2;
    clock.heard(sent * 1000);
    expect(clock.now()).toBeGreaterThanOrEqual(last);
    last = clock.now();
  }
  expect(last).toBeGreaterThanOrEqual(600_000);
  expect(last).toBeLessThan(600_001);
});

test('another log begins at its own time', () => {
  clock.heard(90_000);
  expect(clock.now()).toBe(90_000);
  clock.restart();
  clock.heard(10);
  expect(clock.now()).toBe(10);
});
