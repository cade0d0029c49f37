import { Object3D, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { type Choice, Choosing, type Ray } from './choosing';

const whole = { x: 0, y: 0, width: 0.4, height: 0.4 };
const elsewhere: Ray = { id: 'head', from: new Vector3(0, 1.6, 0), towards: new Vector3(0, 1, 0) };

function panelAt(z: number, id: string, chosen: string[]): Choice {
  const on = new Object3D();
  // A panel faces along its own +z; this one stands at -z and looks back at the origin.
  on.position.set(0, 1.6, z);
  on.updateMatrixWorld();
  return { id, on, zone: whole, gaze: { ...whole, y: 0.1, height: 0.2 }, choose: () => chosen.push(id) };
}

function ray(x: number, y: number): Ray {
  return { id: 'right', from: new Vector3(0, 1.6, 0), towards: new Vector3(x, y, -1.6).normalize() };
}

describe('choosing in the headset', () => {
  it('takes the nearest of what a hand points at when it presses', () => {
    const chosen: string[] = [];
    const choosing = new Choosing();
    choosing.update([panelAt(-1.6, 'far', chosen), panelAt(-0.6, 'near', chosen)], elsewhere, [ray(0, 0)], [], 0);
    expect([...choosing.under]).toEqual(['near']);
    choosing.press('right');
    choosing.press('left');
    expect(chosen).toEqual(['near']);
  });

  it('takes nothing beside the panel or behind it', () => {
    const chosen: string[] = [];
    const choosing = new Choosing();
    choosing.update([panelAt(-1.6, 'card', chosen), panelAt(1, 'behind', chosen)], elsewhere, [ray(0.25, 0)], [], 0);
    choosing.press('right');
    expect(chosen).toEqual([]);
  });

  it('knows whether something stands in the way of a look, chosen by it or not', () => {
    const choosing = new Choosing();
    choosing.update([panelAt(-1.6, 'card', [])], elsewhere, [], [], 0);
    expect([ray(0, -0.15), ray(0, -0.25)].map((look) => choosing.covers(look))).toEqual([true, false]);
  });

  it('is chosen by looking at its picture, not at its words', () => {
    const look = (y: number) => {
      const chosen: string[] = [];
      const choosing = new Choosing();
      const card = panelAt(-1.6, 'card', chosen);
      for (let now = 0; now < 2500; now += 14) choosing.update([card], ray(0, y), [], [], now);
      return chosen;
    };
    expect(look(0.1)).toEqual(['card']);
    expect(look(-0.1)).toEqual([]);
  });

  it('is touched once for each touch', () => {
    const chosen: string[] = [];
    const choosing = new Choosing();
    const card = panelAt(-0.6, 'stop', chosen);
    const finger = (z: number) => choosing.update([card], elsewhere, [], [{ id: 'right', at: new Vector3(0.05, 1.6, z) }], 0);
    for (const z of [-0.4, -0.59, -0.6, -0.57, -0.59]) finger(z);
    expect(chosen).toEqual(['stop']);
    finger(-0.5);
    finger(-0.6);
    expect(chosen).toEqual(['stop', 'stop']);
  });

  it('is touched by a quick finger, and not from behind or beside', () => {
    const touched = (...path: [x: number, z: number][]) => {
      const chosen: string[] = [];
      const choosing = new Choosing();
      const card = panelAt(-0.6, 'stop', chosen);
      for (const [x, z] of path) choosing.update([card], elsewhere, [], [{ id: 'right', at: new Vector3(x, 1.6, z) }], 0);
      return chosen;
    };
    expect(touched([0, -0.5], [0, -0.68])).toEqual(['stop']);
    expect(touched([0, -0.7], [0, -0.59])).toEqual([]);
    expect(touched([0.3, -0.5], [0.3, -0.6])).toEqual([]);
  });
});
