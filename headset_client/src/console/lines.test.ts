import { describe, expect, it } from 'vitest';
import { AXES, type Axis, type Reply, type Scenario, TONES } from '../wire/types.gen';
import { readyLines, toneNow } from './lines';

const reply = (word: string, by: string | null = null): Reply => ({
  open: Object.fromEntries(
    TONES.map((tone) => [tone, [{ en: `${word}, ${tone} {line}` }, { en: `${word} again, ${tone}` }]]),
  ) as unknown as Reply['open'],
  critical: {} as Reply['critical'],
  by,
  gesture: null,
});
const turn = (name: string, by: string | null = null) => ({ reply: name, by, then: null, reaches: null });

const scenario = {
  start: { beat: 'meet' },
  beats: {
    meet: {
      speaker: 'berit',
      opens: 'hello',
      cards: ['time', 'late'],
      turns: { late: turn('late'), time: turn('time'), price: turn('price', 'driver') },
      silence: [{ after: 8, reply: 'silent' }],
    },
  },
  general: { yes: turn('good'), help: turn('help'), repeat: turn('time') },
  replies: {
    hello: reply('Hello'),
    late: reply('Late'),
    time: reply('Time'),
    price: reply('Price'),
    silent: reply('Silent'),
    good: reply('Good'),
    help: reply('Help'),
  },
  boards: [{ prop: 'board', axis: 'load', levels: [{ rows: {}, values: { line: '31' } }] }],
} as unknown as Scenario;
const levels = Object.fromEntries(AXES.map((axis) => [axis, 0])) as Record<Axis, number>;
const now = { beat: 'meet', levels, uses: {} };
const names = (avatar: string) => readyLines(scenario, now, avatar).map(({ reply: name }) => name);

describe('the lines that stand ready', () => {
  it('begin the beat, answer its cards in order, break its silence, and fit anywhere; each once', () => {
    expect(names('berit')).toEqual(['hello', 'time', 'late', 'silent', 'good']);
  });

  it('are for another avatar what is theirs, and what fits anywhere', () => {
    expect(names('driver')).toEqual(['price', 'good', 'time']);
  });

  it('never hold the answer to a cry for help: that is the room’s own', () => {
    expect([...names('berit'), ...names('driver')]).not.toContain('help');
  });

  it('stand in the tone of the room, with the values of the board put in', () => {
    expect(toneNow({ ...levels, warmth: 3 })).toBe('cool');
    expect(readyLines(scenario, { ...now, levels: { ...levels, warmth: 3 } }, 'berit')[0]?.words).toEqual({ en: 'Hello, cool 31' });
  });

  it('take the variants in turn, as the room does', () => {
    expect(readyLines(scenario, { ...now, uses: { 'hello/warm/False': 1 } }, 'berit')[0]?.words).toEqual({ en: 'Hello again, warm' });
  });

  it('are those of the first beat before the scene has begun', () => {
    expect(readyLines(scenario, { ...now, beat: '' }, 'berit')).toHaveLength(5);
  });
});
