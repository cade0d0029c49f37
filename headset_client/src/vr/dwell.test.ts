import { describe, expect, it } from 'vitest';
import { Dwell, HOLDS } from './dwell';

/** Looks at `target` from `from` to `to` at 72 frames a second and gives what was chosen, with when. */
function gaze(dwell: Dwell, target: string | null, from: number, to: number): { chosen: string; at: number }[] {
  const chosen: { chosen: string; at: number }[] = [];
  for (let now = from; now <= to; now += 1000 / 72) {
    const got = dwell.look(target, now);
    if (got !== null) chosen.push({ chosen: got, at: now });
  }
  return chosen;
}

describe('choosing by looking', () => {
  it('takes a second and a half, and happens once', () => {
    const chosen = gaze(new Dwell(), 'bus', 0, 6000);
    expect(chosen.map((each) => each.chosen)).toEqual(['bus']);
    expect(chosen[0]!.at).toBeGreaterThanOrEqual(HOLDS);
    expect(chosen[0]!.at).toBeLessThan(HOLDS + 60);
  });

  it('may take less time where the caller says so', () => {
    const dwell = new Dwell();
    expect(dwell.look('face', 0, 900)).toBeNull();
    expect(dwell.look('face', 450, 900)).toBeNull();
    expect(dwell.progress('face')).toBe(0.5);
    expect(dwell.look('face', 900, 900)).toBe('face');
    expect(dwell.look('bus', 1000)).toBeNull();
    expect(dwell.look('bus', 2000)).toBeNull();
    expect(dwell.look('bus', 2500)).toBe('bus');
  });

  it('can be done again after looking away', () => {
    const dwell = new Dwell();
    gaze(dwell, 'bus', 0, 2000);
    gaze(dwell, null, 2000, 3000);
    expect(gaze(dwell, 'bus', 3000, 5000)).toHaveLength(1);
  });

  it('fills the ring on the way', () => {
    const dwell = new Dwell();
    gaze(dwell, 'bus', 0, HOLDS / 2);
    expect(dwell.progress('bus')).toBeGreaterThan(0.4);
    expect(dwell.progress('bus')).toBeLessThan(0.55);
    expect(dwell.progress('tram')).toBe(0);
  });

  it('bears a blink, and begins again after a real look away', () => {
    const dwell = new Dwell();
    gaze(dwell, 'bus', 0, 1000);
    gaze(dwell, null, 1000, 1150);
    expect(gaze(dwell, 'bus', 1150, 1800)).toHaveLength(1);
    const other = new Dwell();
    gaze(other, 'bus', 0, 1000);
    gaze(other, null, 1000, 1500);
    expect(gaze(other, 'bus', 1500, 2500)).toHaveLength(0);
  });

  it('does not carry time from one card to the next', () => {
    const dwell = new Dwell();
    gaze(dwell, 'bus', 0, 1400);
    expect(gaze(dwell, 'tram', 1400, 2400)).toHaveLength(0);
  });

  it('never chooses what appears under resting eyes at once', () => {
    const dwell = new Dwell();
    gaze(dwell, 'bus', 0, 1400);
    dwell.rest(1400);
    expect(gaze(dwell, 'bus', 1400, 1400 + HOLDS)).toHaveLength(0);
  });
});
