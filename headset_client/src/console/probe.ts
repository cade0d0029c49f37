/**
 * `window.__room`: the room as this console has it, for the browser test. Always there while a room is open; it only reads.
 *
 * - `state()` is the folded state, or null before the first snapshot.
 * - `poses()` gives each person's newest head by person id, as { p: [x, y, z] m, q: [x, y, z, w] }, with the hands that are seen.
 * - `frozenAt()` is the wall-clock time (ms, `Date.now()`) at which this page learned that the room stands still; null while it runs.
 * - `stats()` tells the link, the last fact's number, and what the last picture through the client's eyes cost.
 */
import type { Session } from '../session';
import type { RoomState } from '../wire/types.gen';
import type { Pose } from '../world/view';

export interface SeenBody extends Pose {
  left?: Pose;
  right?: Pose;
}

export interface RoomProbe {
  state(): RoomState | null;
  poses(): Record<string, SeenBody>;
  frozenAt(): number | null;
  stats(): { link: string; seq: number; calls: number; triangles: number };
}

declare global {
  interface Window {
    __room?: RoomProbe;
  }
}

const drawn = { calls: 0, triangles: 0 };

/** Told by the view through the client's eyes after each picture. */
export function drew(calls: number, triangles: number): void {
  Object.assign(drawn, { calls, triangles });
}

/** Puts the probe on the window for this session. Returns how to take it away again. */
export function probe(session: Session): () => void {
  let frozenAt: number | null = null;
  const look = () => {
    const frozen = session.state !== null && session.state.frozen_at !== null;
    frozenAt = frozen ? (frozenAt ?? Date.now()) : null;
  };
  look();
  const forget = session.subscribe(look);
  window.__room = {
    state: () => session.state,
    poses: () => bodies(session),
    frozenAt: () => frozenAt,
    stats: () => ({ link: session.link, seq: session.state?.seq ?? 0, ...drawn }),
  };
  return () => {
    forget();
    delete window.__room;
  };
}

function bodies(session: Session): Record<string, SeenBody> {
  const people = Object.values(session.state?.people ?? {});
  return Object.fromEntries(
    people.flatMap(({ id, body }) => {
      const pose = body === null ? undefined : session.poses.get(body);
      if (pose === undefined) return [];
      const { head, left, right } = pose;
      return [[id, { ...head, ...(left ? { left } : {}), ...(right ? { right } : {}) }]];
    }),
  );
}
