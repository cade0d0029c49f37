import { Bone, Skeleton, Vector3 } from 'three';

/** Seventeen bones. At rest every bone has no rotation; the arms hang 12° outwards. Faces +z, own left is +x. */
const BONES = [
  'hips',
  'spine',
  'chest',
  'neck',
  'head',
  'upperArmL',
  'foreArmL',
  'handL',
  'upperArmR',
  'foreArmR',
  'handR',
  'thighL',
  'shinL',
  'footL',
  'thighR',
  'shinR',
  'footR',
] as const;
export type BoneName = (typeof BONES)[number];
export type Side = 'L' | 'R';
export const SIDES: readonly Side[] = ['L', 'R'];
export const signOf = (side: Side): 1 | -1 => (side === 'L' ? 1 : -1);

export const REST_HEIGHT = 1.76;
/** Lengths of the limbs of a person of that height, in metres. */
export const UPPER_ARM = 0.285;
export const FORE_ARM = 0.25;
export const THIGH = 0.425;
export const SHIN = 0.41;
export const ANKLE = 0.085;
/** Heads are drawn slightly large: they read better at a distance. */
export const HEAD_SIZE = 1.07;
/** Centre of the skull at rest. */
export const HEAD_CENTRE = new Vector3(0, 1.64, 0.02);

export const armDirection = (side: Side): Vector3 => new Vector3(signOf(side) * 0.2, -0.98, 0).normalize();

const PARENTS: Record<BoneName, BoneName | null> = {
  hips: null,
  spine: 'hips',
  chest: 'spine',
  neck: 'chest',
  head: 'neck',
  upperArmL: 'chest',
  foreArmL: 'upperArmL',
  handL: 'foreArmL',
  upperArmR: 'chest',
  foreArmR: 'upperArmR',
  handR: 'foreArmR',
  thighL: 'hips',
  shinL: 'thighL',
  footL: 'shinL',
  thighR: 'hips',
  shinR: 'thighR',
  footR: 'shinR',
};

export function restPosition(bone: BoneName, shoulders = 1): Vector3 {
  const side: Side = bone.endsWith('L') ? 'L' : 'R';
  const sign = signOf(side);
  const shoulder = new Vector3(sign * 0.168 * shoulders, 1.402, -0.012);
  switch (bone) {
    case 'hips':
      return new Vector3(0, 0.95, 0);
    case 'spine':
      return new Vector3(0, 1.06, 0);
    case 'chest':
      return new Vector3(0, 1.24, 0);
    case 'neck':
      return new Vector3(0, 1.475, -0.015);
    case 'head':
      return new Vector3(0, 1.56, -0.005);
    case 'upperArmL':
    case 'upperArmR':
      return shoulder;
    case 'foreArmL':
    case 'foreArmR':
      return shoulder.addScaledVector(armDirection(side), UPPER_ARM);
    case 'handL':
    case 'handR':
      return shoulder.addScaledVector(armDirection(side), UPPER_ARM + FORE_ARM);
    case 'thighL':
    case 'thighR':
      return new Vector3(sign * 0.088, 0.92, 0);
    case 'shinL':
    case 'shinR':
      return new Vector3(sign * 0.088, 0.92 - THIGH, 0);
    case 'footL':
    case 'footR':
      return new Vector3(sign * 0.088, ANKLE, 0);
  }
}

export const boneIndex = (name: BoneName): number => BONES.indexOf(name);

export type Bones = Record<BoneName, Bone>;

export function createBones(shoulders: number): { bones: Bones; skeleton: Skeleton } {
  const bones = {} as Bones;
  for (const name of BONES) {
    const bone = new Bone();
    const parent = PARENTS[name];
    bone.name = name;
    bone.position.copy(restPosition(name, shoulders));
    if (parent) {
      bone.position.sub(restPosition(parent, shoulders));
      bones[parent].add(bone);
    }
    bones[name] = bone;
  }
  bones.hips.updateMatrixWorld(true);
  return { bones, skeleton: new Skeleton(BONES.map((name) => bones[name])) };
}
