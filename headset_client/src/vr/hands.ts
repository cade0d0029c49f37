import {
  CapsuleGeometry,
  type Group,
  InstancedMesh,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  Quaternion,
  SphereGeometry,
  Vector3,
} from 'three';
import { type Body, poseOf } from './body';
import type { Ray } from './choosing';
import { inPlace, type Origin } from './origin';

const JOINTS = 25;
const TONE = '#d8c3a5';
const RAY_FAR = 1.2;

/** The headset's own floor, and how it lies in the place. */
interface Where {
  floor: XRReferenceSpace;
  origin: Origin;
}

/** One's own hands in the headset: soft round joints where hands are tracked, a small grip where there are controllers. */
export class Hands {
  private readonly joints: InstancedMesh[];
  private readonly grips: Mesh[];
  private readonly beams: Mesh[];

  constructor(over: Group) {
    const skin = new MeshLambertMaterial({ color: TONE });
    this.joints = [0, 1].map(() => new InstancedMesh(new SphereGeometry(1, 10, 8), skin, JOINTS));
    this.grips = [0, 1].map(() => new Mesh(new CapsuleGeometry(0.017, 0.07, 4, 12).rotateX(Math.PI / 2), skin));
    const light = { color: '#ffffff', transparent: true, opacity: 0.55, toneMapped: false, fog: false };
    this.beams = [0, 1].map(() => new Mesh(beam(), new MeshBasicMaterial(light)));
    for (const mesh of [...this.joints, ...this.grips, ...this.beams]) {
      mesh.frustumCulled = false;
      mesh.visible = false;
      over.add(mesh);
    }
  }

  hide(): void {
    for (const mesh of [...this.joints, ...this.grips, ...this.beams]) mesh.visible = false;
  }

  update(frame: XRFrame, { floor, origin }: Where, body: Body, ends: ReadonlyMap<string, Vector3>): void {
    this.hide();
    const sources = [...frame.session.inputSources].slice(0, 2);
    sources.forEach((source, n) => {
      if (source.hand) this.drawHand(n, frame, floor, origin, source.hand);
      else this.drawGrip(n, source.handedness === 'left' ? body.left : body.right);
    });
    body.rays.slice(0, 2).forEach((ray, n) => this.drawBeam(n, ray, ends.get(ray.id)));
  }

  private drawHand(n: number, frame: XRFrame, floor: XRReferenceSpace, origin: Origin, hand: XRHand): void {
    const mesh = this.joints[n];
    if (!mesh) return;
    let count = 0;
    for (const joint of hand.values()) {
      const pose = frame.getJointPose?.(joint, floor);
      if (!pose || count >= JOINTS) continue;
      const [x, y, z] = inPlace(origin, poseOf(pose.transform)).p;
      const radius = pose.radius ?? 0.009;
      mesh.setMatrixAt(count++, new Matrix4().makeScale(radius, radius, radius).setPosition(x, y, z));
    }
    mesh.count = count;
    mesh.instanceMatrix.needsUpdate = true;
    mesh.visible = count > 0;
  }

  private drawGrip(n: number, pose: Body['left']): void {
    const grip = this.grips[n];
    if (!grip || !pose) return;
    grip.position.set(...pose.p);
    grip.quaternion.set(...pose.q);
    grip.visible = true;
  }

  /** The beam is seen only where it points at something that can be chosen. */
  private drawBeam(n: number, ray: Ray, end: Vector3 | undefined): void {
    const mesh = this.beams[n];
    if (!mesh || !end) return;
    mesh.position.copy(ray.from);
    mesh.quaternion.copy(new Quaternion().setFromUnitVectors(new Vector3(0, 0, -1), ray.towards));
    mesh.scale.set(1, 1, Math.min(RAY_FAR, ray.from.distanceTo(end)));
    mesh.visible = true;
  }
}

/** A thin wedge from the hand along -z, one metre long. */
function beam(): CapsuleGeometry {
  return new CapsuleGeometry(0.0018, 1, 2, 6).rotateX(Math.PI / 2).translate(0, 0, -0.5);
}
