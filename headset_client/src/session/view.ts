import type { Language } from '../wire/types.gen';
import type { WorldView } from '../world/view';
import type { Session } from './session';

export interface ViewOptions {
  /** The person through whose eyes one sees; their own figure is left out. */
  me?: string;
}

export function worldView(session: Session, tongue: Language, options: ViewOptions = {}): WorldView {
  void [session, tongue, options];
  return { place: '', board: [], props: {}, figures: [], frozen: false };
}
