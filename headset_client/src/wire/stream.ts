/**
 * The binary stream as the browser's worker holds it: one WebSocket, opened with a single-use ticket.
 *
 * Poses are sent newest-wins at most thirty times a second; what the server sends is passed on as it is, and the server
 * is told which tick was the last to come.
 */

/** What the page tells the worker. */
export type ToStream =
  | { readonly kind: 'open'; readonly url: string; readonly ticket: string }
  | { readonly kind: 'pose'; readonly bytes: Uint8Array }
  | { readonly kind: 'close' };

/** What the worker tells the page. */
export type FromStream = { readonly kind: 'open' } | { readonly kind: 'closed' } | { readonly kind: 'tick'; readonly bytes: ArrayBuffer };

/** As much of a WebSocket as is used. */
export interface StreamSocket {
  binaryType: BinaryType;
  readonly bufferedAmount: number;
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent<ArrayBuffer>) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  send(bytes: Uint8Array<ArrayBuffer>): void;
  close(): void;
}

export const SEND_EVERY_MS = 1000 / 30;
/** How often the server is told which tick has come; one that hears nothing for 5 s ends the stream. */
export const READ_EVERY_MS = 2000;

const OPENED = 0;
const TICK = 2;
const READ = 3;
const READ_BYTES = 8;
const TIME_AT = 4;

export class Stream {
  readonly #post: (message: FromStream) => void;
  readonly #dial: (url: string) => StreamSocket;
  #socket: StreamSocket | null = null;
  #open = false;
  #newest: Uint8Array<ArrayBuffer> | null = null;
  #waiting = false;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #unread: ArrayBuffer | null = null;
  #reading: ReturnType<typeof setTimeout> | null = null;

  constructor(post: (message: FromStream) => void, dial: (url: string) => StreamSocket) {
    this.#post = post;
    this.#dial = dial;
  }

  hear(message: ToStream): void {
    if (message.kind === 'open') this.#connect(message.url, message.ticket);
    else if (message.kind === 'pose') this.#put(message.bytes);
    else this.#hangUp();
  }

  #connect(url: string, ticket: string): void {
    this.#hangUp();
    const socket = this.#dial(url);
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => socket.send(new TextEncoder().encode(ticket));
    socket.onmessage = ({ data }) => this.#received(data);
    socket.onclose = () => {
      this.#hangUp();
      this.#post({ kind: 'closed' });
    };
    this.#socket = socket;
  }

  #hangUp(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#reading !== null) clearTimeout(this.#reading);
    this.#timer = this.#reading = this.#unread = null;
    this.#open = false;
    if (!this.#socket) return;
    this.#socket.onclose = null;
    this.#socket.onmessage = null;
    this.#socket.close();
    this.#socket = null;
  }

  #received(bytes: ArrayBuffer): void {
    const kind = new Uint8Array(bytes)[0];
    if (kind === TICK) {
      this.#unread = bytes.slice(TIME_AT, READ_BYTES);
      if (this.#reading === null) this.#tellRead();
      this.#post({ kind: 'tick', bytes });
    } else if (kind === OPENED) this.#opened();
  }

  /** Tells the server the time of the newest tick, if it does not know, then rests for two seconds. */
  #tellRead(): void {
    this.#reading = null;
    if (this.#unread === null || this.#socket === null) return;
    const packet = new Uint8Array(READ_BYTES);
    packet[0] = READ;
    packet.set(new Uint8Array(this.#unread), TIME_AT);
    this.#socket.send(packet);
    this.#unread = null;
    this.#reading = setTimeout(() => this.#tellRead(), READ_EVERY_MS);
  }

  #opened(): void {
    this.#open = true;
    // The server may have forgotten this body while the stream was away: it is told once more where it is.
    this.#waiting = this.#newest !== null;
    this.#flush();
    this.#post({ kind: 'open' });
  }

  #put(bytes: Uint8Array): void {
    this.#newest = new Uint8Array(bytes);
    this.#waiting = true;
    if (this.#timer === null) this.#flush();
  }

  /** Sends the newest pose if there is an unsent one, then rests for a thirtieth of a second. */
  #flush(): void {
    this.#timer = null;
    if (!this.#open || !this.#socket || !this.#newest || !this.#waiting) return;
    if (this.#socket.bufferedAmount === 0) {
      this.#socket.send(this.#newest);
      this.#waiting = false;
    }
    this.#timer = setTimeout(() => this.#flush(), SEND_EVERY_MS);
  }
}
