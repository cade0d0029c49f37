/**
 * The Socket.IO parser of this project: each packet is one MessagePack map.
 *
 * Only types 0 to 4 travel: bytes go inside the map, so the attachments of types 5 and 6 are never needed. Values that
 * are `undefined` are left out, and a `Uint8Array` is written as binary.
 */
import { Decoder as MessageReader, Encoder as MessagePacker } from '@msgpack/msgpack';

export interface Packet {
  type: number;
  nsp: string;
  data?: unknown;
  id?: number;
}

type Heard = (packet: Packet) => void;

/** The version of the Socket.IO protocol that is spoken. */
export const protocol = 5;

const HIGHEST_TYPE = 4;
const MOST_BYTES = 4 * 1024 * 1024;

export class Encoder {
  readonly #packer = new MessagePacker({ ignoreUndefined: true });

  /** One binary message. The fields that are only for the sender (`options`) stay behind. */
  encode(packet: Packet): [Uint8Array] {
    const { type, nsp, data, id } = packet;
    return [this.#packer.encode({ type, nsp, data, id })];
  }
}

/** Given each message of the connection, calls back with its packet. */
export class Decoder {
  readonly #reader = new MessageReader({ maxExtLength: 0, mapKeyConverter: textKey });
  #heard: Heard[] = [];

  on(_event: 'decoded', heard: Heard): this {
    this.#heard.push(heard);
    return this;
  }

  off(_event: 'decoded', heard: Heard): this {
    this.#heard = this.#heard.filter((other) => other !== heard);
    return this;
  }

  /** Throws an Error when the message is no packet of ours; the connection is then closed by its owner. */
  add(message: unknown): void {
    const packet = packetOf(message, this.#reader);
    for (const heard of this.#heard) heard(packet);
  }

  destroy(): void {
    this.#heard = [];
  }
}

function packetOf(message: unknown, reader: MessageReader): Packet {
  if (!(message instanceof ArrayBuffer || message instanceof Uint8Array)) throw new Error('A packet must be binary.');
  if (message.byteLength > MOST_BYTES) throw new Error(`A packet of ${message.byteLength} bytes is too long.`);
  const packet = reader.decode(message);
  if (!isPacket(packet)) throw new Error('This is not a packet.');
  return packet;
}

function textKey(key: unknown): string {
  if (typeof key !== 'string') throw new Error('The key of a map must be text.');
  return key;
}

function isPacket(value: unknown): value is Packet {
  if (typeof value !== 'object' || value === null) return false;
  const { type, nsp, id, data }: Partial<Record<keyof Packet, unknown>> = value;
  const known = typeof type === 'number' && Number.isInteger(type) && type >= 0 && type <= HIGHEST_TYPE;
  return known && nsp === '/' && (id === undefined || Number.isInteger(id)) && fits(type, data);
}

/** An event is a name and its arguments, an answer a list; what goes with the other types is for Socket.IO to read. */
function fits(type: number, data: unknown): boolean {
  if (type === 2) return Array.isArray(data) && typeof data[0] === 'string';
  if (type === 3) return Array.isArray(data);
  return true;
}
