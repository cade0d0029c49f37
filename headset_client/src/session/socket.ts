/** The Socket.IO connection, reduced to what a door hears and says. */
import { io, type Socket } from 'socket.io-client';
import * as packer from '../wire/packer';
import type { Ask, Facts, Hello, Outcome, Refusal, Seen, Snapshot, Ticket } from '../wire/types.gen';

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
  /** The server said no; nothing more is tried. `why` is its refusal, when it gave one. */
  refused(why: unknown): void;
  /** The connection is gone; it is being tried again. */
  cut(): void;
}

/** What can be asked of it. Answers come later, or never when the connection is cut first. */
export interface Line {
  ask(ask: Ask, answered: (outcome: Outcome) => void): void;
  seen(seen: Seen): void;
  ticket(answered: (ticket: Ticket) => void): void;
  close(): void;
}

interface FromServer {
  snapshot: (snapshot: Snapshot) => void;
  facts: (facts: Facts) => void;
  closing: (closing: Closing) => void;
}

interface ToServer {
  intent: (ask: Ask, answered: (outcome: Outcome) => void) => void;
  seen: (seen: Seen) => void;
  ticket: (answered: (ticket: Ticket) => void) => void;
}

const FIRST_TRY_MS = 250;
const LONGEST_WAIT_MS = 2000;

/** Opens the connection and keeps trying for ever. `hello` is asked anew at each try, so that it says what one has. */
export function dial(hello: () => Hello, heard: Heard): Line {
  const socket: Socket<FromServer, ToServer> = io({
    path: '/socket.io',
    transports: ['websocket'],
    forceNew: true,
    parser: packer,
    auth: (give) => give(hello()),
    reconnectionDelay: FIRST_TRY_MS,
    reconnectionDelayMax: LONGEST_WAIT_MS,
    randomizationFactor: 0.5,
    timeout: 5000,
  });
  let again: ReturnType<typeof setTimeout> | undefined;
  socket.on('connect', () => heard.connected());
  socket.on('snapshot', (snapshot) => heard.snapshot(snapshot));
  socket.on('facts', (facts) => heard.facts(facts));
  socket.on('closing', (closing) => heard.closing(closing));
  socket.on('connect_error', (error: Error & { data?: unknown }) => (socket.active ? heard.cut() : heard.refused(error.data)));
  socket.on('disconnect', (reason) => {
    if (reason === 'io client disconnect') return;
    heard.cut();
    // Socket.IO takes the server's goodbye as final; a room that restarts says goodbye too.
    if (!socket.active) again = setTimeout(() => socket.connect(), FIRST_TRY_MS * (1 + Math.random()));
  });
  return {
    ask: (ask, answered) => void socket.emit('intent', ask, answered),
    seen: (seen) => void socket.emit('seen', seen),
    ticket: (answered) => void socket.emit('ticket', answered),
    close: () => {
      clearTimeout(again);
      socket.disconnect();
    },
  };
}
