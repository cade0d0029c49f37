import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Intent } from '../wire/types.gen';
import { Answering } from './answering';

/** A room that answers when the test says so, over a line that may be away. */
class Room {
  live = true;
  readonly heard: Intent[] = [];
  readonly shown: (boolean | null)[] = [];
  readonly answers: (() => void)[] = [];
  readonly answering = new Answering({
    send: (intent) => {
      this.heard.push(intent);
      return new Promise<void>((answered) => this.answers.push(answered));
    },
    live: () => this.live,
    changed: () => this.shown.push(this.answering.late),
  });

  async takes(index: number): Promise<void> {
    this.answers[index]?.();
    await vi.advanceTimersByTimeAsync(0);
  }
}

let room: Room;

beforeEach(() => {
  vi.useFakeTimers();
  room = new Room();
});

afterEach(() => vi.useRealTimers());

describe('a yes or no on its way', () => {
  it('is not mentioned when the room takes it in a moment', async () => {
    void room.answering.answer(false);
    await vi.advanceTimersByTimeAsync(499);
    expect(room.answering.takesBack).toBe(true);
    await room.takes(0);
    await vi.advanceTimersByTimeAsync(5000);
    expect([room.shown, room.answering.takesBack]).toEqual([[null], false]);
  });

  it('is said to be on its way when that takes longer, until the room has it', async () => {
    void room.answering.answer(false);
    await vi.advanceTimersByTimeAsync(500);
    expect(room.answering.late).toBe(false);
    await room.takes(0);
    expect(room.shown).toEqual([false, null]);
  });

  it('is said to be on its way at once when the line is away', () => {
    room.live = false;
    void room.answering.answer(false);
    expect(room.answering.late).toBe(false);
  });

  it('is sent once, however often it is pressed', () => {
    room.live = false;
    for (let count = 0; count < 5; count += 1) void room.answering.answer(false);
    expect(room.heard).toEqual([{ type: 'consent', agree: false }]);
  });

  it('is the newest: an answer that was given up says nothing any more', async () => {
    room.live = false;
    void room.answering.answer(true);
    void room.answering.answer(false);
    expect(room.answering.late).toBe(false);
    await room.takes(0);
    expect([room.answering.late, room.answering.takesBack]).toEqual([false, true]);
    await room.takes(1);
    expect([room.answering.late, room.answering.takesBack]).toEqual([null, false]);
  });
});
