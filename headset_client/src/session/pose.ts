import type { Pose } from '../world/view';

/** Where a person's head and hands are. `flat`: a mouse or a touch screen moves the head, and there are no hands. */
export interface BodyPose {
  head: Pose;
  left?: Pose;
  right?: Pose;
  flat: boolean;
}
