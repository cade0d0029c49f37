import type { WebGLRenderer } from 'three';
import type { GroundPoint, Pose } from '../world/view';
import { facingOf, offsetOf, originFor } from './origin';

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
  private base: XRReferenceSpace | null = null;
  private stand: Standing | null = null;
  private asked = false;

  constructor(
    private readonly renderer: WebGLRenderer,
    private readonly events: Events,
  ) {
    renderer.xr.setReferenceSpaceType('local-floor');
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
    await this.renderer.xr.setSession(session);
    this.base = this.renderer.xr.getReferenceSpace();
    this.base?.addEventListener('reset', () => this.events.recentred());
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

  /** The space in which this frame's poses are in the place's coordinates; null while the headset knows nothing. */
  spaceAt(frame: XRFrame): XRReferenceSpace | null {
    if (this.base === null) return null;
    if (this.stand !== null) {
      const viewer = frame.getViewerPose(this.base);
      if (!viewer) return null;
      const { position: p, orientation: q } = viewer.transform;
      const head: Pose = { p: [p.x, p.y, p.z], q: [q.x, q.y, q.z, q.w] };
      const offset = offsetOf(originFor(head, this.stand.at, this.stand.facing));
      const space = this.base.getOffsetReferenceSpace(new XRRigidTransform(offset.position, offset.orientation));
      this.renderer.xr.setReferenceSpace(space);
      this.stand = null;
    }
    return this.renderer.xr.getReferenceSpace();
  }

  private ended(): void {
    if (this.session === null) return;
    this.session = null;
    this.base = null;
    this.events.left(this.asked);
  }
}

/** Where a tracked head stands on the floor. */
export function standingOf(head: Pose): Standing {
  return { at: [head.p[0], head.p[2]], facing: facingOf(head) };
}
