/** What those who watch say and note, as one line at a time that can be read. Times in ms, given by the caller. */
import type { Talked, WatchNote } from '../wire/types.gen';

/** A line gives way to the next after this long, and goes by itself after this long and so much for every letter. */
const LEAST_MS = 4000;
const MOST_MS = 10_000;
const LETTER_MS = 60;
/** So many lines wait; when more come, the oldest are not shown. */
const WAITING = 3;
/** A reel that has jumped to within so many ms after a note has come to it. */
const AT_NOTE_MS = 700;

/** Lines that wait for their turn, and the one that stands. */
export class Lines {
  private waiting: string[] = [];
  private standing: { words: string; since: number } | null = null;

  /** Shows `words` when their turn comes; what stands or waits already is not shown twice. */
  add(words: string): void {
    if (this.standing?.words === words || this.waiting.includes(words)) return;
    this.waiting = [...this.waiting, words].slice(-WAITING);
  }

  /** The line that stands at `now`; null for none. */
  at(now: number): string | null {
    const stood = this.standing === null ? Infinity : now - this.standing.since;
    if (stood >= LEAST_MS && this.waiting.length > 0) {
      this.standing = { words: this.waiting.shift() ?? '', since: now };
    } else if (stood >= MOST_MS + LETTER_MS * (this.standing?.words.length ?? 0)) this.standing = null;
    return this.standing?.words ?? null;
  }
}

/** What is known at one moment: everything said and noted, where the reel is, and how often it has jumped. */
export interface Moment {
  you: string;
  talked: readonly Talked[];
  notes: readonly WatchNote[];
  at: number;
  jumps: number;
}

export interface News {
  kind: 'talk' | 'note';
  name: string;
  text: string;
}

/** Finds what is new from one moment to the next: what others say and note, and notes that the reel comes to. */
export class Hearing {
  private before: Moment | null = null;

  /** What has come since it was asked last; nothing the first time. */
  news(now: Moment): News[] {
    const { before } = this;
    this.before = now;
    if (before === null) return [];
    const last = before.talked.at(-1);
    const said = now.talked.slice(last ? now.talked.lastIndexOf(last) + 1 : 0).filter(({ by }) => by !== now.you);
    const known = new Set(before.notes.map(({ id }) => id));
    const come = now.notes.filter(({ id, by, at }) => (known.has(id) ? reached(at, before, now) : by !== now.you));
    return [...said.map((line) => newsOf('talk', line)), ...come.map((note) => newsOf('note', note))];
  }
}

/** Whether the reel has passed that moment, or has jumped to it. */
function reached(at: number, before: Moment, now: Moment): boolean {
  if (now.jumps !== before.jumps) return now.at >= at && now.at - at < AT_NOTE_MS;
  return before.at < at && at <= now.at;
}

function newsOf(kind: News['kind'], { name, text }: Talked | WatchNote): News {
  return { kind, name, text };
}
