import { Matrix4, Quaternion, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import type { Pose } from '../world/view';
import { facingOf, offsetOf, originFor } from './origin';

function head(x: number, z: number, facing: number, pitch = 0): Pose {
  const turn = new Quaternion().setFromAxisAngle(new Vector3(0, 1, 0), ((facing + 180) * Math.PI) / 180);
  const nod = new Quaternion().setFromAxisAngle(new Vector3(1, 0, 0), (pitch * Math.PI) / 180);
  return { p: [x, 1.6, z], q: turn.multiply(nod).toArray() as [number, number, number, number] };
}

describe('the headset’s floor and the place', () => {
  it('knows which way a head looks, also when it looks down', () => {
    for (const facing of [-170, -90, 0, 45, 160]) expect(facingOf(head(0, 0, facing, -40))).toBeCloseTo(facing);
  });

  it('puts the head on its spot, as the browser will reckon it', () => {
    const from = head(0.4, -0.7, 30);
    const { position, orientation } = offsetOf(originFor(from, [0.9, 1.3], 160));
    const offset = new Matrix4().compose(
      new Vector3(position.x, position.y, position.z),
      new Quaternion(orientation.x, orientation.y, orientation.z, orientation.w),
      new Vector3(1, 1, 1),
    );
    const own = new Matrix4().compose(new Vector3(...from.p), new Quaternion(...from.q), new Vector3(1, 1, 1));
    const there = offset.invert().multiply(own);
    const p = new Vector3().setFromMatrixPosition(there);
    const q = new Quaternion().setFromRotationMatrix(there);
    expect(p.toArray().map((n) => Number(n.toFixed(4)))).toEqual([0.9, 1.6, 1.3]);
    expect(facingOf({ p: [0, 0, 0], q: [q.x, q.y, q.z, q.w] })).toBeCloseTo(160);
  });
});
