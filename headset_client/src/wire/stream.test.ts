import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { READ_EVERY_MS, SEND_EVERY_MS, Stream, type FromStream, type StreamSocket } from './stream';

class FakeSocket implements StreamSocket {
  binaryType: BinaryType = 'blob';
  bufferedAmount = 0;
  onopen: StreamSocket['onopen'] = null;
  onmessage: StreamSocket['onmessage'] = null;
  onclose: StreamSocket['onclose'] = null;
  readonly sent: number[][] = [];
  closed = false;

  constructor(readonly url: string) {}

  send(bytes: Uint8Array): void {
    this.sent.push([...bytes]);
  }

  close(): void {
    this.closed = true;
  }

  opens(): void {
    this.onopen?.(new Event('open'));
    this.receives(0);
  }

  receives(...bytes: number[]): void {
    this.onmessage?.(new MessageEvent('message', { data: new Uint8Array(bytes).buffer }));
  }

  breaks(): void {
    this.onclose?.(new Event('close') as CloseEvent);
  }
}

let sockets: FakeSocket[];
let posted: FromStream[];
let stream: Stream;

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  posted = [];
  stream = new Stream(
    (message) => posted.push(message),
    (url) => {
      const socket = new FakeSocket(url);
      sockets.push(socket);
      return socket;
    },
  );
});

afterEach(() => vi.useRealTimers());

function opened(): FakeSocket {
  stream.hear({ kind: 'open', url: 'wss://room/stream', ticket: 'tø' });
  const socket = sockets.at(-1);
  if (!socket) throw new Error('no socket was opened');
  socket.opens();
  return socket;
}

function pose(...bytes: number[]): void {
  stream.hear({ kind: 'pose', bytes: new Uint8Array(bytes) });
}

test('the ticket goes first, and the page is told when the server has taken it', () => {
  const socket = opened();
  expect(socket.url).toBe('wss://room/stream');
  expect(socket.binaryType).toBe('arraybuffer');
  expect(socket.sent).toEqual([[0x74, 0xc3, 0xb8]]);
  expect(posted).toEqual([{ kind: 'open' }]);
});

test('of many poses the newest is sent, thirty times a second at most', () => {
  const socket = opened();
  pose(1, 1);
  pose(1, 2);
  pose(1, 3);
  expect(socket.sent.slice(1)).toEqual([[1, 1]]);
  vi.advanceTimersByTime(SEND_EVERY_MS - 1);
  expect(socket.sent).toHaveLength(2);
  vi.advanceTimersByTime(1);
  expect(socket.sent.slice(1)).toEqual([
    [1, 1],
    [1, 3],
  ]);
  vi.advanceTimersByTime(1000);
  expect(socket.sent).toHaveLength(3);
  pose(1, 4);
  expect(socket.sent).toHaveLength(4);
});

test('nothing is queued behind a slow line', () => {
  const socket = opened();
  socket.bufferedAmount = 32;
  pose(1, 1);
  pose(1, 2);
  vi.advanceTimersByTime(200);
  expect(socket.sent).toHaveLength(1);
  socket.bufferedAmount = 0;
  vi.advanceTimersByTime(SEND_EVERY_MS);
  expect(socket.sent.slice(1)).toEqual([[1, 2]]);
});

test('a pose of before the opening is sent when the server has opened, and again after a new opening', () => {
  pose(1, 9);
  expect(opened().sent.slice(1)).toEqual([[1, 9]]);
  expect(opened().sent.slice(1)).toEqual([[1, 9]]);
  expect(sockets[0]?.closed).toBe(true);
});

test('ticks are passed on as they are', () => {
  opened().receives(2, 0, 0, 0, 5, 0, 0, 0);
  const tick = posted.at(-1);
  expect(tick?.kind === 'tick' && [...new Uint8Array(tick.bytes)]).toEqual([2, 0, 0, 0, 5, 0, 0, 0]);
});

test('what it does not know is not passed on', () => {
  opened().receives(77, 1, 2);
  expect(posted).toEqual([{ kind: 'open' }]);
});

test('the page is told of a break, but not of a closing that it asked for', () => {
  opened().breaks();
  expect(posted.at(-1)).toEqual({ kind: 'closed' });
  const socket = opened();
  stream.hear({ kind: 'close' });
  socket.breaks();
  expect(socket.closed).toBe(true);
  expect(posted.filter(({ kind }) => kind === 'closed')).toHaveLength(1);
});

test('nothing is sent after the line broke', () => {
  const socket = opened();
  pose(1, 1);
  socket.breaks();
  pose(1, 2);
  vi.advanceTimersByTime(1000);
  expect(socket.sent).toHaveLength(2);
});

test('the server is told which tick was the last to come, at once and then every two seconds', () => {
  const socket = opened();
  const before = socket.sent.length;
  socket.receives(2, 0, 0, 0, 10, 0, 0, 0);
  socket.receives(2, 0, 0, 0, 43, 0, 0, 0);
  socket.receives(2, 0, 0, 0, 76, 1, 0, 0);
  expect(socket.sent.slice(before)).toEqual([[3, 0, 0, 0, 10, 0, 0, 0]]);
  vi.advanceTimersByTime(READ_EVERY_MS);
  expect(socket.sent.slice(before + 1)).toEqual([[3, 0, 0, 0, 76, 1, 0, 0]]);
  vi.advanceTimersByTime(10 * READ_EVERY_MS);
  expect(socket.sent).toHaveLength(before + 2);
  socket.receives(2, 0, 0, 0, 99, 1, 0, 0);
  expect(socket.sent.at(-1)).toEqual([3, 0, 0, 0, 99, 1, 0, 0]);
});

test('a stream that was hung up tells nothing more', () => {
  const socket = opened();
  socket.receives(2, 0, 0, 0, 10, 0, 0, 0);
  socket.receives(2, 0, 0, 0, 43, 0, 0, 0);
  const before = socket.sent.length;
  stream.hear({ kind: 'close' });
  vi.advanceTimersByTime(10 * READ_EVERY_MS);
  expect(socket.sent).toHaveLength(before);
});
