/** Asking the room for things, and keeping what came of it in one sentence. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Session } from '../session';
import type { Intent, Phase, Refusal } from '../wire/types.gen';

/** What came of the last thing one asked for. */
export type Outcome = { kind: 'done'; words: string } | { kind: 'no'; refusal: Refusal };

export interface Asking {
  note: Outcome | null;
  ask: (intent: Intent, done?: string) => Promise<boolean>;
  clear: () => void;
}

/** What was done is told for a while; a refusal stays until it is closed or the next thing is done. */
const DONE_IS_READ_MS = 6_000;

/** What is left to tell when the room enters `phase`: “Running” and the like are no longer so once it stands still. */
export function leftIn(phase: Phase | undefined, note: Outcome | null): Outcome | null {
  return note?.kind === 'done' && phase !== 'running' ? null : note;
}

export function useAsking(session: Session): Asking {
  const [note, setNote] = useState<Outcome | null>(null);
  useEffect(() => {
    if (note?.kind !== 'done') return;
    const timer = setTimeout(() => setNote(null), DONE_IS_READ_MS);
    return () => clearTimeout(timer);
  }, [note]);

  const phase = session.state?.phase;
  useEffect(() => setNote((was) => leftIn(phase, was)), [phase]);

  const { slowed } = session;
  useEffect(() => {
    if (slowed !== null) setNote({ kind: 'no', refusal: slowed });
  }, [slowed]);

  const ask = useCallback(
    async (intent: Intent, done?: string) => {
      const { ok, refusal } = await session.send(intent);
      if (refusal !== null) setNote({ kind: 'no', refusal });
      else if (ok && done !== undefined) setNote({ kind: 'done', words: done });
      return ok;
    },
    [session],
  );
  return { note, ask, clear: () => setNote(null) };
}
