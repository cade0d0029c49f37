/** The clients' own links to a recording. The server gives them once: this page keeps them until it is left. */
import { useEffect, useState } from 'preact/hooks';
import type { OwnLink, RoomState } from '../wire/types.gen';
import { type Answer, ownLinks } from './api';

const given = new Map<string, Promise<Answer<OwnLink[]>>>();

/** Asks the server the first time, and again only if it said no. */
export function linksOf(session: string): Promise<Answer<OwnLink[]>> {
  const known = given.get(session);
  if (known !== undefined) return known;
  const asked = ownLinks(session);
  given.set(session, asked);
  void asked.then(({ ok }) => !ok && given.delete(session));
  return asked;
}

/** Whether this tab has seen the session being recorded: after its end the room itself no longer says so. */
export function useWasRecorded(session: string, { recording }: RoomState): boolean {
  const key = `recorded ${session}`;
  const [was, setWas] = useState(() => sessionStorage.getItem(key) !== null);
  useEffect(() => {
    if (!recording.on || was) return;
    sessionStorage.setItem(key, 'yes');
    setWas(true);
  }, [recording.on]);
  return was;
}
