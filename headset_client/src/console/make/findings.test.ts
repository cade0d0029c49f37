import { expect, test } from 'vitest';
import type { Mistake } from '../../wire/types.gen';
import { exactly, inSection, sectionOf, under } from './findings';

const found = (where: string): Mistake => ({ file: 'a.yaml', line: 1, where, problem: 'No.', instead: 'yes' });
const ALL = ['title', 'replies.hello', 'replies.hello.open.warm[0].nb', 'replies.hello_again', 'ladder[2].set'].map(found);

test('every place has a part of the page, also one that is not known', () => {
  expect(['cast.a', 'replies.b', 'meanings.c', 'ladder[0]', 'load.time_limit', 'title', '', 'nonsense'].map(sectionOf)).toEqual([
    'people',
    'lines',
    'cards',
    'steps',
    'press',
    'about',
    'about',
    'about',
  ]);
  expect(inSection(ALL, 'lines')).toHaveLength(3);
});

test('a sentence stands at its own place alone, and is counted all the way up', () => {
  expect(exactly(ALL, 'replies.hello')).toHaveLength(1);
  expect(under(ALL, 'replies.hello').map(({ where }) => where)).toEqual(['replies.hello', 'replies.hello.open.warm[0].nb']);
  expect(under(ALL, 'ladder')).toHaveLength(1);
});
