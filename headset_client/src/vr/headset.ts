import { Group } from 'three';
import type { World } from '../world';
import type { GroundPoint, Pose } from '../world/view';
import { poseOf } from './body';
import { facingOf, type Origin, originFor } from './origin';

/** Where a person is to stand in the place, and which way they look. */
export interface Standing {
  at: GroundPoint;
  facing: number;
}

interface Events {
  entered: () => void;
  /** The headset has moved its own floor: the person is to be put where they were. */
  recentred: () => void;
  /** `asked`: they went out by themselves; otherwise the headset came off or the system took the room away. */
  left: (asked: boolean) => void;
  /** The headset has been taken off, though the session lives. */
  off: () => void;
  /** A hand or controller has pressed. */
  pressed: (source: XRInputSource) => void;
}

/** Whether this browser can show the room in a headset. */
export async function headsetHere(): Promise<boolean> {
  if (!navigator.xr) return false;
  try {
    return await navigator.xr.isSessionSupported('immersive-vr');
  } catch {
    // A page that may not ask has no headset to offer.
    return false;
  }
}

/** One immersive session: it begins and ends, and keeps the headset's own floor joined to the place. */
export class Headset {
  private session: XRSession | null = null;
  private floor: XRReferenceSpace | null = null;
  private origin: Origin | null = null;
  private stand: Standing | null = null;
  private asked = false;
  /** Carries the eyes from the headset's own floor into the place. */
  private readonly rig = new Group();

  constructor(
    private readonly world: World,
    private readonly events: Events,
  ) {
    world.renderer.xr.setReferenceSpaceType('local-floor');
    this.rig.add(world.camera);
  }

  get on(): boolean {
    return this.session !== null;
  }

  /** Must be called from a press. Rejects when the headset does not answer. */
  async enter(standing: Standing): Promise<void> {
    if (this.session !== null || !navigator.xr) return;
    const session = await navigator.xr.requestSession('immersive-vr', {
      requiredFeatures: ['local-floor'],
      optionalFeatures: ['hand-tracking'],
    });
    session.addEventListener('end', () => this.ended());
    session.addEventListener('visibilitychange', () => {
      if (session.visibilityState === 'hidden') this.events.off();
    });
    session.addEventListener('select', (event) => this.events.pressed(event.inputSource));
    await this.world.renderer.xr.setSession(session);
    this.floor = this.world.renderer.xr.getReferenceSpace();
    this.floor?.addEventListener('reset', () => this.events.recentred());
    this.session = session;
    this.asked = false;
    this.place(standing);
    this.events.entered();
  }

  async leave(): Promise<void> {
    this.asked = true;
    await this.session?.end();
  }

  /** From the next frame on the person stands there. */
  place(standing: Standing): void {
    this.stand = standing;
  }

  /** The headset's own floor at this frame, and how it lies in the place; null while the headset knows nothing. */
  where(frame: XRFrame): { floor: XRReferenceSpace; origin: Origin } | null {
    const viewer = this.floor && frame.getViewerPose(this.floor);
    if (!viewer || this.floor === null) return null;
    if (this.stand !== null) {
      this.origin = originFor(poseOf(viewer.transform), this.stand.at, this.stand.facing);
      this.stand = null;
      this.turnRig(this.origin);
    }
    return this.origin && { floor: this.floor, origin: this.origin };
  }

  private turnRig({ turn, shift }: Origin): void {
    this.rig.position.set(shift[0], 0, shift[1]);
    this.rig.rotation.y = (turn * Math.PI) / 180;
    this.rig.updateMatrixWorld();
  }

  private ended(): void {
    if (this.session === null) return;
    this.session = null;
    this.floor = null;
    this.turnRig({ turn: 0, shift: [0, 0] });
    this.events.left(this.asked);
  }
}

/** Where a tracked head stands on the floor. */
export function standingOf(head: Pose): Standing {
  return { at: [head.p[0], head.p[2]], facing: facingOf(head) };
}
