import { Quaternion, Vector3 } from 'three';
import type { Pose } from '../world/view';
import type { Ray } from './choosing';
import { inPlace, type Origin } from './origin';

/** A person in a headset, at one frame, in the place's coordinates. */
export interface Body {
  head: Pose;
  left?: Pose;
  right?: Pose;
  gaze: Ray;
  rays: Ray[];
  tips: { id: string; at: Vector3 }[];
  /** B or Y is held. */
  stopHeld: boolean;
}

/** B on the right and Y on the left controller, in the standard layout. */
const STOP_BUTTON = 5;

/** Where the head and the hands are, or null while the headset does not know. */
export function bodyAt(frame: XRFrame, floor: XRReferenceSpace, origin: Origin): Body | null {
  const viewer = frame.getViewerPose(floor);
  if (!viewer) return null;
  const at = (found: XRPose | undefined | null) => (found ? inPlace(origin, poseOf(found.transform)) : null);
  const head = inPlace(origin, poseOf(viewer.transform));
  const body: Body = { head, gaze: rayOf('head', head), rays: [], tips: [], stopHeld: false };
  for (const source of frame.session.inputSources) {
    const hand = at(handPose(frame, floor, source));
    if (hand && source.handedness === 'left') body.left = hand;
    if (hand && source.handedness === 'right') body.right = hand;
    const aim = source.targetRayMode === 'gaze' ? null : at(frame.getPose(source.targetRaySpace, floor));
    if (aim) body.rays.push(rayOf(rayId(source), aim));
    // A controller touches with its front, where its ray begins.
    const tip = source.hand ? at(fingertip(frame, floor, source.hand)) : aim;
    if (tip) body.tips.push({ id: rayId(source), at: new Vector3(...tip.p) });
    if (source.gamepad?.buttons[STOP_BUTTON]?.pressed) body.stopHeld = true;
  }
  return body;
}

/** One name for an input source, the same in a frame and in its events. */
export function rayId(source: XRInputSource): string {
  return `${source.handedness}-${source.targetRayMode}`;
}

function handPose(frame: XRFrame, floor: XRReferenceSpace, source: XRInputSource): XRPose | undefined | null {
  const wrist = source.hand?.get('wrist');
  if (wrist) return frame.getJointPose?.(wrist, floor);
  return source.gripSpace && frame.getPose(source.gripSpace, floor);
}

function fingertip(frame: XRFrame, floor: XRReferenceSpace, hand: XRHand): XRPose | undefined {
  const tip = hand.get('index-finger-tip');
  return tip && frame.getJointPose?.(tip, floor);
}

/** A transform of the browser's as plain data. */
export function poseOf({ position: p, orientation: q }: XRRigidTransform): Pose {
  return { p: [p.x, p.y, p.z], q: [q.x, q.y, q.z, q.w] };
}

function rayOf(id: string, pose: Pose): Ray {
  return { id, from: new Vector3(...pose.p), towards: new Vector3(0, 0, -1).applyQuaternion(new Quaternion(...pose.q)) };
}
