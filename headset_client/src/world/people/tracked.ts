import { Euler, MathUtils, Quaternion, Vector3, type Object3D } from 'three';
import type { Pose, Tracked } from '../view';
import { EYE } from './head';
import { turnTo } from './gaze';
import { POSTURES } from './postures';
import { reachFor, type Motion } from './rig';
import { HEAD_CENTRE, HEAD_SIZE, restPosition, SIDES, type Bones } from './skeleton';
import { AT, blend, type Stance } from './stance';

/** Eyes above the floor of a person of average height, and how far they are in front of the body's middle. */
const EYE_HEIGHT = restPosition('head').y + (HEAD_CENTRE.y + EYE.y - restPosition('head').y) * HEAD_SIZE;
const EYE_FORWARD = 0.1;
/** A head this much lower than standing belongs to somebody who sits. */
const SITTING = -0.3;

const turn = new Quaternion();
const euler = new Euler(0, 0, 0, 'YXZ');
const forward = new Vector3();
const hand = new Vector3();

/** Where a head faces, in radians round the vertical: 0 along +z. Looking straight down keeps the yaw of the crown. */
export function yawOf({ q }: Pose): number {
  turn.set(q[0], q[1], q[2], q[3]);
  forward.set(0, 0, -1).applyQuaternion(turn);
  if (Math.hypot(forward.x, forward.z) < 0.25) forward.set(0, forward.y < 0 ? 1 : -1, 0).applyQuaternion(turn);
  return Math.atan2(forward.x, forward.z);
}

/** Lets a body follow the head and hands of the person who wears it. */
export class TrackedBody {
  private yaw: number | null = null;
  private tallest = 0;
  private lastX = 0;
  private lastZ = 0;
  private speed = 0;

  /** Puts the body under the head and turns it after the head; returns the walking speed in m/s. */
  place(body: Object3D, { head }: Tracked, height: number, dt: number): number {
    const wanted = yawOf(head);
    if (this.yaw === null) {
      this.yaw = wanted;
      this.lastX = head.p[0];
      this.lastZ = head.p[2];
    }
    const off = turnTo(this.yaw, wanted);
    this.yaw += off * (1 - Math.exp(-(Math.abs(off) > 0.6 ? 4.5 : 1.1) * dt));
    this.tallest = Math.max(this.tallest, head.p[1]);
    // somebody who has never stood up keeps the height of the look
    const scale = this.tallest > 1.38 ? MathUtils.clamp(this.tallest / EYE_HEIGHT, 0.86, 1.14) : height;
    body.scale.setScalar(scale);
    body.rotation.y = this.yaw;
    body.position.set(head.p[0] - Math.sin(this.yaw) * EYE_FORWARD * scale, 0, head.p[2] - Math.cos(this.yaw) * EYE_FORWARD * scale);
    if (dt > 0) {
      const along = ((head.p[0] - this.lastX) * Math.sin(this.yaw) + (head.p[2] - this.lastZ) * Math.cos(this.yaw)) / dt;
      this.speed = MathUtils.damp(this.speed, along, 6, dt);
    }
    this.lastX = head.p[0];
    this.lastZ = head.p[2];
    return Math.abs(this.speed) > 0.28 ? MathUtils.clamp(this.speed, -1.6, 1.6) : 0;
  }

  /** Lowers the hips to the height of the head, and points the head where its owner's points. */
  follow(body: Object3D, { head }: Tracked, stance: Stance, motion: Motion): void {
    const drop = MathUtils.clamp(head.p[1] / body.scale.y - EYE_HEIGHT, -0.62, 0.02);
    if (drop < SITTING) blend(stance, POSTURES.sit, MathUtils.smoothstep(-drop, -SITTING, -SITTING + 0.12));
    stance[AT.hips + 1] = drop;
    turn.set(head.q[0], head.q[1], head.q[2], head.q[3]);
    euler.setFromQuaternion(turn);
    motion.torsoYaw = 0;
    motion.lean = 0;
    motion.headYaw = MathUtils.clamp(turnTo(this.yaw ?? 0, yawOf(head)), -1.2, 1.2);
    motion.headPitch = MathUtils.clamp(-euler.x, -0.9, 0.9);
    motion.headRoll = MathUtils.clamp(-euler.z, -0.7, 0.7);
  }

  /** Lets each hand that is tracked reach for where it is. Call after the stance was applied. */
  hands(body: Object3D, tracked: Tracked, bones: Bones): void {
    for (const side of SIDES) {
      const pose = side === 'L' ? tracked.left : tracked.right;
      if (!pose) continue;
      body.worldToLocal(hand.set(pose.p[0], pose.p[1], pose.p[2]));
      reachFor(bones, side, hand);
    }
  }
}
