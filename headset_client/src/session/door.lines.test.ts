/** The door on a line that cuts, repeats and loses what it can, by chance; the server keeps to its protocol. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Facts, Snapshot, Stamped } from '../wire/types.gen';
import { AGAIN_AFTER_MS, Door } from './door';
import { EMPTY_ROOM, FakeServer, mark } from './fakes';

let server: FakeServer;
let door: Door;

beforeEach(() => vi.useFakeTimers());

afterEach(() => vi.useRealTimers());

function knock(): void {
  const nothing = () => undefined;
  server = new FakeServer();
  door = new Door({ seat: 's' }, server.dial, { changed: nothing, connected: nothing, time: nothing, hidden: () => false });
}

/** A server with a log that grows, restarts and shows each client only some of it; its line repeats and cuts by chance. */
class Unreliable {
  readonly chance: () => number;
  epoch = 1;
  log: Stamped[] = [];
  line: (['facts', Facts] | ['snapshot', Snapshot])[] = [];
  up = false;

  constructor(seed: number) {
    this.chance = seeded(seed);
  }

  /** What this client may hear: every third fact is for others. */
  heard = (after: number) => this.log.filter(({ seq }) => seq > after && seq % 3 !== 0);

  picture(): Snapshot {
    const notes = this.heard(0).map(({ t, fact }) => ({
      kind: 'mark' as const,
      t,
      by: 'p',
      to: null,
      text: fact.type === 'marked' ? fact.note : '',
    }));
    const state = { ...EMPTY_ROOM, notes: notes.slice(-100), seq: this.log.length, t: this.log.length };
    return { epoch: `${this.epoch}`, now: this.log.length, you: 'p', state };
  }

  happens(): void {
    const seq = this.log.length + 1;
    this.log.push(mark(seq));
    if (this.up && seq % 3 !== 0) this.line.push(['facts', this.facts(seq - 1)]);
  }

  facts(after: number): Facts {
    return { epoch: `${this.epoch}`, now: this.log.length, facts: this.heard(after) };
  }

  lets(): void {
    const { epoch, after } = server.hello();
    this.up = true;
    this.line = [];
    server.heard.connected();
    if (epoch === `${this.epoch}` && after > 0 && this.chance() < 0.7) this.line.push(['facts', this.facts(after)]);
    else this.line.push(['snapshot', this.picture()]);
  }

  /** Hands the client the next message; one in five comes twice. */
  delivers(): void {
    const next = this.line.shift();
    if (!next) return;
    for (let times = this.chance() < 0.2 ? 2 : 1; times > 0; times -= 1) {
      if (next[0] === 'facts') server.heard.facts(next[1]);
      else server.heard.snapshot(next[1]);
    }
  }

  step(): void {
    const chance = this.chance();
    if (chance < 0.4) this.happens();
    else if (chance < 0.75) this.delivers();
    else if (chance < 0.85 && this.up) {
      this.up = false;
      server.heard.cut();
    } else if (chance < 0.87) {
      this.up = false;
      this.log = [];
      this.epoch += 1;
      this.happens();
      server.heard.cut();
    } else if (!this.up) this.lets();
  }
}

function seeded(seed: number): () => number {
  let now = seed;
  return () => {
    now = (now * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return now / 2 ** 32;
  };
}

test('whatever the line does, every fact is there once and in order, and none of another log', () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    knock();
    const unreliable = new Unreliable(seed);
    unreliable.happens();
    for (let count = 0; count < 120; count += 1) unreliable.step();
    if (!unreliable.up) unreliable.lets();
    while (unreliable.line.length > 0) unreliable.delivers();
    const { state } = unreliable.picture();
    expect(door.state?.notes, `seed ${seed}`).toEqual(state.notes);
  }
});

test('whatever answers are lost, every intent is answered once', async () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const chance = seeded(seed);
    knock();
    server.lets();
    let answered = 0;
    const done = new Set<string>();
    for (let count = 0; count < 40; count += 1) {
      const what = chance();
      if (what < 0.4) void door.send({ type: 'say', text: `${count}` }).then(() => (answered += 1));
      else if (what < 0.6) vi.advanceTimersByTime(AGAIN_AFTER_MS);
      else if (what < 0.8) {
        server.heard.cut();
        server.forgets();
        server.heard.connected();
      } else server.asks.forEach((_, index) => chance() < 0.5 && server.answer(index));
    }
    server.heard.connected();
    server.asks.forEach(({ id }, index) => {
      done.add(id);
      server.answer(index);
    });
    await Promise.resolve();
    await Promise.resolve();
    expect(answered, `seed ${seed}`).toBe(done.size);
  }
});
