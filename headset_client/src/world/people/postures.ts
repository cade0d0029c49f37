import type { PostureName } from '../view';
import { pack, type HandSpec, type Stance, type StanceSpec } from './stance';

/** The same hand for the other side. */
const mirror = (hand: HandSpec): HandSpec => ({
  at: [-hand.at[0], hand.at[1], hand.at[2]],
  roll: -hand.roll,
  flex: hand.flex,
  elbow: [-hand.elbow[0], hand.elbow[1], hand.elbow[2]],
});
const both = (L: HandSpec): StanceSpec['hands'] => ({ L, R: mirror(L) });

const HANGING: HandSpec = { at: [0.255, -0.345, 0.055], roll: 0.15, flex: 0, elbow: [0.35, -0.2, -1] };
const FEET: StanceSpec['feet'] = { L: [0.105, 0.01, 0.16], R: [-0.105, -0.015, -0.16] };
const SEATED: StanceSpec['feet'] = { L: [0.11, 0.42, 0.08], R: [-0.12, 0.36, -0.12] };

const STAND: StanceSpec = { hips: [0, -0.012, 0], lean: 0, slump: 0.02, gaze: 0, sway: 1, feet: FEET, hands: both(HANGING) };

const SPECS: Record<PostureName, StanceSpec> = {
  stand: STAND,
  pockets: { ...STAND, slump: 0.05, hands: both({ at: [0.205, -0.325, 0.06], roll: 0.3, flex: -0.1, elbow: [0.5, 0, -1] }) },
  phone: {
    ...STAND,
    slump: 0.1,
    gaze: 0.42,
    hands: { L: HANGING, R: { at: [-0.095, 0, 0.27], roll: 1.5, flex: -0.15, elbow: [-0.35, -1, -0.2] } },
  },
  crossed: {
    ...STAND,
    lean: -0.02,
    slump: 0.03,
    hands: {
      L: { at: [-0.045, 0.005, 0.225], roll: 0.5, flex: 0.1, elbow: [0.75, -0.75, 0.1] },
      R: { at: [0.055, -0.035, 0.195], roll: -0.5, flex: 0.1, elbow: [-0.75, -0.75, 0.1] },
    },
  },
  lean: {
    ...STAND,
    hips: [0.02, -0.035, -0.05],
    lean: -0.1,
    slump: 0.12,
    sway: 0.3,
    feet: { L: [0.08, 0.13, 0.2], R: [-0.03, 0.24, -0.1] },
    hands: { L: { at: [0.19, -0.3, 0.115], roll: 0.2, flex: 0.1, elbow: [0.8, -0.1, -1] }, R: mirror(HANGING) },
  },
  sit: {
    ...STAND,
    hips: [0, -0.4, -0.02],
    lean: -0.06,
    slump: 0.1,
    sway: 0.25,
    feet: SEATED,
    hands: both({ at: [0.11, -0.2, 0.3], roll: 1.2, flex: -0.1, elbow: [0.7, -0.7, -0.5] }),
  },
  table: {
    ...STAND,
    hips: [0, -0.4, -0.02],
    lean: 0.03,
    slump: 0.13,
    sway: 0.25,
    feet: SEATED,
    hands: {
      L: { at: [0.14, -0.115, 0.33], roll: 1.3, flex: 0, elbow: [1, -0.6, -0.3] },
      R: { at: [-0.05, -0.1, 0.345], roll: -1.3, flex: 0, elbow: [-1, -0.6, -0.3] },
    },
  },
};

export const POSTURES: Readonly<Record<PostureName, Stance>> = Object.fromEntries(
  Object.entries(SPECS).map(([name, spec]) => [name, pack(spec)]),
) as Record<PostureName, Stance>;

export const isSeated = (posture: PostureName): boolean => posture === 'sit' || posture === 'table';
/** Hands that hang free may talk along; a phone, crossed arms and a table keep them. */
export const handsAreFree = (posture: PostureName): boolean => posture === 'stand' || posture === 'pockets' || posture === 'sit';
