import { describe, expect, it } from 'vitest';
import { directionTo, eyeOffset, headPitch, headYaw, MOST_HEAD_YAW, torsoShare, turnTo } from './gaze';

const nowhere = (): { yaw: number; pitch: number } => ({ yaw: 0, pitch: 0 });

describe('gaze', () => {
  it('turns the short way round', () => {
    expect(turnTo(3, -3)).toBeCloseTo(Math.PI * 2 - 6);
    expect(turnTo(-3, 3)).toBeCloseTo(6 - Math.PI * 2);
    expect(turnTo(0.2, 0.5)).toBeCloseTo(0.3);
    expect(turnTo(0, Math.PI * 6 + 0.1)).toBeCloseTo(0.1);
  });

  it('sees a point to the own left as a positive yaw, and a low one as a positive pitch', () => {
    const to = directionTo(nowhere(), 1, 0.6, 1, 1.6);
    expect(to.yaw).toBeCloseTo(Math.PI / 4);
    expect(to.pitch).toBeCloseTo(Math.atan2(1, Math.SQRT2));
  });

  it('shares a small look between head and eyes, so that together they reach it', () => {
    const wanted = { yaw: 0.4, pitch: 0.2 };
    const torso = torsoShare(wanted.yaw);
    const yaw = headYaw(wanted.yaw, torso);
    const eyes = { x: 0, y: 0 };
    eyeOffset(eyes, wanted, torso, yaw, headPitch(wanted.pitch));
    expect(torso + yaw + eyes.x * 0.6).toBeCloseTo(wanted.yaw);
    expect(headPitch(wanted.pitch) - eyes.y * 0.5).toBeCloseTo(wanted.pitch);
    expect(Math.abs(eyes.x)).toBeLessThan(0.3);
  });

  it('never turns a head or an eye further than it goes', () => {
    for (const yaw of [-3, -1.5, 1.5, 3]) {
      const torso = torsoShare(yaw);
      const head = headYaw(yaw, torso);
      const eyes = { x: 0, y: 0 };
      eyeOffset(eyes, { yaw, pitch: 2 }, torso, head, headPitch(2));
      expect(Math.abs(head)).toBeLessThanOrEqual(MOST_HEAD_YAW);
      expect(Math.abs(eyes.x)).toBeLessThanOrEqual(1);
      expect(eyes.y).toBe(-1);
    }
  });
});
