/**
 * What tests may see of the room: `window.__room` while the page shows a room, else undefined. It only answers;
 * nothing can be done through it.
 */

import type { BodyPose, Link } from '../session';
import type { Person, RoomState } from '../wire/types.gen';
import type { Inside } from './inside';
import type { Stage } from './stage';

export interface Probe {
  state: () => RoomState | null;
  link: () => Link;
  you: () => Person | null;
  inVr: () => boolean;
  /** Whether the calm place is open. */
  calm: () => boolean;
  /** When everything last went still on this page, in wall-clock ms. */
  stoppedAt: () => number | null;
  /** The middle of each card's picture in the place's coordinates: where one looks to choose it. Only in the headset. */
  cards: () => { meaning: string; at: [number, number, number] }[];
  /** Where one looks to say yes or no to a recording, or to change that. Only in the headset. */
  answers: () => { agree: boolean; at: [number, number, number] }[];
  /** Where one looks to say how hard it is. Only in the headset, and while it is asked. */
  ratings: () => { rating: number; at: [number, number, number] }[];
  /** The middle of each round button. Only in the headset. */
  pucks: () => { name: string; at: [number, number, number] }[];
  /** The middle of each answer to "what next". Only in the headset. */
  wishes: () => { meaning: string; at: [number, number, number] }[];
  /** The body as last told to the others. */
  pose: () => BodyPose | null;
  stats: () => { calls: number; triangles: number; figures: number };
}

export function showProbe(inside: Inside, stage: Stage): void {
  const probe: Probe = {
    state: () => inside.session.state,
    link: () => inside.session.link,
    you: () => inside.you,
    inVr: () => stage.inVr,
    calm: () => inside.stopping.calm,
    stoppedAt: () => inside.stopping.stoppedAt,
    cards: () => stage.vr.spots,
    answers: () => stage.vr.answers,
    ratings: () => stage.vr.asked.ratings,
    pucks: () => stage.vr.puckSpots,
    wishes: () => stage.vr.asked.wishSpots,
    pose: () => stage.pose,
    stats: () => stage.world.stats(),
  };
  Object.assign(window, { __room: probe });
}

export function hideProbe(): void {
  Reflect.deleteProperty(window, '__room');
}
