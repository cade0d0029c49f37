import { isRefusal } from '../session/refusal';
import type { Refusal, Seat } from '../wire/types.gen';

/** It may go better after so many seconds: many knock at the same time, or the server starts again. */
export interface Wait {
  kind: 'wait';
  seconds: number;
  restarting: boolean;
}

export type Answer = { kind: 'seat'; seat: Seat } | { kind: 'refused'; refusal: Refusal } | Wait | { kind: 'unreached' };

const MANY = 429;
const AWAY = 503;
/** What a server that says nothing better asks for, and the most that one is left waiting, in seconds. */
const USUAL_WAIT = 5;
const LONGEST_WAIT = 60;

/** Gives the code at the door. A code opens once, so one that was taken must not be sent again. */
export async function knockWith(code: string): Promise<Answer> {
  try {
    const answer = await fetch('/api/join', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    // A proxy that stands before a server which starts again answers in its own way, so these two are known by number.
    if (answer.status === MANY || answer.status === AWAY) {
      return { kind: 'wait', seconds: waitOf(answer.headers.get('retry-after')), restarting: answer.status === AWAY };
    }
    const told: unknown = await answer.json();
    if (answer.ok) return { kind: 'seat', seat: told as Seat };
    return isRefusal(told) ? { kind: 'refused', refusal: told } : { kind: 'unreached' };
  } catch {
    // No network, or something between us and the server that does not speak JSON: the same advice helps.
    return { kind: 'unreached' };
  }
}

/** The header as whole seconds, at least one. */
function waitOf(header: string | null): number {
  const asked = Number(header ?? USUAL_WAIT);
  return Math.min(LONGEST_WAIT, Math.max(1, Number.isFinite(asked) ? Math.ceil(asked) : USUAL_WAIT));
}
