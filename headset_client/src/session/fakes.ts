/** For tests: an empty room, people and avatars for it, a server on the other side of the door, and a stream worker. */
import type { Ask, Avatar, Fact, Facts, Hello, Outcome, Person, RoomState, Snapshot, Stamped, Watch } from '../wire/types.gen';
import type { FromStream, ToStream } from '../wire/stream';
import { EMPTY } from './empty';
import type { StreamWorker } from './feed';
import type { Heard, Line } from './socket';

export const EMPTY_ROOM = EMPTY;

export function person(id: string, change: Partial<Person> = {}): Person {
  const base = { role: 'client', name: id, look: 'look', language: 'nb', where: 'room', here: true, body: 0 } as const;
  return { id, ...base, at: [0, 0], facing: 0, ...change };
}

export function avatar(id: string, change: Partial<Avatar> = {}): Avatar {
  return {
    id,
    name: id,
    part: {},
    look: 'look',
    motion: { path: [[0, 0]], start: 0, speed: 1, facing: 0, posture: 'stand', seat: null },
    present: true,
    looks_at: null,
    gesture: null,
    thinking: false,
    played_by: null,
    last_said: null,
    ...change,
  };
}

export function roomWith(people: readonly Person[], avatars: readonly Avatar[] = [], change: Partial<RoomState> = {}): RoomState {
  return {
    ...EMPTY_ROOM,
    people: Object.fromEntries(people.map((one) => [one.id, one])),
    avatars: Object.fromEntries(avatars.map((one) => [one.id, one])),
    ...change,
  };
}

export function mark(seq: number, t = seq): Stamped {
  const fact: Fact = { type: 'marked', by: 'p', note: `${seq}` };
  return { seq, t, fact };
}

/** The server as the door meets it: remembers what it was told, and answers when the test says so. */
export class FakeServer {
  hello: () => Hello = () => {
    throw new Error('nobody has dialled');
  };
  heard!: Heard;
  readonly asks: Ask[] = [];
  readonly seen: number[] = [];
  readonly watches: Watch[] = [];
  #watched: ((outcome: Outcome) => void) | null = null;
  readonly #answers = new Map<string, (outcome: Outcome) => void>();
  tickets = 0;
  closed = false;

  readonly dial = (hello: () => Hello, heard: Heard): Line => {
    this.hello = hello;
    this.heard = heard;
    return {
      ask: (ask, answered) => {
        this.asks.push(ask);
        this.#answers.set(ask.id, answered);
      },
      seen: ({ seq }) => this.seen.push(seq),
      ticket: (given) => given({ ticket: `ticket ${(this.tickets += 1)}` }),
      watch: (watch, answered) => {
        this.watches.push(watch);
        this.#watched = answered;
      },
      close: () => (this.closed = true),
    };
  };

  /** The kinds of the intents that have come, in order. */
  get kinds(): string[] {
    return this.asks.map(({ intent }) => intent.type);
  }

  /** Every answer so far is lost on the way: only what is sent from now on can be answered. */
  forgets(): void {
    this.#answers.clear();
  }

  answer(index: number, outcome: Partial<Outcome> = {}): void {
    const ask = this.asks[index];
    if (!ask) throw new Error(`there is no ask ${index}`);
    this.#answers.get(ask.id)?.({ ok: true, seq: 1, refusal: null, ...outcome });
  }

  /** Answers what was asked last about the recording. */
  answerWatch(outcome: Partial<Outcome> = {}): void {
    this.#watched?.({ ok: true, seq: 0, refusal: null, ...outcome });
  }

  lets(state: RoomState = EMPTY_ROOM, change: Partial<Snapshot> = {}): void {
    this.heard.connected();
    this.heard.snapshot({ epoch: 'one', now: 1000, you: 'p', state, ...change });
  }

  tells(facts: readonly Stamped[], change: Partial<Facts> = {}): void {
    this.heard.facts({ epoch: 'one', now: 2000, facts, ...change });
  }
}

/** The worker as the page meets it: remembers what it was told, and tells what the test says. */
export class FakeWorker implements StreamWorker {
  onmessage: StreamWorker['onmessage'] = null;
  readonly heard: ToStream[] = [];
  terminated = false;

  /** The kinds of the messages that have come, in order. */
  get kinds(): ToStream['kind'][] {
    return this.heard.map(({ kind }) => kind);
  }

  postMessage(message: ToStream): void {
    // A worker is sent a copy: what the page does with its bytes afterwards is not seen there.
    this.heard.push(structuredClone(message));
  }

  terminate(): void {
    this.terminated = true;
  }

  says(data: FromStream): void {
    this.onmessage?.(new MessageEvent('message', { data }));
  }
}
