import { expect, test } from 'vitest';
import { tickOf } from '../wire/fakes';
import type { Pose } from '../world/view';
import type { Avatar, Line, Person, RoomState } from '../wire/types.gen';
import { EMPTY } from './empty';
import { avatar, FakeServer, FakeWorker, person, roomWith } from './fakes';
import { SHOWN_LATE_MS } from './poses';
import { Session } from './session';
import { worldView } from './view';

const QUARTER = Math.SQRT1_2;
const NOW = 10_000;
const RUNNING = { phase: 'running', frozen_at: null } as const;

const SCENE = {
  id: 's',
  title: {},
  goal: {},
  place: 'bus_stop',
  minutes: 5,
  steps: [],
  cast: {},
  tops: EMPTY.levels,
  cues: [],
  second_task: null,
  second_goal: null,
  limit_s: null,
};

/** A session at room time NOW (unless told) in this room, with these heads on the stream. */
function visit(state: RoomState, heads: readonly (readonly [t: number, body: number, head: Pose])[] = [], now = NOW): Session {
  const server = new FakeServer();
  const worker = new FakeWorker();
  const { dial } = server;
  const session = new Session(
    { session: 's' },
    { dial, startWorker: () => worker, clock: () => 0, streamUrl: () => '', hidden: () => false },
  );
  server.lets(state, { now });
  for (const [t, body, head] of heads) {
    worker.says({ kind: 'tick', bytes: tickOf(t, [[body, { head, flat: false }]]) });
  }
  return session;
}

function view(people: readonly Person[], avatars: readonly Avatar[] = [], change: Partial<RoomState> = {}) {
  return worldView(visit(roomWith(people, avatars, { ...RUNNING, ...change })), 'nb');
}

function said(who: string, seq: number, t: number, lasts: number): Line {
  const words = { nb: 'Hei', en: 'Hi' };
  const base = { words, language: 'nb', source: 'person', meaning: null, sure: null, answered: false } as const;
  return { seq, t, who, lasts, ...base, critical: null, reply: null, by: null, remark: null, level: null };
}

test('before the first state there is nothing to draw', () => {
  const server = new FakeServer();
  const outside = { dial: server.dial, startWorker: () => new FakeWorker(), clock: () => 0, streamUrl: () => '', hidden: () => false };
  expect(worldView(new Session({ seat: 's' }, outside), 'nb').figures).toEqual([]);
});

test('people and avatars are told apart by their labels, in one’s own language', () => {
  const state = roomWith([person('p1', { name: 'Kim' })], [avatar('berit', { name: 'Berit' })], RUNNING);
  expect(worldView(visit(state), 'nb').figures.map(({ label }) => label)).toEqual(['Berit · kunstig', 'Kim']);
  expect(worldView(visit(state), 'en').figures.map(({ label }) => label)).toEqual(['Berit · artificial', 'Kim']);
});

test('only those in the room who have a body are drawn, and not oneself', () => {
  const people = [
    person('me'),
    person('other', { body: 1, here: false }),
    person('waiting', { where: 'lobby', body: null }),
    person('gone', { where: 'gone', body: null }),
    person('therapist', { role: 'therapist', body: null }),
  ];
  const { figures } = worldView(visit(roomWith(people, [], RUNNING)), 'nb', { me: 'me' });
  expect(figures.map(({ id, away, label }) => [id, away, label])).toEqual([['other', true, 'other · straks tilbake']]);
});

test('an avatar is where its walk has brought it', () => {
  const path = [
    [0, 0],
    [0, 4],
  ] as const;
  const motion = { path, start: NOW - 2000, speed: 1, facing: 180, posture: 'sit', seat: 0.45 } as const;
  const walking = view([], [avatar('a', { motion })]).figures[0];
  expect(walking).toMatchObject({ at: [0, 2], facing: 0, speed: 1, posture: 'stand' });
  expect(walking).not.toHaveProperty('seat');
  const arrived = view([], [avatar('a', { motion: { ...motion, start: NOW - 4000 } })]).figures[0];
  expect(arrived).toMatchObject({ at: [0, 4], facing: 180, speed: 0, posture: 'sit', seat: 0.45 });
});

test('one who leaves is drawn until the end of the way, one who has not come is not, and one who rides is not', () => {
  const way = (start: number, speed: number) =>
    ({
      path: [
        [0, 0],
        [0, 4],
      ],
      start,
      speed,
      facing: 0,
      posture: 'stand',
      seat: null,
    }) as const;
  const { figures } = view(
    [],
    [
      avatar('leaving', { present: false, motion: way(NOW - 3000, 1) }),
      avatar('left', { present: false, motion: way(NOW - 4000, 1) }),
      avatar('not come', { present: false }),
      avatar('riding', { motion: way(NOW - 500, 5) }),
    ],
  );
  expect(figures.map(({ id }) => id)).toEqual(['leaving']);
});

test('the tone of the avatars is that of the level', () => {
  const { levels } = roomWith([]);
  const tones = [0, 2, 4].map((warmth) => view([], [avatar('a')], { levels: { ...levels, warmth } }).figures[0]?.tone);
  expect(tones).toEqual(['warm', 'neutral', 'hostile']);
});

test('a person is where the head is, and faces where it faces', () => {
  const state = roomWith([person('p', { body: 4 })], [], RUNNING);
  const session = visit(state, [[NOW - SHOWN_LATE_MS, 4, { p: [1, 1.7, 2], q: [0, -QUARTER, 0, QUARTER] }]]);
  const figure = worldView(session, 'nb').figures[0];
  expect(figure).toMatchObject({ at: [1, 2], speed: 0 });
  expect(figure?.facing).toBeCloseTo(90, 0);
  expect(figure?.tracked?.head.p).toEqual([1, 1.7, 2]);
});

test('a person before the first pose stands where the log says', () => {
  expect(view([person('p', { at: [3, 4], facing: 30 })]).figures[0]).toMatchObject({ at: [3, 4], facing: 30, tracked: null });
});

test('a person who walks moves the legs', () => {
  const straight = [0, 0, 0, 1] as const;
  const steps = [0, 50, 100, 150].map((ms) => [NOW - 250 + ms, 4, { p: [0, 1.7, ms / 1000], q: straight }] as const);
  const figure = worldView(visit(roomWith([person('p', { body: 4 })], [], RUNNING), steps), 'nb').figures[0];
  expect(figure?.speed).toBeCloseTo(1, 5);
});

test('an avatar speaks while it has the floor, also when a pause has moved that', () => {
  const speaking = { lines: [said('a', 7, 2000, 3000)], floor: { who: 'a', until: NOW + 1000 } };
  const one = avatar('a', { last_said: 7 });
  expect(view([], [one], speaking).figures[0]?.speaking).toEqual({ since: NOW - 2000, until: NOW + 1000, text: 'Hei' });
  expect(view([], [one], { ...speaking, floor: { who: 'a', until: NOW } }).figures[0]?.speaking).toBeNull();
  expect(view([], [one], { ...speaking, floor: { who: 'b', until: NOW + 1000 } }).figures[0]?.speaking).toBeNull();
});

test('a person speaks as long as the line lasts', () => {
  const now = view([person('p')], [], { lines: [said('p', 7, NOW - 100, 3000)] }).figures[0]?.speaking;
  expect(now).toEqual({ since: NOW - 100, until: NOW + 2900, text: 'Hei' });
  expect(view([person('p')], [], { lines: [said('p', 7, NOW - 3000, 3000)] }).figures[0]?.speaking).toBeNull();
});

test('eyes go to a person’s head, to another avatar, to a thing of the place, or nowhere', () => {
  const cast = [
    avatar('at person', { looks_at: 'p' }),
    avatar('at avatar', { looks_at: 'seated' }),
    avatar('at thing', { looks_at: 'board' }),
    avatar('at nobody', { looks_at: 'stranger' }),
    avatar('seated', { motion: { ...avatar('x').motion, path: [[5, 6]], posture: 'sit' } }),
  ];
  const targets = view([person('p', { at: [3, 4] })], cast, { scene: SCENE }).figures.map(({ looksAt }) => looksAt);
  expect(targets.slice(0, 5)).toEqual([[3, 1.6, 4], [5, 1.2, 6], [1.95, 1.5, 0.1], null, null]);
});

test('what reminds of substances lies about, or is held out, from its level on', () => {
  const cues = [
    { level: 1, part: 'beer_can', on: 's1', held_by: null },
    { level: 4, part: 'beer_bottle', on: null, held_by: 'berit' },
  ];
  const at = (level: number) =>
    view([], [avatar('berit')], { scene: { ...SCENE, cues }, levels: { ...EMPTY.levels, substance_cues: level } });
  expect(at(0).cues).toEqual([]);
  expect(at(1).cues).toEqual([{ part: 'beer_can', on: 's1' }]);
  expect(at(3).figures[0]!.holds).toBeUndefined();
  expect(at(4).figures[0]!.holds).toBe('beer_bottle');
});

test('things and the board are as the room says, in one’s own language', () => {
  const shown = view([], [], { props: { bus: { value: 'here', t: 900 } }, boards: { timetable: { nb: ['Buss'], en: ['Bus'] } } });
  expect(shown.props).toEqual({ bus: 'here' });
  expect(shown.boards).toEqual({ timetable: ['Buss'] });
});

test.each([
  ['ready', false],
  ['running', false],
  ['paused', true],
  ['calm', true],
  ['ended', true],
] as const)('in the phase %s frozen is %s', (phase, frozen) => {
  expect(view([], [], { phase }).frozen).toBe(frozen);
});
