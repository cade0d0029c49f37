/**
 * What tests may see of a replay: `window.__replay` while the page shows one, else undefined. It only answers; nothing
 * can be done through it.
 */
import type { BodyPose } from '../session';
import type { Playing, RoomState, Watching } from '../wire/types.gen';
import type { Picture } from './picture';
import type { Player } from './player';
import type { Viewing } from './viewing';

export interface Probe {
  state(): RoomState | null;
  position(): number;
  playing(): Playing;
  watching(): Watching | null;
  you(): string;
  /** Where one looks from: metres and a quaternion. */
  camera(): { p: number[]; q: number[] };
  /** The body as the others were last told of it. */
  pose(): BodyPose | null;
  inVr(): boolean;
  /** The line that stands in the headset to be read. */
  reads(): string | null;
  /** The middle of each button and card in the headset, in the place's coordinates: where one looks to press it. */
  buttons(): { name: string; at: [number, number, number] }[];
  stats(): { calls: number; triangles: number; figures: number };
}

export function showProbe(player: Player, viewing: Viewing | null, picture: Picture): void {
  const probe: Probe = {
    state: () => player.scene.state,
    position: () => player.position(),
    playing: () => player.playing,
    watching: () => viewing?.watching ?? null,
    you: () => viewing?.session.you ?? '',
    camera: () => ({ p: picture.world.camera.position.toArray(), q: picture.world.camera.quaternion.toArray() }),
    pose: () => picture.pose,
    inVr: () => picture.vr.headset.on,
    reads: () => picture.vr.reads,
    buttons: () => picture.vr.spots,
    stats: () => picture.world.stats(),
  };
  Object.assign(window, { __replay: probe });
}

export function hideProbe(): void {
  Reflect.deleteProperty(window, '__replay');
}
