/** Those who watch, as figures beside the people of the recording, and what marks them as no part of it. */
import { Group, type Material, Mesh, MeshBasicMaterial, RingGeometry, Vector3 } from 'three';
import { headingOf } from '../session/resting';
import type { Language, Watcher } from '../wire/types.gen';
import { textIn } from '../words/say';
import { NamePlates } from '../world/things/name_plates';
import type { Figure, GroundPoint } from '../world/view';
import type { Viewing } from './viewing';

const MOST = 8;
const FOOT_RING = [0.3, 0.36] as const;
const POINT_RING = [0.12, 0.22] as const;
/** Over the ground, so that it is not lost in it, in metres. */
const LIFT = 0.02;
/** The name of who points stands so far over the ground. */
const NAME_LIFT = 0.14;
const MARK = '#e3a13b';

/** Everybody else who stands in the place; who looks through another's eyes stands nowhere. */
export function watcherFigures(viewing: Viewing, tongue: Language): Figure[] {
  return viewing.others.filter(({ eyes }) => eyes === null).flatMap((watcher) => figureOf(viewing, watcher, tongue));
}

function figureOf(viewing: Viewing, watcher: Watcher, tongue: Language): Figure[] {
  const pose = viewing.poseOf(watcher);
  if (pose === null) return [];
  return [
    {
      id: `watcher ${watcher.id}`,
      look: watcher.look,
      at: [pose.head.p[0], pose.head.p[2]],
      facing: (headingOf(pose.head) * 180) / Math.PI,
      posture: 'stand',
      speed: 0,
      tone: 'neutral',
      looksAt: null,
      gesture: null,
      speaking: null,
      thinking: false,
      tracked: pose,
      away: !watcher.here,
      label: textIn(tongue, 're.watching', { name: watcher.name }),
      live: true,
    },
  ];
}

export interface Point {
  id: string;
  /** Who points. */
  name: string;
  at: GroundPoint;
}

/** Where watchers point. */
export function pointsOf(viewing: Viewing): Point[] {
  const all = [...viewing.others, ...(viewing.you ? [viewing.you] : [])];
  return all.flatMap(({ id, name, points_at: at }) => (at === null ? [] : [{ id, name, at }]));
}

/** Rings on the ground: a thin one round the feet of each watcher, a broad one with a name where somebody points. */
export class WatcherMarks {
  readonly group = new Group();
  private readonly feet = rings(FOOT_RING);
  private readonly points = rings(POINT_RING);
  private readonly names = new NamePlates(MOST);

  constructor() {
    this.group.add(...this.feet, ...this.points, this.names.mesh);
  }

  /** `eye`: from where it is seen. */
  show(feet: readonly GroundPoint[], points: readonly Point[], eye: Vector3): void {
    lay(this.feet, feet);
    lay(
      this.points,
      points.map(({ at }) => at),
    );
    this.names.restart();
    for (const { name, at } of points) {
      const over = new Vector3(at[0], NAME_LIFT, at[1]);
      this.names.put(name, over, over.distanceTo(eye), 1);
    }
  }

  dispose(): void {
    for (const ring of [...this.feet, ...this.points]) {
      ring.geometry.dispose();
      (ring.material as Material).dispose();
    }
    this.names.dispose();
    this.group.removeFromParent();
  }
}

function rings([inner, outer]: readonly [number, number]): Mesh[] {
  return Array.from({ length: MOST }, () => {
    const ring = new Mesh(
      new RingGeometry(inner, outer, 40).rotateX(-Math.PI / 2),
      new MeshBasicMaterial({ color: MARK, toneMapped: false }),
    );
    ring.visible = false;
    return ring;
  });
}

function lay(meshes: readonly Mesh[], at: readonly GroundPoint[]): void {
  meshes.forEach((mesh, n) => {
    const spot = at[n];
    mesh.visible = spot !== undefined;
    if (spot) mesh.position.set(spot[0], LIFT, spot[1]);
  });
}
