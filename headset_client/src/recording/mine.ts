/** One's own link to the recording, when the session is over. */

/** The link that belongs to this seat alone; null when one is in no recording, or the server does not answer. */
export async function myLink(seat: string): Promise<string | null> {
  const response = await fetch('/api/recordings/mine', { headers: { authorization: `Bearer ${seat}` } }).catch(() => null);
  if (response === null || !response.ok) return null;
  const said: unknown = await response.json().catch(() => null);
  return typeof said === 'object' && said !== null && 'link' in said && typeof said.link === 'string' ? said.link : null;
}
