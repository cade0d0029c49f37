import { useEffect, useState } from 'preact/hooks';
import { forgetSeat, keepSeat, keptSeat, type Session } from '../session';
import type { Ending } from '../join/Goodbye';
import { Kept } from './kept';

/** How a page gets a session for a seat. */
export type Connect = (seat: string) => Session;

const INSIDE = 'inside';

/** One visit: the seat at the door, the session it opens, and how the visit ended. */
export interface Visit {
  session: Session | null;
  /** The tab had a seat from before, and has not heard of its room yet. */
  looking: boolean;
  /** One has gone in and is to come back there after a reload. */
  inside: boolean;
  /** One has gone out by oneself. */
  out: boolean;
  sit: (seat: string) => void;
  goIn: () => void;
  leave: () => void;
  again: () => void;
}

export function useVisit(connect: Connect): Visit {
  const [kept] = useState(() => keptSeat() !== null);
  const [session, setSession] = useState<Session | null>(() => {
    const seat = keptSeat();
    return seat === null ? null : connect(seat);
  });
  const [inside, setInside] = useState(sessionStorage.getItem(INSIDE) !== null);
  const [out, setOut] = useState(false);
  const [, draw] = useState({});
  useEffect(() => session?.subscribe(() => draw({})), [session]);

  function forget(): void {
    forgetSeat();
    new Kept(sessionStorage).forget();
    sessionStorage.removeItem(INSIDE);
    setInside(false);
  }
  return {
    session,
    looking: kept && session !== null && session.state === null,
    inside,
    out,
    sit: (seat) => {
      keepSeat(seat);
      session?.close();
      setOut(false);
      setSession(connect(seat));
    },
    goIn: () => {
      sessionStorage.setItem(INSIDE, 'yes');
      setInside(true);
    },
    leave: () => {
      // The session lives until the room has been told, also when that takes a new connection.
      if (session) void session.send({ type: 'leave' }).then(() => session.close());
      forget();
      setSession(null);
      setOut(true);
    },
    again: () => {
      session?.close();
      forget();
      setSession(null);
      setOut(false);
    },
  };
}

/** How the visit ended, or null while it goes on. */
export function endingOf({ session, inside, out }: Visit): Ending | null {
  if (out) return 'left';
  if (session === null) return null;
  const { state, link } = session;
  if (state?.phase === 'ended') return 'ended';
  if (state?.people[session.you]?.where === 'gone') return inside ? 'left' : 'declined';
  return link === 'refused' || link === 'closed' ? 'refused' : null;
}
