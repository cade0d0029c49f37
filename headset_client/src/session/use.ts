import { useLayoutEffect, useState } from 'preact/hooks';
import type { RoomState } from '../wire/types.gen';
import type { Session } from './session';

/** The room as it is now; the component is drawn again at every change of the state or of the link. */
export function useSession(session: Session | null): RoomState | null {
  const [, redraw] = useState({});
  // In a layout effect nothing can change between the drawing and the subscribing.
  useLayoutEffect(() => session?.subscribe(() => redraw({})), [session]);
  return session?.state ?? null;
}
