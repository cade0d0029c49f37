export type { BodyPose } from '../wire/pose';
export { forgetSeat, keepSeat, keptSeat } from './seat';
export type { Link, Who } from './door';
export { Session } from './session';
export { newId } from './asks';
export { useSession } from './use';
export { worldView, type Scene, type ViewOptions } from './view';
