import type { Refusal, Seat } from '../wire/types.gen';

export type Answer = { kind: 'seat'; seat: Seat } | { kind: 'refused'; refusal: Refusal } | { kind: 'unreached' };

/** Gives the code at the door. A code opens once, so one that was taken must not be sent again. */
export async function knockWith(code: string): Promise<Answer> {
  try {
    const answer = await fetch('/api/join', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    const told: unknown = await answer.json();
    return answer.ok ? { kind: 'seat', seat: told as Seat } : { kind: 'refused', refusal: told as Refusal };
  } catch {
    // No network, or something between us and the server that does not speak JSON: the same advice helps.
    return { kind: 'unreached' };
  }
}
