import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeServer, FakeWorker, person, roomWith } from '../session/fakes';
import { Session } from '../session';
import type { Refusal } from '../wire/types.gen';
import { Inside } from './inside';
import { Kept } from './kept';

const NO: Refusal = { code: 'not_offered', words: { en: 'No.' }, instead: { en: 'Wait.' } };
const CARD = { meaning: 'when', icon: 'clock', words: 'When?', lit: false };
const ROOM = roomWith([person('p')], [], { phase: 'running', frozen_at: null });

/** What a tab keeps. */
class Tab implements Storage {
  readonly #kept = new Map<string, string>();
  get length(): number {
    return this.#kept.size;
  }
  key = (index: number) => [...this.#kept.keys()][index] ?? null;
  getItem = (key: string) => this.#kept.get(key) ?? null;
  setItem = (key: string, value: string) => void this.#kept.set(key, value);
  removeItem = (key: string) => void this.#kept.delete(key);
  clear = () => this.#kept.clear();
}

let tab: Tab;
let server: FakeServer;
let inside: Inside;

function load(): void {
  server = new FakeServer();
  const outside = { startWorker: () => new FakeWorker(), clock: () => 0, streamUrl: () => '', hidden: () => false };
  inside = new Inside(new Session({ seat: 's' }, { dial: server.dial, ...outside }), () => undefined, new Kept(tab));
  server.lets(ROOM);
}

beforeEach(() => {
  vi.useFakeTimers();
  tab = new Tab();
  load();
});

afterEach(() => vi.useRealTimers());

describe('words on their way', () => {
  it('are kept until the room has taken them', async () => {
    inside.draft = ' When does it go? ';
    const written = inside.write();
    expect([inside.draft, inside.sayings.map(({ words }) => words)]).toEqual(['', ['When does it go?']]);
    server.answer(0);
    await written;
    expect([inside.sayings, tab.length]).toEqual([[], 0]);
  });

  it('are said with the same id after a reload', async () => {
    inside.draft = 'hello';
    void inside.write();
    inside.close();
    const before = server.asks[0];
    load();
    expect(server.asks).toEqual([before]);
    server.answer(0);
    await vi.advanceTimersByTimeAsync(0);
    expect([inside.sayings, tab.length]).toEqual([[], 0]);
  });

  it('come back into the box when the room does not take them, unless something else stands there', async () => {
    for (const since of ['', 'more']) {
      load();
      inside.draft = 'hello';
      const written = inside.write();
      inside.draft = since;
      server.answer(0, { ok: false, refusal: NO });
      await written;
      expect(inside.draft).toBe(since || 'hello');
    }
  });

  it('are mentioned only when they take their time', () => {
    inside.draft = 'hello';
    void inside.write();
    vi.advanceTimersByTime(999);
    expect(inside.onTheirWay).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(inside.onTheirWay.map(({ words }) => words)).toEqual(['hello']);
  });

  it('of one card are one saying, however often it is pressed while the line is away', () => {
    server.heard.cut();
    for (let count = 0; count < 5; count += 1) {
      void inside.choose(CARD);
      vi.advanceTimersByTime(1000);
    }
    server.heard.connected();
    expect(server.kinds).toEqual(['say']);
  });

  it('are gone with the one who leaves', () => {
    inside.draft = 'half a';
    void inside.choose(CARD);
    new Kept(tab).forget();
    expect(tab.length).toBe(0);
  });

  it('of another version of the page are not said', () => {
    tab.setItem('sayings', JSON.stringify([{ text: 'old' }, null, { id: 'a', words: 'b', intent: { type: 'stop' } }]));
    load();
    expect(server.kinds).toEqual([]);
  });
});

describe('a yes that is taken back', () => {
  it('goes before all but a stop when the line is back, and is said to be on its way at once', async () => {
    server.heard.cut();
    void inside.choose(CARD);
    void inside.calmer();
    void inside.consent(false);
    expect(inside.answering.late).toBe(false);
    inside.stop('button');
    server.heard.connected();
    expect(server.kinds).toEqual(['stop', 'consent', 'say', 'calmer']);
    server.answer(1);
    await vi.advanceTimersByTimeAsync(0);
    expect(inside.answering.late).toBeNull();
  });

  it('is kept however much waits already', () => {
    server.heard.cut();
    for (let count = 0; count < 40; count += 1) void inside.help();
    void inside.consent(false);
    server.heard.connected();
    expect(server.kinds[0]).toBe('consent');
  });

  it('is sent again after a reload until the room has heard it', async () => {
    server.heard.cut();
    void inside.consent(false);
    inside.close();
    load();
    expect(server.asks.map(({ intent }) => intent)).toEqual([{ type: 'consent', agree: false }]);
    server.answer(0);
    await vi.advanceTimersByTimeAsync(0);
    expect(tab.length).toBe(0);
    load();
    expect(server.kinds).toEqual([]);
  });
});

describe('what is being written', () => {
  it('is there after a reload', () => {
    inside.draft = 'When does';
    load();
    expect(inside.draft).toBe('When does');
  });
});

describe('the line', () => {
  it('is not mentioned for a short cut', () => {
    server.heard.cut();
    vi.advanceTimersByTime(900);
    expect(inside.line).toBe('live');
    server.heard.connected();
    vi.advanceTimersByTime(5000);
    expect(inside.line).toBe('live');
  });

  it('is said to be lost when it stays away, or that the server restarts', () => {
    server.heard.cut();
    vi.advanceTimersByTime(1000);
    expect(inside.line).toBe('lost');
    server.heard.closing({});
    expect(inside.line).toBe('restarting');
    server.heard.connected();
    expect(inside.line).toBe('live');
  });

  it('tells one who was too fast, once', () => {
    server.heard.slow(NO);
    expect(inside.told).toEqual({ words: NO.words, instead: NO.instead });
    vi.advanceTimersByTime(20_000);
    server.tells([]);
    server.heard.cut();
    expect(inside.told).toBeNull();
  });

  it('that stays away opens the calm place, and Stop works before that', () => {
    server.heard.cut();
    inside.stop('button');
    expect(inside.stopping.calm).toBe(true);
    server.heard.connected();
    expect(server.kinds).toEqual(['stop']);
    load();
    server.heard.cut();
    vi.advanceTimersByTime(8000);
    expect(inside.stopping.calm).toBe(true);
  });
});
