/** Pointing in the headset: on once it is asked for, until it is ended; where one aims is seen by oneself alone. */
import { type Group, Mesh, MeshBasicMaterial, RingGeometry, Vector3 } from 'three';
import type { Body } from '../vr/body';
import type { Choosing } from '../vr/choosing';
import { ink } from '../vr/ink';
import { Ring } from '../vr/ring';
import type { GroundPoint } from '../world/view';
import { Aiming } from './aiming';
import type { Viewing } from './viewing';

/** Inner and outer, in metres. */
const AIM_RING = [0.11, 0.14] as const;
const FILLING = [0.15, 0.21] as const;
/** Over the ground, in metres. */
const LIFT = 0.03;
/** Drawn over the room and under the panels. */
const LAYER = 900;

export class Pointing {
  /** Whether one is about to point. */
  on = false;
  private readonly aiming = new Aiming();
  private readonly aims: Mesh[];
  private readonly filling = new Ring(...FILLING, ink('cloudberry'), LAYER);

  constructor(
    over: Group,
    private readonly viewing: Viewing,
  ) {
    // One for the head and one for each hand.
    this.aims = [0, 1, 2].map(() => aimRing());
    this.filling.rotation.x = -Math.PI / 2;
    over.add(...this.aims, this.filling);
    this.hide();
  }

  /** Whether one points at something, as the others see. */
  get points(): boolean {
    return this.at !== null;
  }

  /** Whether one points, or is about to. */
  get busy(): boolean {
    return this.on || this.points;
  }

  /** Begins, or ends and takes away what one points at. */
  turn(now: number): void {
    const ends = this.busy;
    this.on = !ends;
    this.aiming.rest(now);
    if (ends && this.points) this.tell(null);
  }

  /** Where each hand's ray meets the ground, while one may point. */
  get ends(): Map<string, Vector3> {
    return new Map([...this.aiming.hands].map(([id, [x, z]]) => [id, new Vector3(x, 0, z)]));
  }

  /** Aims no more; what one points at stays. */
  end(now: number): void {
    this.on = false;
    this.aiming.rest(now);
  }

  /** Aims for this frame; a ray that meets a panel aims at nothing. */
  update(body: Body, choosing: Choosing, now: number): void {
    this.hide();
    if (!this.on) return;
    const hands = body.rays.filter(({ id }) => !choosing.ends.has(id));
    const chosen = this.aiming.update(choosing.covers(body.gaze) ? null : body.gaze, hands, this.at, now);
    if (chosen) this.tell(chosen);
    this.draw();
  }

  /** Aims at nothing while something else is being chosen. */
  wait(now: number): void {
    this.aiming.rest(now);
    this.hide();
  }

  /** The hand of that ray has pressed. */
  press(ray: string): void {
    const at = this.on ? this.aiming.hands.get(ray) : undefined;
    if (at) this.tell(at);
  }

  private get at(): GroundPoint | null {
    return this.viewing.you?.points_at ?? null;
  }

  private tell(at: GroundPoint | null): void {
    void this.viewing.ask({ type: 'pointat', at: at && [at[0], at[1]] });
  }

  private hide(): void {
    for (const ring of this.aims) ring.visible = false;
    this.filling.fill(0);
  }

  private draw(): void {
    const { looked, hands, progress } = this.aiming;
    const spots = [...(looked ? [looked] : []), ...hands.values()];
    this.aims.forEach((ring, n) => {
      const spot = spots[n];
      ring.visible = spot !== undefined;
      if (spot) ring.position.set(spot[0], LIFT, spot[1]);
    });
    this.filling.fill(looked ? progress : 0);
    if (looked) this.filling.position.set(looked[0], LIFT, looked[1]);
  }
}

function aimRing(): Mesh {
  const looks = { color: ink('fjord'), transparent: true, depthTest: false, toneMapped: false, fog: false };
  const ring = new Mesh(new RingGeometry(...AIM_RING, 40).rotateX(-Math.PI / 2), new MeshBasicMaterial(looks));
  ring.renderOrder = LAYER;
  return ring;
}
