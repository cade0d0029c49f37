import { Euler, Object3D, Quaternion } from 'three';
import { describe, expect, it } from 'vitest';
import type { Pose, Tracked } from '../view';
import { TrackedBody, yawOf } from './tracked';

function headAt(x: number, y: number, z: number, yaw: number, pitch = 0): Pose {
  // three's heads look along -z, bodies face +z: a body's yaw is half a turn more
  const q = new Quaternion().setFromEuler(new Euler(pitch, yaw + Math.PI, 0, 'YXZ'));
  return { p: [x, y, z], q: [q.x, q.y, q.z, q.w] };
}

const worn = (head: Pose): Tracked => ({ head });

describe('a body that is worn', () => {
  it('finds which way a head faces, also one that looks at the floor', () => {
    expect(yawOf(headAt(0, 1.6, 0, 0.7))).toBeCloseTo(0.7);
    expect(yawOf(headAt(0, 1.6, 0, 0.7, -1.5))).toBeCloseTo(0.7, 1);
  });

  it('stands under its head', () => {
    const body = new Object3D();
    new TrackedBody().place(body, worn(headAt(2, 1.65, 3, 0)), 1, 0.016);
    expect(body.position.x).toBeCloseTo(2);
    expect(body.position.z).toBeLessThan(3);
    expect(body.position.z).toBeGreaterThan(2.8);
  });

  it('turns after its head, slowly for a glance', () => {
    const body = new Object3D();
    const tracking = new TrackedBody();
    tracking.place(body, worn(headAt(0, 1.65, 0, 0)), 1, 0.016);
    for (let i = 0; i < 30; i++) tracking.place(body, worn(headAt(0, 1.65, 0, 0.5)), 1, 0.016);
    expect(body.rotation.y).toBeGreaterThan(0.05);
    expect(body.rotation.y).toBeLessThan(0.35);
    for (let i = 0; i < 400; i++) tracking.place(body, worn(headAt(0, 1.65, 0, 0.5)), 1, 0.016);
    expect(body.rotation.y).toBeCloseTo(0.5, 1);
  });

  it('takes steps when it walks and none when it sways', () => {
    const body = new Object3D();
    const tracking = new TrackedBody();
    let speed = 0;
    for (let i = 0; i < 60; i++) speed = tracking.place(body, worn(headAt(0, 1.65, i * 0.016, 0)), 1, 0.016);
    expect(speed).toBeCloseTo(1, 1);
    for (let i = 0; i < 120; i++) speed = tracking.place(body, worn(headAt(0, 1.65, 0.01 * Math.sin(i * 0.05), 0)), 1, 0.016);
    expect(speed).toBe(0);
  });

  it('keeps the height of its look while its owner sits', () => {
    const body = new Object3D();
    new TrackedBody().place(body, worn(headAt(0, 1.15, 0, 0)), 0.97, 0.016);
    expect(body.scale.y).toBeCloseTo(0.97);
  });
});
