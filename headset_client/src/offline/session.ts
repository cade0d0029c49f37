/** The session that the page holds, as `server/export/as_html.py` puts it in. */
import { decode } from '@msgpack/msgpack';
import type { Language, Retold, Stamped, Summary, Timeline, Who } from '../wire/types.gen';

export interface Held {
  readonly about: { readonly session: string; readonly scenario: string; readonly language: Language; readonly opened_at: number };
  readonly facts: readonly Stamped[];
  readonly timeline: Timeline;
  readonly summary: Summary;
  readonly who: Readonly<Record<string, Who>>;
  /** Room times of the poses (ms, u32), and their 32 bytes each. */
  readonly t: Uint8Array;
  readonly rows: Uint8Array;
}

/** Base64 of gzip of MessagePack. Rejects for anything else. */
export async function unpacked(base64: string): Promise<Held> {
  const bytes = Uint8Array.from(atob(base64.trim()), (letter) => letter.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return decode(new Uint8Array(await new Response(plain).arrayBuffer())) as Held;
}

export function timesOf({ t }: Held): Uint32Array {
  const view = new DataView(t.buffer, t.byteOffset, t.byteLength);
  return Uint32Array.from({ length: t.byteLength / 4 }, (_, n) => view.getUint32(n * 4, true));
}

/** The same as the replay page is told by a server. */
export function retold({ about, who, timeline, summary }: Held): Retold {
  const client = Object.values(who).find(({ role, name }) => role === 'client' && name !== '');
  return { session: about.session, opened_at: about.opened_at, client: client?.id ?? null, who, timeline, summary };
}
