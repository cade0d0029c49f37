/** Why a recording has ended by itself, for staff; in words. */
import type { RoomState } from '../wire/types.gen';
import type { Key } from '../words/catalogue';

export interface Ended {
  key: Key;
  /** Who ended it, as an id. */
  by: string;
}

/** Null while there is nothing that staff do not know: they stopped it themselves, or the session is over. */
export function endedOf({ recording }: Pick<RoomState, 'recording'>, you: string): Ended | null {
  const { ended, ended_by: by } = recording;
  if (ended === 'left') return { key: 'rec.end.left', by };
  if (ended === 'nobody') return { key: by === you ? 'rec.end.nobody.you' : 'rec.end.nobody', by };
  return ended === 'stopped' && by !== you ? { key: 'rec.end.stopped', by } : null;
}
