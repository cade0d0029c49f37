import { Matrix4, type Object3D, Vector3 } from 'three';
import { Dwell } from './dwell';

/** A ray from a head, a hand or a controller, in the place's coordinates. */
export interface Ray {
  id: string;
  from: Vector3;
  towards: Vector3;
}

/** A part of a panel, in metres from its middle. */
export interface Zone {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Something on a panel that can be chosen: the first zone that is hit counts. */
export interface Choice {
  id: string;
  on: Object3D;
  /** Where a ray or a finger chooses it. */
  zone: Zone;
  /** Where looking chooses it; the words beside it can be read in peace. */
  gaze: Zone;
  /** How long one looks at it to choose it, in ms, where that is another time than usual. */
  holds?: number;
  choose: () => void;
}

interface Hit {
  choice: Choice;
  far: number;
  at: Vector3;
}

/** A finger that comes this close from the front touches; it must then be this far off before it can touch again. */
const TOUCHES = 0.015;
const LETS_GO = 0.05;

const local = new Matrix4();

/** Where the ray meets the front of the panel's plane, in the panel's own metres, and how far along. */
export function meets(on: Object3D, ray: Ray): { x: number; y: number; far: number } | null {
  local.copy(on.matrixWorld).invert();
  const from = ray.from.clone().applyMatrix4(local);
  const way = ray.towards.clone().transformDirection(local);
  if (from.z <= 0 || way.z >= 0) return null;
  const far = -from.z / way.z;
  return { x: from.x + way.x * far, y: from.y + way.y * far, far };
}

export function within(zone: Zone, x: number, y: number): boolean {
  return Math.abs(x - zone.x) <= zone.width / 2 && Math.abs(y - zone.y) <= zone.height / 2;
}

/** What is pointed at, looked at and touched, and what comes of it. */
export class Choosing {
  readonly dwell = new Dwell();
  /** Where each pointing ray ends on a panel, by ray. */
  readonly ends = new Map<string, Vector3>();
  private readonly pointed = new Map<string, Choice>();
  private readonly tips = new Map<string, Vector3>();
  private readonly touching = new Map<string, Choice>();
  private choices: readonly Choice[] = [];

  /** The ids that some ray points at. */
  get under(): ReadonlySet<string> {
    return new Set([...this.pointed.values()].map((choice) => choice.id));
  }

  /** Told at every frame what can be chosen, where the head looks, where hands point and where fingertips are. */
  update(choices: readonly Choice[], head: Ray, rays: readonly Ray[], tips: readonly { id: string; at: Vector3 }[], now: number): void {
    this.choices = choices;
    const seen = this.first(head, (choice) => choice.gaze)?.choice ?? null;
    this.pointed.clear();
    this.ends.clear();
    for (const ray of rays) {
      const hit = this.first(ray, (choice) => choice.zone);
      if (hit === null) continue;
      this.pointed.set(ray.id, hit.choice);
      this.ends.set(ray.id, hit.at);
    }
    const looked = this.dwell.look(seen?.id ?? null, now, seen?.holds);
    if (looked !== null) seen?.choose();
    for (const tip of tips) this.touch(tip.id, tip.at);
  }

  /** The hand or controller of that ray has pressed. */
  press(ray: string): void {
    this.pointed.get(ray)?.choose();
  }

  /** Whether something that can be chosen stands in the way of the ray. */
  covers(ray: Ray): boolean {
    return this.first(ray, (choice) => choice.zone) !== null;
  }

  private first(ray: Ray, zoneOf: (choice: Choice) => Zone): Hit | null {
    let nearest: Hit | null = null;
    for (const choice of this.choices) {
      const met = meets(choice.on, ray);
      if (met === null || !within(zoneOf(choice), met.x, met.y)) continue;
      if (nearest !== null && met.far >= nearest.far) continue;
      nearest = { choice, far: met.far, at: ray.from.clone().addScaledVector(ray.towards, met.far) };
    }
    return nearest;
  }

  /** A quick finger is through the panel before it is seen to be near: what counts is that it has come past its front. */
  private touch(tip: string, at: Vector3): void {
    const before = this.tips.get(tip);
    this.tips.set(tip, at.clone());
    const held = this.touching.get(tip);
    if (held && held.on.worldToLocal(at.clone()).z > LETS_GO) this.touching.delete(tip);
    if (before === undefined || this.touching.has(tip)) return;
    const pressed = this.choices.find(({ on, zone }) => {
      const now = on.worldToLocal(at.clone());
      return now.z <= TOUCHES && on.worldToLocal(before.clone()).z > TOUCHES && within(zone, now.x, now.y);
    });
    if (pressed === undefined) return;
    this.touching.set(tip, pressed);
    pressed.choose();
  }
}
