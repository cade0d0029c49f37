import { beforeEach, describe, expect, it } from 'vitest';
import type { Intent, Outcome } from '../wire/types.gen';
import { Stopping } from './stopping';

const yes: Outcome = { ok: true, seq: 1, refusal: null };
const no: Outcome = { ok: false, seq: 1, refusal: { code: 'staff_stopped', words: { nb: 'Nei.' }, instead: { nb: 'Vent.' } } };

let asked: Intent[];
let answer: (outcome: Outcome) => void;
let live: boolean;
let stopping: Stopping;

beforeEach(() => {
  asked = [];
  live = true;
  stopping = new Stopping({
    send: (intent) => {
      asked.push(intent);
      return new Promise((resolve) => (answer = resolve));
    },
    live: () => live,
    clock: () => 42,
    changed: () => {},
  });
  stopping.follow('running');
});

const settle = () => new Promise((resolve) => queueMicrotask(() => resolve(null)));

describe('stop', () => {
  it('holds here before anyone has answered', () => {
    stopping.stop('headset_off');
    expect(stopping.calm).toBe(true);
    expect(stopping.stoppedAt).toBe(42);
    expect(asked).toEqual([{ type: 'stop', cause: 'headset_off' }]);
  });

  it('holds when the room refuses it', async () => {
    stopping.stop('button');
    answer(no);
    await settle();
    stopping.follow('running');
    expect(stopping.calm).toBe(true);
  });

  it('opens for those whom others stopped, and closes when the room goes on', () => {
    stopping.follow('calm');
    expect(stopping.calm).toBe(true);
    stopping.follow('paused');
    expect(stopping.calm).toBe(false);
    expect(asked).toEqual([]);
  });

  it('is left only by oneself when it was one’s own', async () => {
    stopping.stop('button');
    answer(yes);
    await settle();
    stopping.follow('calm');
    stopping.follow('running');
    expect(stopping.calm).toBe(true);
    expect(stopping.othersGoOn).toBe(true);
    await stopping.back();
    expect(stopping.calm).toBe(false);
    expect(asked).toHaveLength(1);
  });

  it('goes back when the room says yes', async () => {
    stopping.follow('calm');
    const back = stopping.back();
    expect(stopping.calm).toBe(true);
    answer(yes);
    await back;
    expect(stopping.calm).toBe(false);
    expect(asked).toEqual([{ type: 'continue' }]);
  });

  it('stays, with the room’s own words, when staff stopped it', async () => {
    stopping.follow('calm');
    const back = stopping.back();
    answer(no);
    await back;
    expect(stopping.calm).toBe(true);
    expect(stopping.hindrance).toEqual(no.refusal);
  });

  it('asks nothing of a room that is gone', async () => {
    live = false;
    stopping.stop('button');
    await stopping.back();
    expect(stopping.calm).toBe(true);
    expect(stopping.hindrance).toBe('offline');
    expect(asked.map((intent) => intent.type)).toEqual(['stop']);
  });

  it('ends with the session', () => {
    stopping.stop('button');
    stopping.follow('ended');
    expect(stopping.calm).toBe(false);
  });
});
