import { Quaternion, Vector3 } from 'three';
import type { Pose } from '../world/view';
import type { Ray } from './choosing';

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
export function bodyAt(frame: XRFrame, space: XRReferenceSpace): Body | null {
  const viewer = frame.getViewerPose(space);
  if (!viewer) return null;
  const head = poseOf(viewer.transform);
  const body: Body = { head, gaze: rayOf('head', head), rays: [], tips: [], stopHeld: false };
  for (const source of frame.session.inputSources) {
    const hand = handPose(frame, space, source);
    if (hand && source.handedness === 'left') body.left = hand;
    if (hand && source.handedness === 'right') body.right = hand;
    const aim = source.targetRayMode === 'gaze' ? undefined : frame.getPose(source.targetRaySpace, space);
    if (aim) body.rays.push(rayOf(rayId(source), poseOf(aim.transform)));
    const tip = fingertip(frame, space, source) ?? (source.hand ? null : hand);
    if (tip) body.tips.push({ id: rayId(source), at: new Vector3(...tip.p) });
    if (source.gamepad?.buttons[STOP_BUTTON]?.pressed) body.stopHeld = true;
  }
  return body;
}

/** One name for an input source, the same in a frame and in its events. */
export function rayId(source: XRInputSource): string {
  return `${source.handedness}-${source.targetRayMode}`;
}

function handPose(frame: XRFrame, space: XRReferenceSpace, source: XRInputSource): Pose | null {
  const wrist = source.hand?.get('wrist');
  const found = wrist ? frame.getJointPose?.(wrist, space) : source.gripSpace && frame.getPose(source.gripSpace, space);
  return found ? poseOf(found.transform) : null;
}

function fingertip(frame: XRFrame, space: XRReferenceSpace, source: XRInputSource): Pose | null {
  const tip = source.hand?.get('index-finger-tip');
  const found = tip && frame.getJointPose?.(tip, space);
  return found ? poseOf(found.transform) : null;
}

function poseOf({ position: p, orientation: q }: XRRigidTransform): Pose {
  return { p: [p.x, p.y, p.z], q: [q.x, q.y, q.z, q.w] };
}

function rayOf(id: string, pose: Pose): Ray {
  return { id, from: new Vector3(...pose.p), towards: new Vector3(0, 0, -1).applyQuaternion(new Quaternion(...pose.q)) };
}
