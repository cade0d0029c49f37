/** For tests: which panels hide which, for one who stands at the origin and faces +z. */
import { Matrix4, Object3D, Vector3 } from 'three';
import { meets, within } from './choosing';
import { around } from './placing';

export interface Sheet {
  wide: number;
  high: number;
  far: number;
  aside: number;
  above: number;
}

function standing(eye: number, { far, aside, above }: Sheet): Object3D {
  const place = around({ at: [0, 0], facing: 0, eye }, far, aside, above);
  const on = new Object3D();
  on.rotation.order = 'YXZ';
  on.position.set(...place.p);
  on.rotation.set((-place.tilt * Math.PI) / 180, (place.facing * Math.PI) / 180, 0);
  on.updateMatrixWorld();
  return on;
}

/** Whether any look at `back`, from eyes at that height, goes through `front`; tried on a grid of 9 by 9 points. */
export function covers(eye: number, front: Sheet, back: Sheet): boolean {
  const from = new Vector3(0, eye, 0);
  const screen = standing(eye, front);
  const far = new Matrix4().copy(standing(eye, back).matrixWorld);
  const steps = Array.from({ length: 9 }, (_, n) => n / 8 - 0.5);
  return steps.some((x) =>
    steps.some((y) => {
      const towards = new Vector3(x * back.wide, y * back.high, 0).applyMatrix4(far).sub(from).normalize();
      const met = meets(screen, { id: 'head', from, towards });
      return met !== null && within({ x: 0, y: 0, width: front.wide, height: front.high }, met.x, met.y);
    }),
  );
}
