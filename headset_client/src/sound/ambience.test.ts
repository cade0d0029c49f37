import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Ambience } from './ambience';
import type { Heard } from './loudness';

/** As much of a browser's audio as is used: it notes what was started, and how loud. */
class FakeAudio {
  static all: FakeAudio[] = [];
  readonly currentTime = 0;
  readonly destination = {};
  readonly started: { loop: boolean; stopped: boolean }[] = [];
  readonly gains: number[] = [];
  constructor() {
    FakeAudio.all.push(this);
  }
  createGain() {
    const at = this.gains.push(0) - 1;
    const { gains } = this;
    const gain = {
      set value(to: number) {
        gains[at] = to;
      },
      setTargetAtTime: (to: number) => void (gains[at] = to),
    };
    return { gain, connect: () => undefined };
  }
  createBuffer() {
    return { copyToChannel: () => undefined };
  }
  createBufferSource() {
    const note = { loop: false, stopped: false };
    const { started } = this;
    return {
      buffer: null,
      set loop(to: boolean) {
        note.loop = to;
      },
      connect: () => undefined,
      start: () => void started.push(note),
      stop: () => void (note.stopped = true),
    };
  }
  close() {
    return Promise.resolve();
  }
}

const cafe: Heard = { place: 'cafe', load: 1, still: false, interruption: null };
const phone = (seq: number): Heard => ({ ...cafe, interruption: { sound: 'phone', seq } });

beforeEach(() => {
  FakeAudio.all = [];
  vi.stubGlobal('AudioContext', FakeAudio);
});
afterEach(() => vi.unstubAllGlobals());

function woken(first: Heard): { ambience: Ambience; audio: FakeAudio } {
  const page = new EventTarget();
  const ambience = new Ambience(page);
  ambience.show(first);
  expect(FakeAudio.all).toHaveLength(0);
  page.dispatchEvent(new Event('pointerdown'));
  return { ambience, audio: FakeAudio.all[0]! };
}

it('makes no sound before the person has pressed something, and one bed of it after', () => {
  const { ambience, audio } = woken(cafe);
  ambience.show(cafe);
  expect(audio.started).toEqual([{ loop: true, stopped: false }]);
  expect(audio.gains[0]).toBe(0.2);
});

it('is silent at Stop, and in a pause', () => {
  const { ambience, audio } = woken(cafe);
  ambience.show({ ...cafe, still: true });
  expect(audio.gains[0]).toBe(0);
});

it('lets what breaks in be heard once, and not what broke in before one came', () => {
  const { ambience, audio } = woken(phone(7));
  ambience.show(phone(7));
  expect(audio.started).toHaveLength(1);
  ambience.show(phone(9));
  ambience.show(phone(9));
  expect(audio.started).toHaveLength(2);
  expect(audio.started[1]!.loop).toBe(false);
});

it('ends what was heard where one is no more', () => {
  const { ambience, audio } = woken(cafe);
  ambience.show({ ...cafe, place: 'quay' });
  expect(audio.started.map(({ stopped }) => stopped)).toEqual([true, false]);
});

it('does not let be heard what broke in before one came into a room that is heard already', () => {
  const page = new EventTarget();
  const ambience = new Ambience(page);
  page.dispatchEvent(new Event('keydown'));
  ambience.show(phone(7));
  expect(FakeAudio.all[0]!.started.map(({ loop }) => loop)).toEqual([true]);
});
