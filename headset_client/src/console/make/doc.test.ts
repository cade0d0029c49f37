import { expect, test } from 'vitest';
import { added, at, dotted, moved, pathOf, put, without } from './doc';

const DOC = { title: { nb: 'A', en: 'B' }, ladder: [{ n: 1 }, { n: 2 }, { n: 3 }] };

test('a place is named as the checker names it, and found again', () => {
  for (const path of [[], ['title'], ['ladder', 2, 'set'], ['replies', 'me_too', 'open', 'warm', 0, 'nb']]) {
    expect(pathOf(dotted(path))).toEqual(path);
  }
  expect(dotted(['ladder', 2, 'set'])).toBe('ladder[2].set');
});

test('a change touches nothing beside it', () => {
  const changed = put(DOC, ['title', 'nb'], 'Å');
  expect(changed.title).toEqual({ nb: 'Å', en: 'B' });
  expect(changed.ladder).toBe(DOC.ladder);
  expect(DOC.title.nb).toBe('A');
  expect(at(put(DOC, ['ladder', 1, 'n'], 9), ['ladder', 1, 'n'])).toBe(9);
});

test('entries come, go and move', () => {
  const numbers = (doc: typeof DOC) => doc.ladder.map(({ n }) => n);
  expect(numbers(without(DOC, ['ladder', 1]))).toEqual([1, 3]);
  expect(without(DOC, ['title', 'nb']).title).toEqual({ en: 'B' });
  expect(numbers(added(DOC, ['ladder'], { n: 4 }))).toEqual([1, 2, 3, 4]);
  expect(numbers(moved(DOC, ['ladder', 2], -1))).toEqual([1, 3, 2]);
  expect(numbers(moved(DOC, ['ladder', 0], 1))).toEqual([2, 1, 3]);
  expect(moved(DOC, ['ladder', 0], -1)).toBe(DOC);
});

test('what is not there is looked for in vain', () => {
  expect(at(DOC, ['nobody', 'here', 0])).toBeUndefined();
});
