/** The Socket.IO connection, reduced to what a door hears and says. */
import { io, type Socket } from 'socket.io-client';
import * as packer from '../wire/packer';
import type { Ask, Facts, Hello, Outcome, Refusal, Seen, Snapshot, Talked, Ticket, Watch, Watching } from '../wire/types.gen';
import { DIAL_WITHIN_MS, Dialler } from './dialler';
import { onWake } from './waking';

/** Sent before the server closes the connection: with a code for good, without one because it is about to restart. */
export interface Closing {
  readonly code?: string;
  readonly words?: Refusal['words'];
}

/** What the connection tells. */
export interface Heard {
  connected(): void;
  snapshot(snapshot: Snapshot): void;
  facts(facts: Facts): void;
  closing(closing: Closing): void;
  /** One sends more than the server takes; what comes too fast is done later or not at all. */
  slow(why: unknown): void;
  /** The server said no; nothing more is tried. `why` is its refusal, when it gave one. */
  refused(why: unknown): void;
  /** The connection is gone; it is being tried again. */
  cut(): void;
  /** Only where a recording is watched: what the watchers share, and what one of them says. */
  watching?(watching: Watching): void;
  talk?(talked: Talked): void;
}

/** What can be asked of it. Answers come later, or never when the connection is cut first. */
export interface Line {
  ask(ask: Ask, answered: (outcome: Outcome) => void): void;
  seen(seen: Seen): void;
  ticket(answered: (ticket: Ticket) => void): void;
  watch(watch: Watch, answered: (outcome: Outcome) => void): void;
  close(): void;
}

interface FromServer {
  snapshot: (snapshot: Snapshot) => void;
  facts: (facts: Facts) => void;
  closing: (closing: Closing) => void;
  slow: (why: unknown) => void;
  watching: (watching: Watching) => void;
  talk: (talked: Talked) => void;
}

interface ToServer {
  intent: (ask: Ask, answered: (outcome: Outcome) => void) => void;
  seen: (seen: Seen) => void;
  still: (answered: () => void) => void;
  ticket: (answered: (ticket: Ticket) => void) => void;
  watch: (watch: Watch, answered: (outcome: Outcome) => void) => void;
}

const REPLACED = 'replaced';

type Wired = Socket<FromServer, ToServer>;

/** Opens the connection and keeps trying for ever. `hello` is asked anew at each try, so that it says what one has. */
export function dial(hello: () => Hello, heard: Heard): Line {
  let socket: Wired | null = null;
  const drop = () => {
    socket?.offAny();
    socket?.removeAllListeners();
    socket?.disconnect();
    socket = null;
  };
  const dialler = new Dialler(
    {
      // Each dial has a socket of its own: what an older one still has to say is not heard.
      dial: () => {
        drop();
        socket = wired(hello, heard, dialler);
      },
      hangUp: drop,
      ask: () => socket?.emit('still', () => dialler.heard()),
      lost: () => heard.cut(),
    },
    () => performance.now(),
    Math.random,
  );
  const sleepOn = onWake(() => dialler.wake());
  dialler.dial();
  return {
    ask: (ask, answered) => void socket?.emit('intent', ask, andHeard(dialler, answered)),
    seen: (seen) => void socket?.emit('seen', seen),
    ticket: (answered) => void socket?.emit('ticket', andHeard(dialler, answered)),
    watch: (watch, answered) => void socket?.emit('watch', watch, andHeard(dialler, answered)),
    close: () => {
      sleepOn();
      dialler.close();
    },
  };
}

function wired(hello: () => Hello, heard: Heard, dialler: Dialler): Wired {
  const socket: Wired = io({
    path: '/socket.io',
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    parser: packer,
    auth: (give) => give(hello()),
    // The dialler gives up before this, also on a server that opens the line and then says nothing.
    timeout: 2 * DIAL_WITHIN_MS,
  });
  let sentAway = false;
  socket.onAny(() => dialler.heard());
  socket.on('connect', () => {
    dialler.connected();
    heard.connected();
  });
  socket.on('snapshot', (snapshot) => heard.snapshot(snapshot));
  socket.on('facts', (facts) => heard.facts(facts));
  socket.on('slow', (why) => heard.slow(why));
  socket.on('watching', (watching) => heard.watching?.(watching));
  socket.on('talk', (talked) => heard.talk?.(talked));
  socket.on('closing', (closing) => {
    sentAway = true;
    // Replaced by an older line of one's own, one dials again; replaced by another tab, one leaves it the place.
    if (closing.code !== REPLACED || !dialler.mayBeStray) heard.closing(closing);
  });
  socket.on('connect_error', (error: Error & { data?: unknown }) => {
    // A socket that is still active could not be reached; one that is not was refused.
    if (!socket.active) return heard.refused(error.data);
    dialler.ended();
    heard.cut();
  });
  socket.on('disconnect', () => {
    dialler.ended(sentAway);
    heard.cut();
  });
  return socket;
}

/** An answer says that the line stands. */
function andHeard<T>(dialler: Dialler, then: (told: T) => void): (told: T) => void {
  return (told) => {
    dialler.heard();
    then(told);
  };
}
