import { CapsuleGeometry, type Group, Mesh, MeshBasicMaterial, MeshLambertMaterial, type Object3D, Quaternion, Vector3 } from 'three';
import { type Body, poseOf } from './body';
import type { Ray } from './choosing';
import { inPlace, type Origin } from './origin';
import { type Joint, TrackedHand } from './tracked_hand';

const TONE = '#d8c3a5';
const RAY_FAR = 1.2;
/** Hands are drawn after the panels, so that one sees one's own finger on what it presses. */
const OVER_PANELS = 2000;

/** The headset's own floor, and how it lies in the place. */
interface Where {
  floor: XRReferenceSpace;
  origin: Origin;
}

/** One's own hands in the headset: hands where they are tracked, a small grip where there are controllers, and a beam. */
export class Hands {
  private readonly tracked: TrackedHand[];
  private readonly grips: Mesh[];
  private readonly beams: Mesh[];

  constructor(over: Group) {
    // "Transparent" only to be drawn among the panels, in order.
    const skin = new MeshLambertMaterial({ color: TONE, transparent: true });
    this.tracked = [0, 1].map(() => new TrackedHand(skin));
    this.grips = [0, 1].map(() => new Mesh(new CapsuleGeometry(0.017, 0.07, 4, 12).rotateX(Math.PI / 2), skin));
    const light = { color: '#ffffff', transparent: true, opacity: 0.6, toneMapped: false, fog: false };
    this.beams = [0, 1].map(() => new Mesh(beam(), new MeshBasicMaterial(light)));
    for (const shape of this.all()) {
      shape.traverse((part) => {
        part.renderOrder = OVER_PANELS;
        part.frustumCulled = false;
      });
      over.add(shape);
    }
    this.hide();
  }

  hide(): void {
    for (const shape of this.all()) shape.visible = false;
  }

  update(frame: XRFrame, { floor, origin }: Where, body: Body, ends: ReadonlyMap<string, Vector3>): void {
    this.hide();
    const sources = [...frame.session.inputSources].slice(0, 2);
    sources.forEach((source, n) => {
      if (source.hand) this.tracked[n]?.show(jointsOf(source.hand, frame, floor, origin));
      else this.drawGrip(n, source.handedness === 'left' ? body.left : body.right);
    });
    body.rays.slice(0, 2).forEach((ray, n) => this.drawBeam(n, ray, ends.get(ray.id)));
  }

  private all(): Object3D[] {
    return [...this.tracked, ...this.grips, ...this.beams];
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

function jointsOf(hand: XRHand, frame: XRFrame, floor: XRReferenceSpace, origin: Origin): (Joint | null)[] {
  return [...hand.values()].map((joint) => {
    const pose = frame.getJointPose?.(joint, floor);
    return pose ? { at: new Vector3(...inPlace(origin, poseOf(pose.transform)).p), radius: pose.radius ?? 0.009 } : null;
  });
}

/** A thin rod from the hand along -z, one metre long. */
function beam(): CapsuleGeometry {
  return new CapsuleGeometry(0.0018, 1, 2, 6).rotateX(Math.PI / 2).translate(0, 0, -0.5);
}
