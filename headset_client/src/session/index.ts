export type { BodyPose } from './pose';
export { forgetSeat, keepSeat, keptSeat } from './seat';
export { Session, type Link } from './session';
export { useSession } from './use';
export { worldView, type ViewOptions } from './view';
