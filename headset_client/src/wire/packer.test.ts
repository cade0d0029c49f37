import { decode, encode } from '@msgpack/msgpack';
import { expect, test } from 'vitest';
import { Decoder, Encoder, type Packet } from './packer';

function heardFrom(message: unknown): Packet[] {
  const decoder = new Decoder();
  const heard: Packet[] = [];
  decoder.on('decoded', (packet) => heard.push(packet));
  decoder.add(message);
  return heard;
}

test('a packet comes out as it went in', () => {
  const packet = { type: 2, nsp: '/', data: ['intent', { id: 'a', intent: { type: 'stop' } }], id: 7 };
  expect(heardFrom(new Encoder().encode(packet)[0])).toEqual([packet]);
});

test('what is undefined is left out, and what is for the sender stays behind', () => {
  const packet = { type: 2, nsp: '/', data: ['say', { text: 'hei', to: undefined }], options: { compress: true } };
  expect(decode(new Encoder().encode(packet)[0])).toEqual({ type: 2, nsp: '/', data: ['say', { text: 'hei' }] });
});

test('bytes travel as MessagePack binary', () => {
  const [message] = new Encoder().encode({ type: 2, nsp: '/', data: ['voice', new Uint8Array([1, 2, 3])] });
  expect([...message].join()).toContain([0xc4, 3, 1, 2, 3].join());
});

test.each([
  ['text', '2["hello"]'],
  ['a packet with attachments', encode({ type: 5, nsp: '/', data: ['a'] })],
  ['a type that is no whole number', encode({ type: 1.5, nsp: '/' })],
  ['no namespace', encode({ type: 2, data: ['a'] })],
  ['an event without a name', encode({ type: 2, nsp: '/', data: [7] })],
  ['an answer that is no list', encode({ type: 3, nsp: '/', data: {}, id: 1 })],
  ['a list', encode([2, '/'])],
  ['more than one value', new Uint8Array([0xc0, 0xc0])],
  ['nothing', new ArrayBuffer(0)],
])('%s is no packet', (_, message) => {
  expect(() => heardFrom(message)).toThrow(Error);
});

test('nothing is heard after the end, nor by one who has stopped listening', () => {
  const decoder = new Decoder();
  const [message] = new Encoder().encode({ type: 1, nsp: '/' });
  const heard: Packet[] = [];
  const listener = (packet: Packet): void => void heard.push(packet);
  decoder.on('decoded', listener).off('decoded', listener).add(message);
  decoder.on('decoded', listener).destroy();
  decoder.add(message);
  expect(heard).toEqual([]);
});
