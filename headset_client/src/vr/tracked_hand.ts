import { CylinderGeometry, Group, InstancedMesh, type Material, Matrix4, Quaternion, SphereGeometry, Vector3 } from 'three';

/** The joints of a hand in the order in which browsers give them: the wrist, then five fingers from the palm to the tip. */
const FINGERS = [
  [0, 1, 2, 3, 4],
  [0, 5, 6, 7, 8, 9],
  [0, 10, 11, 12, 13, 14],
  [0, 15, 16, 17, 18, 19],
  [0, 20, 21, 22, 23, 24],
] as const;
const JOINTS = 25;
const BONES = 24;
/** Some systems tell of joints thicker than a finger. */
const THICKEST = 0.011;

export interface Joint {
  at: Vector3;
  radius: number;
}

const UP = new Vector3(0, 1, 0);

/** A hand as the headset sees it: round joints and the bones between them, in one plain tone. */
export class TrackedHand extends Group {
  private readonly joints: InstancedMesh;
  private readonly bones: InstancedMesh;

  constructor(skin: Material) {
    super();
    this.joints = new InstancedMesh(new SphereGeometry(1, 10, 8), skin, JOINTS);
    this.bones = new InstancedMesh(new CylinderGeometry(1, 1, 1, 10, 1, true), skin, BONES);
    for (const mesh of [this.joints, this.bones]) {
      mesh.frustumCulled = false;
      this.add(mesh);
    }
  }

  /** Shows the hand; what the headset does not know of is not drawn. */
  show(joints: readonly (Joint | null)[]): void {
    const matrix = new Matrix4();
    let count = 0;
    for (const joint of joints) {
      if (!joint) continue;
      const radius = Math.min(THICKEST, joint.radius);
      this.joints.setMatrixAt(count++, matrix.makeScale(radius, radius, radius).setPosition(joint.at));
    }
    this.joints.count = count;
    this.bones.count = this.layBones(joints, matrix);
    this.joints.instanceMatrix.needsUpdate = true;
    this.bones.instanceMatrix.needsUpdate = true;
    this.visible = count > 0;
  }

  private layBones(joints: readonly (Joint | null)[], matrix: Matrix4): number {
    const way = new Vector3();
    const turn = new Quaternion();
    let count = 0;
    for (const finger of FINGERS) {
      for (let n = 1; n < finger.length; n++) {
        const from = joints[finger[n - 1] ?? 0];
        const to = joints[finger[n] ?? 0];
        if (!from || !to) continue;
        const length = way.subVectors(to.at, from.at).length();
        const radius = Math.min(THICKEST, to.radius);
        const middle = from.at.clone().lerp(to.at, 0.5);
        matrix.compose(middle, turn.setFromUnitVectors(UP, way.normalize()), new Vector3(radius, length, radius));
        this.bones.setMatrixAt(count++, matrix);
      }
    }
    return count;
  }
}
