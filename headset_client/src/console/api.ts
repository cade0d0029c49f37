/** The console's questions to the server over HTTP. None rejects: what goes wrong comes back as a refusal. */
import { textIn } from '../words/say';
import type { Axis, Code, Language, OwnLink, Refusal, Role, Scenario, ScenarioInfo, SessionInfo } from '../wire/types.gen';

export type Answer<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export interface Me {
  role: Role;
  name: string;
}

export interface NewSession {
  scenario: string;
  language: Language;
  ceiling: Record<Axis, number>;
  step: number;
  /** The name of the path that the client is on; null: on none. */
  path: string | null;
}

export const signIn = (secret: string) => ask<null>('POST', '/api/sign-in', { secret });
export const signOut = () => ask<null>('POST', '/api/sign-out');
export const me = () => ask<Me>('GET', '/api/me');
export const scenarios = () => ask<ScenarioInfo[]>('GET', '/api/scenarios');
export const sessions = () => ask<SessionInfo[]>('GET', '/api/sessions');
export const makeSession = (wanted: NewSession) => ask<SessionInfo>('POST', '/api/sessions', wanted);
export const script = (session: string) => ask<Scenario>('GET', `/api/sessions/${encodeURIComponent(session)}/script`);
export const makeCode = (session: string, role: CodeRole) =>
  ask<Code>('POST', `/api/sessions/${encodeURIComponent(session)}/codes`, { role });

/** The client's own links to the recording of a session that has ended. */
export const ownLinks = (session: string) => ask<OwnLink[]>('GET', `/api/recordings/${encodeURIComponent(session)}/keys`);

export type CodeRole = 'client' | 'peer' | 'observer';

const NO_SERVER: Refusal = {
  code: 'no_server',
  words: { nb: textIn('nb', 'con.noServer'), en: textIn('en', 'con.noServer') },
  instead: { nb: textIn('nb', 'con.noServer.instead'), en: textIn('en', 'con.noServer.instead') },
};

/** One question. A body is sent as JSON. */
export async function ask<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Answer<T>> {
  const sent = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(path, { method, ...sent }).catch(() => null);
  if (response === null) return { ok: false, refusal: NO_SERVER };
  const said: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  if (response.ok) return { ok: true, value: said as T };
  return { ok: false, refusal: isRefusal(said) ? said : NO_SERVER };
}

function isRefusal(said: unknown): said is Refusal {
  return typeof said === 'object' && said !== null && 'code' in said && 'words' in said && 'instead' in said;
}
