import { describe, expect, it } from 'vitest';
import type { Gesture } from '../view';
import { applyGesture, GESTURE_SECONDS, swell, talkWithHands } from './gestures';
import { handsAreFree, isSeated, POSTURES } from './postures';
import { AT, blend, STANCE_SIZE } from './stance';
import { footForward, footLift, strideLength, strideOn, walkInto } from './walk';

const head = () => ({ yaw: 0, pitch: 0, roll: 0 });

describe('postures', () => {
  it('are whole rows of finite numbers', () => {
    for (const stance of Object.values(POSTURES)) {
      expect(stance).toHaveLength(STANCE_SIZE);
      expect(stance.every(Number.isFinite)).toBe(true);
    }
  });

  it('blend number by number, and reach the goal at a share of one', () => {
    const stance = POSTURES.stand.slice();
    blend(stance, POSTURES.sit, 0.5);
    for (let i = 0; i < STANCE_SIZE; i++) expect(stance[i]).toBeCloseTo((POSTURES.stand[i]! + POSTURES.sit[i]!) / 2);
    blend(stance, POSTURES.sit, 1);
    expect(Array.from(stance)).toEqual(Array.from(POSTURES.sit));
  });

  it('keep both hands at the same height where they hang alike', () => {
    const { stand } = POSTURES;
    expect(stand[AT.handL]).toBeCloseTo(-stand[AT.handR]!);
    expect(stand[AT.handL + 1]).toBeCloseTo(stand[AT.handR + 1]!);
  });

  it('know who sits and whose hands are free', () => {
    expect(isSeated('sit') && isSeated('table') && !isSeated('lean')).toBe(true);
    expect(handsAreFree('stand') && !handsAreFree('phone') && !handsAreFree('crossed')).toBe(true);
  });
});

describe('walking', () => {
  it('carries on one foot at least, at every moment', () => {
    for (let phase = 0; phase < 1; phase += 0.01) expect(Math.min(footLift(phase), footLift(phase + 0.5))).toBe(0);
  });

  it('moves a carrying foot back as fast as the body goes forward: no sliding', () => {
    const speed = 1.1;
    const dt = 0.01;
    const from = 0.1;
    const to = strideOn(from, speed, dt);
    const back = (footForward(from) - footForward(to)) * strideLength(speed);
    expect(back).toBeCloseTo(speed * dt, 3);
  });

  it('lifts the hips over a straight leg and lowers them between steps', () => {
    const stance = POSTURES.stand.slice();
    const hipsAt = (phase: number): number => {
      walkInto(stance, phase, 0.6);
      return stance[AT.hips + 1]!;
    };
    expect(hipsAt(0.3)).toBeGreaterThan(hipsAt(0.05) + 0.03);
  });
});

describe('gestures', () => {
  const names = Object.keys(GESTURE_SECONDS) as Gesture[];

  it('begin and end in the stance they were laid on', () => {
    for (const name of names) {
      for (const t of [0, GESTURE_SECONDS[name] - 1e-6]) {
        const stance = POSTURES.stand.slice();
        const move = head();
        applyGesture(name, t, stance, move, 0.2);
        for (let i = 0; i < STANCE_SIZE; i++) expect(stance[i]).toBeCloseTo(POSTURES.stand[i]!, 2);
        expect(Math.abs(move.yaw) + Math.abs(move.pitch) + Math.abs(move.roll)).toBeLessThan(0.02);
      }
    }
  });

  it('are seen in their middle, and over when their time is up', () => {
    for (const name of names) {
      const stance = POSTURES.stand.slice();
      const move = head();
      let seen = 0;
      for (let t = 0; t < GESTURE_SECONDS[name]; t += 0.05) {
        stance.set(POSTURES.stand);
        Object.assign(move, head());
        expect(applyGesture(name, t, stance, move, 0.2)).toBe(true);
        const moved = stance.reduce((sum, value, i) => sum + Math.abs(value - POSTURES.stand[i]!), 0);
        seen = Math.max(seen, moved + Math.abs(move.yaw) + Math.abs(move.pitch));
      }
      expect(seen).toBeGreaterThan(0.08);
      expect(applyGesture(name, GESTURE_SECONDS[name], stance, move, 0)).toBe(false);
    }
  });

  it('point with the hand on the side of what is pointed at', () => {
    const moved = (aim: number, at: number): number => {
      const stance = POSTURES.stand.slice();
      applyGesture('point', 1, stance, head(), aim);
      return Math.abs(stance[at + 2]! - POSTURES.stand[at + 2]!);
    };
    expect(moved(0.8, AT.handL)).toBeGreaterThan(0.2);
    expect(moved(0.8, AT.handR)).toBeLessThan(0.01);
    expect(moved(-0.8, AT.handR)).toBeGreaterThan(0.2);
  });

  it('swell from nothing to all and back', () => {
    expect(swell(0, 0.3, 0.3, 1)).toBe(0);
    expect(swell(0.5, 0.3, 0.3, 1)).toBe(1);
    expect(swell(1, 0.3, 0.3, 1)).toBe(0);
  });

  it('lift the leading hand most while talking', () => {
    const stance = POSTURES.stand.slice();
    talkWithHands(stance, 0.6, 1, 'R');
    const lift = (at: number): number => stance[at + 1]! - POSTURES.stand[at + 1]!;
    expect(lift(AT.handR)).toBeGreaterThan(lift(AT.handL));
    expect(lift(AT.handL)).toBeGreaterThan(0);
  });
});
