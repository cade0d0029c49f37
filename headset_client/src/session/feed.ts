/** The page's end of the stream: starts the worker, gets it a ticket whenever it needs one, and hands it poses. */
import { POSE_BYTES, writePose, type BodyPose } from '../wire/pose';
import type { FromStream, ToStream } from '../wire/stream';

/** As much of a Worker as is used. */
export interface StreamWorker {
  onmessage: ((event: MessageEvent<FromStream>) => void) | null;
  postMessage(message: ToStream): void;
  terminate(): void;
}

export interface FeedNeeds {
  /** Asks the door for a ticket; null when there is none to be had now. */
  ticket(given: (ticket: string | null) => void): void;
  tick(bytes: ArrayBuffer): void;
}

export const FIRST_TRY_MS = 250;
const LONGEST_WAIT_MS = 2000;

export function startWorker(): StreamWorker {
  return new Worker(new URL('../wire/stream.worker.ts', import.meta.url), { type: 'module' });
}

export class Feed {
  readonly #worker: StreamWorker;
  readonly #url: string;
  readonly #needs: FeedNeeds;
  readonly #sent = new Uint8Array(POSE_BYTES);
  readonly #next = new Uint8Array(POSE_BYTES);
  #wanted = false;
  #wait = FIRST_TRY_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(worker: StreamWorker, url: string, needs: FeedNeeds) {
    this.#worker = worker;
    this.#url = url;
    this.#needs = needs;
    worker.onmessage = ({ data }) => this.#heard(data);
  }

  /** Opens the stream and keeps it open, or opens it afresh: a ticket holds for one connection of the door. */
  open(): void {
    this.#wanted = true;
    clearTimeout(this.#timer);
    this.#needs.ticket((ticket) => {
      if (!this.#wanted) return;
      if (ticket === null) this.#tryLater();
      else this.#worker.postMessage({ kind: 'open', url: this.#url, ticket });
    });
  }

  /** Closes the stream until the next `open`. */
  rest(): void {
    this.#wanted = false;
    clearTimeout(this.#timer);
    this.#worker.postMessage({ kind: 'close' });
  }

  close(): void {
    this.rest();
    this.#worker.terminate();
  }

  /** Hands on `pose` unless it is the last one, as far as the wire can tell. The worker keeps the pace. */
  send(pose: BodyPose): void {
    writePose(pose, this.#next);
    if (this.#next.every((byte, index) => byte === this.#sent[index])) return;
    this.#sent.set(this.#next);
    this.#worker.postMessage({ kind: 'pose', bytes: this.#sent });
  }

  #heard(message: FromStream): void {
    if (message.kind === 'tick') this.#needs.tick(message.bytes);
    else if (message.kind === 'open') this.#wait = FIRST_TRY_MS;
    else if (this.#wanted) this.#tryLater();
  }

  #tryLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.open(), this.#wait * (0.5 + Math.random()));
    this.#wait = Math.min(LONGEST_WAIT_MS, this.#wait * 2);
  }
}
