/** A room in which nothing has happened yet. */
import { AXES, type Axis, type RoomState } from '../wire/types.gen';

const ZERO = Object.fromEntries(AXES.map((axis) => [axis, 0])) as Record<Axis, number>;

/** The state from which a log is folded: the same as `RoomState()` in rooms/state.py. */
export const EMPTY: RoomState = {
  seq: 0,
  t: 0,
  phase: 'ready',
  phase_by: '',
  phase_why: '',
  phase_t: 0,
  begun_t: null,
  frozen_at: 0,
  scene: null,
  language: 'nb',
  levels: ZERO,
  ceiling: ZERO,
  help: 0,
  step: 1,
  beat: '',
  beat_about: {},
  beat_t: 0,
  beat_seq: 0,
  goals: [],
  props: {},
  boards: {},
  offered: [],
  help_given: null,
  people: {},
  avatars: {},
  lines: [],
  notes: [],
  floor: null,
  asked: null,
  uses: {},
  recording: { asked_by: '', answers: {}, on: false, since: null, trouble: '', ended: '', ended_by: '' },
  critical_owed: 0,
};
