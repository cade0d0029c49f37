import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ANSWER_WITHIN_MS, DIAL_WITHIN_MS, Dialler, QUIET_MS } from './dialler';

/** How long after the first, the second and later failures the last of many dials again. */
const LONGEST = [500, 1000, 1000, 2000, 2000];

let dialler: Dialler;
let done: string[];
let chance: number;

beforeEach(() => {
  vi.useFakeTimers();
  done = [];
  chance = 1;
  const note = (what: string) => () => void done.push(what);
  const wire = { dial: note('dial'), hangUp: note('hang up'), ask: note('ask'), lost: note('lost') };
  dialler = new Dialler(
    wire,
    () => Date.now(),
    () => chance,
  );
});

afterEach(() => vi.useRealTimers());

function stands(): void {
  dialler.dial();
  dialler.connected();
  done.length = 0;
}

test('a line that is spoken on is not asked, and a quiet one is asked once', () => {
  stands();
  for (let count = 0; count < 10; count += 1) {
    vi.advanceTimersByTime(QUIET_MS - 1);
    dialler.heard();
  }
  expect(done).toEqual([]);
  vi.advanceTimersByTime(QUIET_MS + ANSWER_WITHIN_MS - 1);
  expect(done).toEqual(['ask']);
});

test('a line that answers stands', () => {
  stands();
  vi.advanceTimersByTime(QUIET_MS + ANSWER_WITHIN_MS - 1);
  dialler.heard();
  vi.advanceTimersByTime(QUIET_MS - 1);
  expect(done).toEqual(['ask']);
});

test('a line that does not answer is given up before another is dialled', () => {
  stands();
  vi.advanceTimersByTime(QUIET_MS + ANSWER_WITHIN_MS);
  expect(done).toEqual(['ask', 'hang up', 'lost', 'dial']);
});

test('a dial that leads nowhere is given up, and tried again after a wait', () => {
  dialler.dial();
  vi.advanceTimersByTime(DIAL_WITHIN_MS);
  expect(done).toEqual(['dial', 'hang up', 'lost']);
  vi.advanceTimersByTime(500);
  expect(done).toEqual(['dial', 'hang up', 'lost', 'dial']);
});

test('the waits grow, no further than two seconds, and begin anew with each line that stood', () => {
  stands();
  for (const wait of LONGEST) {
    done.length = 0;
    dialler.ended();
    vi.advanceTimersByTime(wait - 1);
    expect(done).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(done).toEqual(['dial']);
  }
  dialler.connected();
  dialler.ended();
  vi.advanceTimersByTime(500);
  expect(done).toEqual(['dial', 'dial']);
});

test('the earliest of many comes at a quarter of the wait, and those who were sent away are spread most', () => {
  chance = 0;
  stands();
  dialler.ended();
  vi.advanceTimersByTime(125);
  expect(done).toEqual(['dial']);
  dialler.connected();
  dialler.ended(true);
  vi.advanceTimersByTime(499);
  expect(done).toEqual(['dial']);
  vi.advanceTimersByTime(1);
  expect(done).toEqual(['dial', 'dial']);
});

test('one who wakes up asks at once, once', () => {
  stands();
  dialler.wake();
  dialler.wake();
  expect(done).toEqual(['ask']);
  vi.advanceTimersByTime(ANSWER_WITHIN_MS);
  expect(done).toEqual(['ask', 'hang up', 'lost', 'dial']);
});

test('one who wakes up does not wait out the back-off, and dials once', () => {
  stands();
  for (let count = 0; count < 5; count += 1) dialler.ended();
  dialler.wake();
  dialler.wake();
  expect(done).toEqual(['dial']);
  vi.advanceTimersByTime(DIAL_WITHIN_MS - 1);
  expect(done).toEqual(['dial']);
});

test('a dial from before the sleep is begun again', () => {
  dialler.dial();
  vi.advanceTimersByTime(1000);
  dialler.wake();
  expect(done).toEqual(['dial', 'hang up', 'dial']);
});

test('for a minute after a line was given up, it may be that one which takes the place', () => {
  stands();
  expect(dialler.mayBeStray).toBe(false);
  vi.advanceTimersByTime(QUIET_MS + ANSWER_WITHIN_MS);
  dialler.connected();
  for (let count = 0; count < 19; count += 1) {
    vi.advanceTimersByTime(3000);
    dialler.heard();
  }
  expect(dialler.mayBeStray).toBe(true);
  vi.advanceTimersByTime(3000);
  expect(dialler.mayBeStray).toBe(false);
});

test('a closed line does nothing more', () => {
  stands();
  dialler.close();
  dialler.wake();
  dialler.ended();
  dialler.heard();
  dialler.connected();
  dialler.dial();
  vi.advanceTimersByTime(60_000);
  expect(done).toEqual(['hang up']);
});

test('whatever happens, there is never a second line beside the first', () => {
  let open = 0;
  const wire = {
    dial: () => (open += 1),
    hangUp: () => (open = 0),
    ask: () => undefined,
    lost: () => undefined,
  };
  for (let seed = 1; seed < 200; seed += 1) {
    open = 0;
    let now = seed;
    const next = () => (now = (now * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
    const one = new Dialler(wire, () => Date.now(), next);
    one.dial();
    for (let count = 0; count < 60; count += 1) {
      const what = next();
      if (what < 0.2) one.wake();
      else if (what < 0.4) vi.advanceTimersByTime(next() * 5000);
      else if (what < 0.6 && open === 1) one.connected();
      else if (what < 0.8) one.heard();
      else if (open === 1) {
        open = 0;
        one.ended(next() < 0.5);
      }
      expect(open, `seed ${seed}`).toBeLessThanOrEqual(1);
    }
    one.close();
  }
});
