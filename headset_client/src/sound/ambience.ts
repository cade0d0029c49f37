import { steady } from '../world/places/chance';
import { breakingIn } from './breaking_in';
import { breakInLoudness, surroundingLoudness, type Heard } from './loudness';
import { surroundings } from './surroundings';
import type { Samples } from './synth';

/** Seconds in which the surroundings grow louder or softer; at Stop they are gone sooner. */
const SLOWLY_S = 0.8;
const STOP_S = 0.06;
/** Samples a second: enough for sounds without hiss, and made in a twentieth of a second. */
const RATE = 16_000;
const GESTURES = ['pointerdown', 'keydown'] as const;

/** What is heard in the room: its surroundings, and what breaks in. Silent until the person has pressed something, as browsers ask. */
export class Ambience {
  private context: AudioContext | null = null;
  private bed: { place: string; source: AudioBufferSourceNode | null; gain: GainNode } | null = null;
  private heard: Heard | null = null;
  private lastBreakIn: number | null = null;

  constructor(private readonly target: EventTarget) {
    for (const gesture of GESTURES) target.addEventListener(gesture, this.wake);
  }

  private readonly wake = (): void => {
    for (const gesture of GESTURES) this.target.removeEventListener(gesture, this.wake);
    this.context = new AudioContext();
    if (this.heard) this.show(this.heard);
  };

  /** Takes what the room says now. Cheap to call for every frame. What broke in before one came is not heard. */
  show(heard: Heard): void {
    this.heard = heard;
    const seq = heard.interruption?.seq ?? 0;
    const isNew = this.lastBreakIn !== null && seq > this.lastBreakIn;
    this.lastBreakIn = seq;
    const { context } = this;
    if (!context) return;
    if (this.bed?.place !== heard.place) this.lay(context, heard.place);
    const loud = surroundingLoudness(heard);
    this.bed?.gain.gain.setTargetAtTime(loud, context.currentTime, (heard.still ? STOP_S : SLOWLY_S) / 3);
    if (isNew && heard.interruption && !heard.still) this.play(context, heard.interruption.sound, breakInLoudness(heard.load));
  }

  private lay(context: AudioContext, place: string): void {
    this.bed?.source?.stop();
    const gain = context.createGain();
    gain.gain.value = 0;
    gain.connect(context.destination);
    const samples = surroundings(place, RATE, steady(place.length + 3));
    this.bed = { place, gain, source: samples && this.started(context, samples, gain, true) };
  }

  private play(context: AudioContext, sound: string, loud: number): void {
    const gain = context.createGain();
    gain.gain.value = loud;
    gain.connect(context.destination);
    this.started(context, breakingIn(sound, RATE, steady(sound.length)), gain, false);
  }

  private started(context: AudioContext, samples: Samples, into: AudioNode, loop: boolean): AudioBufferSourceNode {
    const buffer = context.createBuffer(1, samples.length, RATE);
    buffer.copyToChannel(samples, 0);
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.loop = loop;
    source.connect(into);
    source.start();
    return source;
  }

  close(): void {
    for (const gesture of GESTURES) this.target.removeEventListener(gesture, this.wake);
    void this.context?.close();
    this.context = null;
  }
}
