/** The worker that owns the stream, so that neither drawing nor entering VR ever holds it up. */
import { Stream, type FromStream, type ToStream } from './stream';

const stream = new Stream(
  (message: FromStream) => self.postMessage(message, { transfer: message.kind === 'tick' ? [message.bytes] : [] }),
  (url) => new WebSocket(url),
);

self.addEventListener('message', ({ data }: MessageEvent<ToStream>) => stream.hear(data));
