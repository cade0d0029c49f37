/**
 * Applies facts to the state: the browser's half of `rooms/fold.py`, held to it by `tests/golden/wire/fold.json`.
 *
 * States are never changed in place. A fact about somebody unknown changes nothing but the number and the time.
 */
import type { Avatar, Distress, Fact, Line, Note, Person, Recording, RecordingChanged, RoomState, Said, Stamped } from '../wire/types.gen';
import { EMPTY } from './empty';

export const MOST_LINES = 400;
export const MOST_NOTES = 100;
export const MOST_RATINGS = 100;
/** What is known of somebody who has said nothing yet of how hard it is. */
export const UNRATED: Distress = { limit: 7, asked_t: null, asked_by: '', open: false, ratings: [], wish: null };

type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;
type Folds = { readonly [T in Fact['type']]: (state: RoomState, fact: FactOf<T>, at: Stamped) => Partial<RoomState> };

/** The state after `stamped`. A type of fact that this page is too old to know only moves the number and the time. */
export function fold(state: RoomState, stamped: Stamped): RoomState {
  return { ...state, ...changes(state, stamped.fact, stamped), seq: stamped.seq, t: stamped.t };
}

function changes<T extends Fact['type']>(state: RoomState, fact: FactOf<T>, at: Stamped): Partial<RoomState> {
  const how: Folds[T] | undefined = Object.hasOwn(FOLDS, fact.type) ? FOLDS[fact.type as T] : undefined;
  return how ? how(state, fact, at) : {};
}

/** The scene's time at `now`: it stands still while the room is not running. */
export function sceneTime(state: RoomState, now: number): number {
  return state.frozen_at === null ? now : Math.min(now, state.frozen_at);
}

function withPerson(state: RoomState, id: string, change: Partial<Person>): Partial<RoomState> {
  const person = state.people[id];
  return person ? { people: { ...state.people, [id]: { ...person, ...change } } } : {};
}

function withAvatar(state: RoomState, id: string, change: Partial<Avatar>): Partial<RoomState> {
  const avatar = state.avatars[id];
  return avatar ? { avatars: { ...state.avatars, [id]: { ...avatar, ...change } } } : {};
}

function withNote(state: RoomState, note: Note): Partial<RoomState> {
  return { notes: [...state.notes, note].slice(-MOST_NOTES) };
}

function withLine(lines: readonly Line[], seq: number, change: Partial<Line>): readonly Line[] {
  return lines.map((line) => (line.seq === seq ? { ...line, ...change } : line));
}

function mapped<V, W>(record: Readonly<Record<string, V>>, change: (value: V, key: string) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}

/** The scene stood still for `by` ms: everything that was under way goes on where it was. */
function shifted(state: RoomState, by: number): Partial<RoomState> {
  return {
    avatars: mapped(state.avatars, (avatar) => ({
      ...avatar,
      motion: { ...avatar.motion, start: avatar.motion.start + by },
      gesture: avatar.gesture && { ...avatar.gesture, t: avatar.gesture.t + by },
    })),
    props: mapped(state.props, (prop) => ({ ...prop, t: prop.t + by })),
    floor: state.floor && { ...state.floor, until: state.floor.until + by },
    countdown: state.countdown === null ? null : state.countdown + by,
    beat_t: state.beat_t + by,
  };
}

function frozen(state: RoomState, running: boolean, now: number): Partial<RoomState> {
  if (!running) return { frozen_at: state.frozen_at ?? now };
  return state.frozen_at === null ? {} : { ...shifted(state, now - state.frozen_at), frozen_at: null };
}

function withDistress(state: RoomState, person: string, change: Partial<Distress>): Partial<RoomState> {
  return { distress: { ...state.distress, [person]: { ...(state.distress[person] ?? UNRATED), ...change } } };
}

function lineOf({ type: _type, tone: _tone, to: _to, answers: _answers, ...fact }: Said, { seq, t }: Stamped): Line {
  return { ...fact, seq, t, sure: fact.meaning ? 1 : null, answered: false };
}

function said(state: RoomState, fact: Said, at: Stamped): Partial<RoomState> {
  const byAvatar = Object.hasOwn(state.avatars, fact.who);
  const lines = [...state.lines, lineOf(fact, at)].slice(-MOST_LINES);
  if (!byAvatar) return { lines };
  const key = `${fact.reply}/${fact.tone ?? 'None'}/${fact.critical === true ? 'True' : 'False'}`;
  const owed = fact.critical === null ? 0 : state.levels.critical_replies - (fact.critical ? 4 : 0);
  return {
    ...withAvatar(state, fact.who, { last_said: at.seq, thinking: false }),
    lines: fact.answers === null ? lines : withLine(lines, fact.answers, { answered: true }),
    floor: { who: fact.who, until: sceneTime(state, at.t) + fact.lasts },
    critical_owed: state.critical_owed + owed,
    asked: null,
    ...(fact.reply === null ? {} : { uses: { ...state.uses, [key]: (state.uses[key] ?? 0) + 1 } }),
  };
}

const { recording: NOT_RECORDED } = EMPTY;

/** What was on leaves behind why it ended. */
function recordingAfter(was: Recording, { on, why, by }: RecordingChanged, now: number): Recording {
  if (on) return { ...was, on, since: now };
  if (!was.on || why === 'agreed') return NOT_RECORDED;
  return { ...NOT_RECORDED, ended: why, ended_by: by || was.ended_by };
}

function anotherRound(state: RoomState, t: number): Partial<RoomState> {
  const distress = mapped(state.distress, (one) => ({ ...one, wish: null }));
  return { suggestion: null, countdown: null, round_t: t, distress };
}

const FOLDS: Folds = {
  opened: (_, { scene, language, levels, ceiling, help }) => ({
    scene,
    language,
    levels,
    ceiling,
    help,
    avatars: mapped(scene.cast, ({ name, part, look, at, facing }, id) => ({
      id,
      name,
      part,
      look,
      motion: { path: [at], start: 0, speed: 1, facing, posture: 'stand', seat: null },
      present: false,
      looks_at: null,
      gesture: null,
      thinking: false,
      played_by: null,
      last_said: null,
    })),
  }),
  knocked: (state, { person: id, role, name, look, language }) => {
    const person: Person = { id, role, name, look, language, where: 'lobby', here: true, body: null, at: [0, 0], facing: 0 };
    return { people: { ...state.people, [id]: person } };
  },
  admitted: (state, { person: id, role, name, look, language, body, at, facing }) => {
    const others = Object.entries(state.people).filter(([known]) => known !== id);
    const person: Person = { id, role, name, look, language, where: 'room', here: true, body, at, facing };
    return { people: { ...Object.fromEntries(others), [id]: person } };
  },
  declined: (state, { person }) => withPerson(state, person, { where: 'gone', body: null }),
  left: (state, { person }) => withPerson(state, person, { where: 'gone', body: null }),
  presence: (state, { person, here }) => withPerson(state, person, { here }),
  stood: (state, { person, at, facing }) => withPerson(state, person, { at, facing }),
  phasechanged: (state, { phase, by, why }, at) => ({
    ...frozen(state, phase === 'running', at.t),
    ...(why === 'start' ? { goals: [] } : {}),
    // For those who have gone with the session, and hear of no more.
    ...(phase === 'ended' && state.recording.asked_by !== '' ? { recording: NOT_RECORDED } : {}),
    phase,
    phase_by: by,
    phase_why: why,
    phase_t: at.t,
    begun_t: state.begun_t ?? (phase === 'running' ? at.t : null),
  }),
  pressureset: (_, { levels, help, step }) => ({ levels, help, step }),
  ceilingset: (state, { axis, level }) => ({ ceiling: { ...state.ceiling, [axis]: level } }),
  said,
  heardas: (state, { said: seq, meaning, sure }) => ({ lines: withLine(state.lines, seq, { meaning, sure }) }),
  askedback: (_, { said: seq, meaning }) => ({ asked: { said: seq, meaning } }),
  thinking: (state, { avatar, on }) => withAvatar(state, avatar, { thinking: on }),
  beatbegan: (state, { beat, about }, at) => ({
    beat,
    beat_about: about,
    beat_t: sceneTime(state, at.t),
    beat_seq: at.seq,
    help_given: null,
    asked: null,
  }),
  goalreached: (state, { goal }) => (state.goals.includes(goal) ? {} : { goals: [...state.goals, goal] }),
  propset: (state, { prop, value }, at) => ({ props: { ...state.props, [prop]: { value, t: sceneTime(state, at.t) } } }),
  boardset: (state, { prop, rows }) => ({ boards: { ...state.boards, [prop]: rows } }),
  offered: (_, { cards }) => ({ offered: cards }),
  helpasked: (state, { person }, { t }) => withNote(state, { kind: 'help', t, by: person, to: null, text: '' }),
  helpgiven: (_, { kind, words, meaning }, { t }) => ({ help_given: { kind, words, meaning, t } }),
  whispered: (state, { by, to, text }, { t }) => withNote(state, { kind: 'whisper', t, by, to, text }),
  instructed: (state, { by, avatar, text }, { t }) => withNote(state, { kind: 'instruct', t, by, to: avatar, text }),
  marked: (state, { by, note }, { t }) => withNote(state, { kind: 'mark', t, by, to: null, text: note }),
  taken: (state, { avatar, by }) => withAvatar(state, avatar, { played_by: by, thinking: false }),
  released: (state, { avatar }) => withAvatar(state, avatar, { played_by: null }),
  moved: (state, { avatar, path, speed, facing, posture, seat, present }, at) =>
    withAvatar(state, avatar, { motion: { path, start: sceneTime(state, at.t), speed, facing, posture, seat }, present }),
  looked: (state, { avatar, at }) => withAvatar(state, avatar, { looks_at: at }),
  gestured: (state, { avatar, gesture }, at) => withAvatar(state, avatar, { gesture: { name: gesture, t: sceneTime(state, at.t) } }),
  recordingasked: (_, { by }) => ({ recording: { ...NOT_RECORDED, asked_by: by } }),
  consented: ({ recording }, { person, agree, last }) => ({
    recording: { ...recording, answers: { ...recording.answers, [person]: agree }, ended_by: last ? person : '' },
  }),
  recordingchanged: ({ recording: was }, fact, { t }) => ({ recording: recordingAfter(was, fact, t) }),
  recordertroubled: ({ recording }, { trouble }) => ({ recording: { ...recording, trouble } }),
  roundbegan: (state, _, { t }) => anotherRound(state, t),
  interrupted: ({ interruption }, { words, sound }, { seq, t }) => ({
    interruption: { words, sound, seq, t, count: (interruption?.count ?? 0) + 1 },
  }),
  countdownset: (_, { until }) => ({ countdown: until }),
  distressasked: (state, { person, by }, { t }) => withDistress(state, person, { asked_t: t, asked_by: by, open: true }),
  distressrated: (state, { person, level }, { t }) => {
    const { ratings } = state.distress[person] ?? UNRATED;
    return withDistress(state, person, { ratings: [...ratings, { t, level }].slice(-MOST_RATINGS), open: false });
  },
  distresslimitset: (state, { person, level }) => withDistress(state, person, { limit: level }),
  wished: (state, { person, wish }) => withDistress(state, person, { wish }),
  nextsuggested: (_, { person, suggestion }) => ({ suggestion, suggested_to: person }),
  humancalled: (state, { person, why }, { t }) => withNote(state, { kind: 'call', t, by: person, to: null, text: why }),
};
