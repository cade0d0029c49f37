import { Object3D, Quaternion, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import type { Pose } from '../world/view';
import { facingOf, inPlace, originFor } from './origin';

function head(x: number, z: number, facing: number, pitch = 0): Pose {
  const turn = new Quaternion().setFromAxisAngle(new Vector3(0, 1, 0), ((facing + 180) * Math.PI) / 180);
  const nod = new Quaternion().setFromAxisAngle(new Vector3(1, 0, 0), (pitch * Math.PI) / 180);
  return { p: [x, 1.6, z], q: turn.multiply(nod).toArray() as [number, number, number, number] };
}

describe('the headset’s floor and the place', () => {
  it('knows which way a head looks, also when it looks down', () => {
    for (const facing of [-170, -90, 0, 45, 160]) expect(facingOf(head(0, 0, facing, -40))).toBeCloseTo(facing);
  });

  it('puts the head on its spot, looking the way it is to look', () => {
    const from = head(0.4, -0.7, 30, -20);
    const there = inPlace(originFor(from, [0.9, 1.3], 160), from);
    expect(there.p.map((n) => Number(n.toFixed(4)))).toEqual([0.9, 1.6, 1.3]);
    expect(facingOf(there)).toBeCloseTo(160);
  });

  it('moves hands as three’s own rig moves the eyes', () => {
    const origin = originFor(head(0.4, -0.7, 30), [0.9, 1.3], 160);
    const hand = head(0.1, -1, -75, 35);
    const rig = new Object3D();
    rig.position.set(origin.shift[0], 0, origin.shift[1]);
    rig.rotation.y = (origin.turn * Math.PI) / 180;
    const held = new Object3D();
    held.position.set(...hand.p);
    held.quaternion.set(...hand.q);
    rig.add(held);
    const p = held.getWorldPosition(new Vector3()).toArray();
    const q = held.getWorldQuaternion(new Quaternion()).toArray();
    const moved = inPlace(origin, hand);
    moved.p.forEach((n, at) => expect(n).toBeCloseTo(p[at]!));
    moved.q.forEach((n, at) => expect(n).toBeCloseTo(q[at]!));
  });
});
