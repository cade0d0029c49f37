import { describe, expect, test } from 'vitest';
import type { Talked, WatchNote } from '../wire/types.gen';
import { Hearing, Lines, type Moment } from './tidings';

const HI: Talked = { by: 'k', name: 'Kari', text: 'Hei' };
const NOTE: WatchNote = { id: '1', at: 5000, by: 'k', name: 'Kari', text: 'Modig' };
const NOW: Moment = { you: 'me', talked: [], notes: [NOTE], at: 2000, jumps: 0 };

function heard(...moments: Partial<Moment>[]): string[] {
  const hearing = new Hearing();
  let now = NOW;
  return moments.flatMap((moment) => hearing.news((now = { ...now, ...moment })).map(({ kind, text }) => `${kind} ${text}`));
}

describe('what is new', () => {
  test('is nothing at first, then what others say, each line once', () => {
    const mine = { ...HI, by: 'me', text: 'Mitt' };
    const two = [HI, mine, { ...HI, text: 'Der' }];
    expect(heard({ talked: [HI] }, { talked: two }, { talked: two })).toEqual(['talk Der']);
    expect(heard({}, { talked: two })).toEqual(['talk Hei', 'talk Der']);
  });

  test('stays right when the oldest lines are forgotten', () => {
    const der = { ...HI, text: 'Der' };
    expect(heard({ talked: [HI, HI] }, { talked: [HI, der] })).toEqual(['talk Der']);
  });

  test('is a note of another, wherever the reel is; one’s own is known', () => {
    const later = { ...NOTE, id: '2', at: 90_000, text: 'Se' };
    expect(heard({}, { notes: [NOTE, later, { ...later, id: '3', by: 'me' }] })).toEqual(['note Se']);
  });

  test('is a note when the reel passes it, once', () => {
    expect(heard({ at: 4990 }, { at: 5000 }, { at: 5010 }, { at: 6000 })).toEqual(['note Modig']);
  });

  test('is a note that the reel jumps to, and not one that it jumps over', () => {
    expect(heard({}, { at: 5000, jumps: 1 }, { at: 5010 })).toEqual(['note Modig']);
    expect(heard({}, { at: 9000, jumps: 1 })).toEqual([]);
    expect(heard({ at: 9000 }, { at: 2000, jumps: 1 })).toEqual([]);
  });
});

describe('lines', () => {
  test('stand for a while and go', () => {
    const lines = new Lines();
    lines.add('a');
    expect([0, 10_000, 10_100].map((now) => lines.at(now))).toEqual(['a', 'a', null]);
    const long = 'Her smilte du, og hun så det med en gang.';
    lines.add(long);
    expect([20_000, 32_000, 33_000].map((now) => lines.at(now))).toEqual([long, long, null]);
  });

  test('give way to the next when they can have been read', () => {
    const lines = new Lines();
    lines.add('a');
    expect(lines.at(0)).toBe('a');
    for (const words of ['b', 'b', 'a', 'c']) lines.add(words);
    expect([3900, 4000, 7900, 8000, 18_100].map((now) => lines.at(now))).toEqual(['a', 'b', 'b', 'c', null]);
  });

  test('are shown newest when too many come', () => {
    const lines = new Lines();
    for (const words of ['a', 'b', 'c', 'd', 'e']) lines.add(words);
    expect(lines.at(0)).toBe('c');
  });
});
