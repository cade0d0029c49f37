/** The canvas of a replay: the recorded room from wherever one looks, flat or in a headset, with those who watch in it. */
import { Plane, Raycaster, Vector2, Vector3 } from 'three';
import { Eyes, EYE_HEIGHT } from '../room/eyes';
import { groundOf, spotsOf } from '../room/grounds';
import { lensFor, putOn } from '../room/lens';
import { Sharpness } from '../room/sharpness';
import { type Ground, MANNERS } from '../room/walk';
import { type BodyPose, worldView } from '../session';
import type { Language } from '../wire/types.gen';
import { World } from '../world';
import type { Figure, GroundPoint, Pose, WorldView } from '../world/view';
import { eased, type Look, lookOf } from './gaze';
import type { Player } from './player';
import { ReplayVr } from './replay_vr';
import type { Viewing } from './viewing';
import { pointsOf, watcherFigures, WatcherMarks } from './watchers';
import { freeSpot, type View } from './whose';

/** After a jump bodies come to rest for so long, in seconds, also while the reel stands. */
const SETTLES_S = 0.7;
/** A finger that has moved less than this has pressed and not dragged, in CSS pixels. */
const PRESSED_PX = 6;

export class Picture {
  readonly world: World;
  readonly eyes: Eyes;
  readonly vr: ReplayVr;
  tongue: Language = 'nb';
  view: View = { from: 'walk' };
  /** The body as the others were last told of it. */
  pose: BodyPose | null = null;
  /** Called with the ground that is pressed on; null while nobody points. */
  pointing: ((at: GroundPoint) => void) | null = null;
  private readonly marks = new WatcherMarks();
  private readonly fitting: ResizeObserver;
  private readonly sharpness: Sharpness;
  private readonly listening = new AbortController();
  private look: { of: string; look: Look } | null = null;
  private place = '';
  private jumps = -1;
  private settling = 0;
  private last = 0;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly player: Player,
    private readonly viewing: Viewing | null,
    changed: () => void,
  ) {
    this.world = new World(canvas, { xr: true });
    this.world.scene.add(this.marks.group);
    this.sharpness = new Sharpness(this.world.renderer.getPixelRatio());
    this.eyes = new Eyes(canvas);
    this.vr = new ReplayVr(this.world, player, viewing, () => {
      requestAnimationFrame(() => this.fit());
      changed();
    });
    this.listenForPoints();
    this.fitting = new ResizeObserver(() => this.fit());
    this.fitting.observe(canvas);
    this.fit();
    this.world.renderer.setAnimationLoop((time, frame) => this.frame(time, frame));
  }

  close(): void {
    this.world.renderer.setAnimationLoop(null);
    this.listening.abort();
    this.fitting.disconnect();
    this.eyes.close();
    void this.vr.headset.leave();
    this.marks.dispose();
    this.world.dispose();
  }

  /** Puts the headset on; must be called from a press. */
  enterVr(): Promise<void> {
    return this.vr.headset.enter({ at: this.eyes.at, facing: this.eyes.facing });
  }

  private frame(time: number, frame?: XRFrame): void {
    const passed = Math.max(0, (time - this.last) / 1000);
    this.last = time;
    if (!frame && this.view.from === 'above') return;
    if (!frame && this.sharpness.frame(passed)) this.world.renderer.setPixelRatio(this.sharpness.ratio);
    const dt = Math.min(0.1, passed);
    const view = this.shown(dt);
    this.world.show(view);
    this.settle(view);
    const hide = frame ? this.inHeadset(frame, dt) : this.onScreen(view, dt);
    this.world.render(this.player.scene.sceneTime(), dt, hide ?? undefined);
  }

  /** The recorded room, and who watches. It moves while the reel does, and for a moment after a jump. */
  private shown(dt: number): WorldView {
    const { player, viewing } = this;
    const view = worldView(player.scene, this.tongue);
    if (view.place !== this.place) this.arrive(view);
    if (player.jumps !== this.jumps) this.settling = SETTLES_S;
    this.settling = Math.max(0, this.settling - dt);
    const { running, speed } = player.playing;
    const watchers = viewing ? watcherFigures(viewing, this.tongue) : [];
    const feet = watchers.map(({ at }) => at);
    this.marks.show(feet, viewing ? pointsOf(viewing) : [], this.world.camera.getWorldPosition(new Vector3()));
    const frozen = (view.frozen || !running) && this.settling === 0;
    return { ...view, figures: [...view.figures, ...watchers], frozen, pace: running ? speed : 1 };
  }

  /** What is under way in the place is put to where it was at this moment. */
  private settle(view: WorldView): void {
    const { jumps, scene } = this.player;
    if (jumps === this.jumps) return;
    this.jumps = jumps;
    this.look = null;
    const told = scene.state?.props['bus']?.t ?? 0;
    this.world.jump(view, Math.max(0, scene.sceneTime() - told) / 1000);
  }

  private arrive(view: WorldView): void {
    this.place = view.place;
    if (view.place === '') return;
    const at = view.figures.map((figure) => figure.at);
    const people = this.player.scene.state?.people ?? {};
    const client = view.figures.find(({ id }) => people[id]?.role === 'client');
    const spots = spotsOf(view.place);
    const spot = freeSpot(spots, at, client?.at ?? spots[0]?.at ?? [0, 0]);
    this.eyes.stand(spot.at, spot.facing);
  }

  private inHeadset(frame: XRFrame, dt: number): string | null {
    const pose = this.vr.update(frame, this.tongue, dt);
    if (pose) this.tell(pose);
    return this.vr.of;
  }

  /** Puts the camera where one looks from. Answers whose figure is not drawn. */
  private onScreen(view: WorldView, dt: number): string | null {
    const { camera } = this.world;
    if (this.view.from === 'eyes' && this.takeEyes(view, this.view.of, dt)) return this.view.of;
    this.eyes.update(dt, this.ground(view), camera);
    this.tell(flatPose(this.eyes.at, camera.quaternion.toArray()));
    return null;
  }

  private tell(pose: BodyPose): void {
    this.pose = pose;
    this.viewing?.sendPose(pose);
  }

  /** Whether those eyes are here to look through. */
  private takeEyes(view: WorldView, of: string, dt: number): boolean {
    const figure = view.figures.find(({ id }) => id === of);
    if (!figure) return false;
    const { camera } = this.world;
    if (figure.tracked) {
      camera.position.set(...figure.tracked.head.p);
      camera.quaternion.set(...figure.tracked.head.q);
    } else this.lookAs(figure, of, dt);
    camera.updateMatrixWorld();
    return true;
  }

  private lookAs(figure: Figure, of: string, dt: number): void {
    const eye = this.world.eyePoint(of) ?? new Vector3(figure.at[0], EYE_HEIGHT, figure.at[1]);
    const look = eased(this.look?.of === of ? this.look.look : null, lookOf(figure, [eye.x, eye.y, eye.z]), dt);
    this.look = { of, look };
    const { camera } = this.world;
    camera.position.copy(eye);
    camera.rotation.set((look.pitch * Math.PI) / 180, ((look.facing + 180) * Math.PI) / 180, 0, 'YXZ');
  }

  private ground(view: WorldView): Ground {
    if (view.place === '') return { floor: [], blocks: [] };
    const { floor, blocks } = groundOf(view.place);
    return { floor, blocks: [...blocks, ...view.figures.map(({ at: [x, z] }) => [x, z, MANNERS] as const)] };
  }

  private listenForPoints(): void {
    const { signal } = this.listening;
    let down: { x: number; y: number } | null = null;
    this.canvas.addEventListener('pointerdown', ({ clientX: x, clientY: y }) => (down = { x, y }), { signal });
    const up = ({ clientX: x, clientY: y }: PointerEvent) => {
      const pressed = down !== null && Math.hypot(x - down.x, y - down.y) < PRESSED_PX;
      down = null;
      const at = pressed && this.pointing ? this.groundUnder(x, y) : null;
      if (at) this.pointing?.(at);
    };
    this.canvas.addEventListener('pointerup', up, { signal });
  }

  /** The ground under a point of the page; null for the sky. */
  private groundUnder(x: number, y: number): GroundPoint | null {
    const box = this.canvas.getBoundingClientRect();
    const spot = new Vector2(((x - box.left) / box.width) * 2 - 1, 1 - ((y - box.top) / box.height) * 2);
    const ray = new Raycaster();
    ray.setFromCamera(spot, this.world.camera);
    const hit = ray.ray.intersectPlane(new Plane(new Vector3(0, 1, 0), 0), new Vector3());
    return hit && hit.length() < FARTHEST_POINT ? [hit.x, hit.z] : null;
  }

  private fit(): void {
    const { clientWidth, clientHeight } = this.canvas;
    if (this.world.renderer.xr.isPresenting || clientWidth === 0 || clientHeight === 0) return;
    this.world.resize(clientWidth, clientHeight);
    putOn(this.world.camera, { ...lensFor(clientWidth / clientHeight), lifted: 0 }, clientWidth, clientHeight);
  }
}

/** Nobody points at the horizon, in metres. */
const FARTHEST_POINT = 25;

function flatPose([x, z]: GroundPoint, turn: readonly number[]): BodyPose {
  const [qx = 0, qy = 0, qz = 0, qw = 1] = turn;
  const head: Pose = { p: [x, EYE_HEIGHT, z], q: [qx, qy, qz, qw] };
  return { head, flat: true };
}
