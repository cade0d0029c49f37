import { Euler, MathUtils, Matrix4, Quaternion, Vector3, type Bone } from 'three';
import { AT, ELBOW, FLEX, ROLL, type Stance } from './stance';
import { ANKLE, armDirection, FORE_ARM, restPosition, SHIN, SIDES, signOf, THIGH, UPPER_ARM, type Bones, type Side } from './skeleton';

/** What moves a body apart from its stance. Angles in radians: yaw to the own left, pitch downwards. */
export interface Motion {
  breath: number;
  shift: number;
  torsoYaw: number;
  lean: number;
  headYaw: number;
  headPitch: number;
  headRoll: number;
}

const UP = new Vector3(0, 1, 0);
const SIDEWAYS = new Vector3(1, 0, 0);
const FORWARD = new Vector3(0, 0, 1);
const HIPS_AT_REST = restPosition('hips');
const SHOULDER_HEIGHT = restPosition('upperArmL').y - restPosition('chest').y;

/** The rest direction of a limb and of its joint, as a turn that is taken back before a new one is put on. */
function restTurn(along: Vector3, pole: Vector3): Quaternion {
  return basis(along, pole, new Quaternion()).invert();
}

const matrix = new Matrix4();
const basisX = new Vector3();
const basisZ = new Vector3();
function basis(along: Vector3, pole: Vector3, into: Quaternion): Quaternion {
  basisZ.copy(pole).addScaledVector(along, -pole.dot(along)).normalize();
  basisX.crossVectors(along, basisZ);
  return into.setFromRotationMatrix(matrix.makeBasis(basisX, along, basisZ));
}

const ARM_REST: Record<Side, Quaternion> = {
  L: restTurn(armDirection('L'), new Vector3(0, 0, -1)),
  R: restTurn(armDirection('R'), new Vector3(0, 0, -1)),
};
const LEG_REST = restTurn(new Vector3(0, -1, 0), FORWARD);
const ARM_DOWN: Record<Side, Vector3> = { L: armDirection('L'), R: armDirection('R') };

const along = new Vector3();
const aside = new Vector3();
const joint = new Vector3();
const end = new Vector3();
const upperTurn = new Quaternion();
const inverse = new Quaternion();

const lowerTurn = new Quaternion();

/**
 * Turns a limb of two bones so that its end reaches `target`; `pole` says which way the joint points. All in person space.
 * Returns the turn of the lower bone, in a quaternion that the next call overwrites.
 */
function reach(
  upper: Bone,
  lower: Bone,
  at: Vector3,
  parent: Quaternion,
  target: Vector3,
  pole: Vector3,
  rest: Quaternion,
  a: number,
  b: number,
): Quaternion {
  along.copy(target).sub(at);
  const distance = MathUtils.clamp(along.length(), 0.06, a + b - 0.001);
  along.normalize();
  aside.copy(pole).addScaledVector(along, -pole.dot(along)).normalize();
  const angle = Math.acos(MathUtils.clamp((a * a + distance * distance - b * b) / (2 * a * distance), -1, 1));
  joint
    .copy(at)
    .addScaledVector(along, Math.cos(angle) * a)
    .addScaledVector(aside, Math.sin(angle) * a);
  end.copy(at).addScaledVector(along, distance);
  basis(along.copy(joint).sub(at).normalize(), aside, upperTurn).multiply(rest);
  basis(along.copy(end).sub(joint).normalize(), aside, lowerTurn).multiply(rest);
  upper.quaternion.copy(inverse.copy(parent).invert()).multiply(upperTurn);
  lower.quaternion.copy(inverse.copy(upperTurn).invert()).multiply(lowerTurn);
  return lowerTurn;
}

const euler = new Euler(0, 0, 0, 'YXZ');
const hips = new Vector3();
const chestAt = new Vector3();
const spineTurn = new Quaternion();
const chestTurn = new Quaternion();
const shoulder = new Vector3();
const target = new Vector3();
const pole = new Vector3();
const twist = new Quaternion();
const flexing = new Quaternion();

/** Puts the skeleton into a stance, with breath, weight shift and where the head points. */
export function applyStance(bones: Bones, s: Stance, motion: Motion): void {
  const shift = motion.shift * s[AT.sway]!;
  const lean = s[AT.lean]!;
  const slump = s[AT.slump]!;
  hips.set(s[0]! + shift * 0.03, s[1]! - Math.abs(shift) * 0.006, s[2]!).add(HIPS_AT_REST);
  bones.hips.position.copy(hips);
  bones.hips.quaternion.setFromEuler(euler.set(lean * 0.6, motion.torsoYaw * 0.2, shift * 0.045));
  bones.spine.quaternion.setFromEuler(euler.set(lean * 0.4 + slump * 0.5 + motion.lean * 0.6, motion.torsoYaw * 0.4, -shift * 0.05));
  bones.chest.quaternion.setFromEuler(
    euler.set(slump * 0.5 - motion.breath * 0.012 + motion.lean * 0.4, motion.torsoYaw * 0.4, -shift * 0.02),
  );
  bones.chest.scale.set(1 + motion.breath * 0.004, 1, 1 + motion.breath * 0.014);
  const upright = -(lean + slump) * 0.85;
  bones.neck.quaternion.setFromEuler(euler.set(upright * 0.5 + motion.headPitch * 0.35, motion.headYaw * 0.35, motion.headRoll * 0.4));
  bones.head.quaternion.setFromEuler(euler.set(upright * 0.5 + motion.headPitch * 0.65, motion.headYaw * 0.65, motion.headRoll * 0.6));
  spineTurn.copy(bones.hips.quaternion).multiply(bones.spine.quaternion);
  chestTurn.copy(spineTurn).multiply(bones.chest.quaternion);
  chestAt.copy(bones.chest.position).applyQuaternion(spineTurn);
  chestAt.add(target.copy(bones.spine.position).applyQuaternion(bones.hips.quaternion)).add(hips);
  for (const side of SIDES) {
    placeArm(bones, side, s, motion.breath);
    placeLeg(bones, side, s);
  }
}

function placeArm(bones: Bones, side: Side, s: Stance, breath: number): void {
  const at = side === 'L' ? AT.handL : AT.handR;
  const upper = bones[`upperArm${side}`];
  upper.position.y = SHOULDER_HEIGHT + s[AT.shrug]! + breath * 0.0015;
  shoulder.copy(upper.position).applyQuaternion(chestTurn).add(chestAt);
  target
    .set(s[at]!, s[at + 1]! + breath * 0.004, s[at + 2]!)
    .applyQuaternion(chestTurn)
    .add(chestAt);
  pole
    .set(s[at + ELBOW]!, s[at + ELBOW + 1]!, s[at + ELBOW + 2]!)
    .applyQuaternion(chestTurn)
    .normalize();
  reach(upper, bones[`foreArm${side}`], shoulder, chestTurn, target, pole, ARM_REST[side], UPPER_ARM, FORE_ARM);
  twist.setFromAxisAngle(ARM_DOWN[side], s[at + ROLL]!);
  flexing.setFromAxisAngle(FORWARD, -s[at + FLEX]! * signOf(side));
  bones[`hand${side}`].quaternion.copy(twist).multiply(flexing);
}

function placeLeg(bones: Bones, side: Side, s: Stance): void {
  const at = side === 'L' ? AT.footL : AT.footR;
  const yaw = s[at + 2]!;
  const lift = s[at + 3]!;
  shoulder.copy(bones[`thigh${side}`].position).applyQuaternion(bones.hips.quaternion).add(hips);
  target.set(s[at]!, ANKLE + lift, s[at + 1]!);
  pole.set(Math.sin(yaw) * 0.8, 0, 1);
  const shin = reach(bones[`thigh${side}`], bones[`shin${side}`], shoulder, bones.hips.quaternion, target, pole, LEG_REST, THIGH, SHIN);
  twist.setFromAxisAngle(UP, yaw).multiply(flexing.setFromAxisAngle(SIDEWAYS, lift * 3.4));
  bones[`foot${side}`].quaternion.copy(inverse.copy(shin).invert()).multiply(twist);
}

const WRIST_FROM_PALM = 0.07;
const parentTurn = new Quaternion();
const wrist = new Vector3();
const elbowOut: Record<Side, Vector3> = { L: new Vector3(0.45, -1, -0.5).normalize(), R: new Vector3(-0.45, -1, -0.5).normalize() };

/** Lets the palm of one hand reach for a point in person space, whatever the stance says. Call after `applyStance`. */
export function reachFor(bones: Bones, side: Side, point: Vector3): void {
  parentTurn.copy(bones.hips.quaternion).multiply(bones.spine.quaternion);
  chestAt.copy(bones.chest.position).applyQuaternion(parentTurn);
  chestAt.add(target.copy(bones.spine.position).applyQuaternion(bones.hips.quaternion)).add(bones.hips.position);
  parentTurn.multiply(bones.chest.quaternion);
  const upper = bones[`upperArm${side}`];
  shoulder.copy(upper.position).applyQuaternion(parentTurn).add(chestAt);
  wrist.copy(point).sub(shoulder).normalize().multiplyScalar(-WRIST_FROM_PALM).add(point);
  pole.copy(elbowOut[side]).applyQuaternion(parentTurn);
  reach(upper, bones[`foreArm${side}`], shoulder, parentTurn, wrist, pole, ARM_REST[side], UPPER_ARM, FORE_ARM);
  bones[`hand${side}`].quaternion.identity();
}
