import type { Intent } from '../wire/types.gen';

/** Words on their way to the room. The room takes each id once, so that they can be sent again, also after a reload. */
export interface Saying {
  readonly id: string;
  readonly intent: Extract<Intent, { type: 'say' }>;
  /** As the person reads them. */
  readonly words: string;
}

const SAYINGS = 'sayings';
const DRAFT = 'draft';
const TAKES_BACK = 'takes back';

/**
 * What a person has said or written, and whether they have taken a yes back, and the room has not taken yet. It is kept by the tab alone, beside the seat: it
 * outlives a reload, and is gone when the person leaves or closes the tab.
 */
export class Kept {
  /** In the order in which they were said. */
  sayings: readonly Saying[];

  constructor(private readonly store: Storage) {
    const found: unknown = JSON.parse(store.getItem(SAYINGS) ?? '[]');
    this.sayings = Array.isArray(found) ? found.filter(isSaying) : [];
  }

  add(saying: Saying): void {
    this.keep([...this.sayings, saying]);
  }

  /** It was taken, or never will be. */
  done({ id }: Saying): void {
    this.keep(this.sayings.filter((saying) => saying.id !== id));
  }

  /** What is being written. */
  get draft(): string {
    return this.store.getItem(DRAFT) ?? '';
  }

  set draft(text: string) {
    if (text === '') this.store.removeItem(DRAFT);
    else this.store.setItem(DRAFT, text);
  }

  /** Whether one has taken back a yes to being recorded, and the room has not heard it. */
  get takesBack(): boolean {
    return this.store.getItem(TAKES_BACK) !== null;
  }

  set takesBack(waits: boolean) {
    if (waits) this.store.setItem(TAKES_BACK, 'yes');
    else this.store.removeItem(TAKES_BACK);
  }

  forget(): void {
    this.keep([]);
    this.draft = '';
    this.takesBack = false;
  }

  private keep(sayings: readonly Saying[]): void {
    this.sayings = sayings;
    if (sayings.length === 0) this.store.removeItem(SAYINGS);
    else this.store.setItem(SAYINGS, JSON.stringify(sayings));
  }
}

/** What another version of the page may have kept is not said. */
function isSaying(value: unknown): value is Saying {
  if (typeof value !== 'object' || value === null) return false;
  const { id, intent, words }: Partial<Record<keyof Saying, unknown>> = value;
  const says = typeof intent === 'object' && intent !== null && 'type' in intent && intent.type === 'say';
  return typeof id === 'string' && typeof words === 'string' && says;
}
