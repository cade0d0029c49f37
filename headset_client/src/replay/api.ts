/** The replay page's questions to the server over HTTP. None rejects: what goes wrong comes back as a refusal. */
import { isRefusal } from '../session/refusal';
import { textIn } from '../words/say';
import type { Compared, RecordingInfo, Refusal, Retold, Role } from '../wire/types.gen';

export type Answer<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** A place among those who watch. */
export interface ReplaySeat {
  readonly seat: string;
  /** Of the replay; a recording is named by the session that it is of. */
  readonly session: string;
  readonly role: Role;
}

export const me = () => ask<{ role: Role; name: string }>('GET', '/api/me');
export const recordings = () => ask<RecordingInfo[]>('GET', '/api/recordings');
/** `key`: the client's own; null at a console, which its cookie proves. `damaged`: what can be read of a bad file will do. */
export const enter = (session: string, key: string | null, damaged: boolean) =>
  ask<ReplaySeat>('POST', `/api/recordings/${encodeURIComponent(session)}/enter`, { body: { ...(key !== null && { key }), damaged } });
export const told = (session: string, seat: string) =>
  ask<Retold>('GET', `/api/recordings/${encodeURIComponent(session)}/timeline`, { bearer: seat });
export const compare = (a: string, b: string) =>
  ask<Compared[]>('GET', `/api/recordings/compare?a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}`);
/** With a client's key their own part, at a console the whole recording. */
export const remove = (session: string, key: string | null) =>
  ask<null>('DELETE', `/api/recordings/${encodeURIComponent(session)}`, { body: key === null ? {} : { key } });

const NO_SERVER: Refusal = {
  code: 'no_server',
  words: { nb: textIn('nb', 're.no.server'), en: textIn('en', 're.no.server') },
  instead: { nb: textIn('nb', 're.no.server.instead'), en: textIn('en', 're.no.server.instead') },
};

interface With {
  body?: object;
  bearer?: string;
}

async function ask<T>(method: 'GET' | 'POST' | 'DELETE', path: string, { body, bearer }: With = {}): Promise<Answer<T>> {
  const headers = {
    ...(body && { 'content-type': 'application/json' }),
    ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
  };
  const response = await fetch(path, { method, headers, ...(body && { body: JSON.stringify(body) }) }).catch(() => null);
  if (response === null) return { ok: false, refusal: NO_SERVER };
  const said: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  if (response.ok) return { ok: true, value: said as T };
  return { ok: false, refusal: isRefusal(said) ? said : NO_SERVER };
}
