import { type BodyPose, worldView } from '../session';
import { Ambience } from '../sound/ambience';
import type { Language } from '../wire/types.gen';
import type { Standing } from '../vr/headset';
import { VrRoom } from '../vr/vr_room';
import { World } from '../world';
import type { GroundPoint, Pose, WorldView } from '../world/view';
import { EYE_HEIGHT, Eyes } from './eyes';
import { firstSpot, groundOf } from './grounds';
import type { Inside } from './inside';
import { firstFacing, lensFor, putOn } from './lens';
import { Sharpness } from './sharpness';
import { type Shown, shownAt } from './shown';
import { type Ground, MANNERS } from './walk';

const CALM = 'calm';
/** As wide as high: the lens of every screen that is not higher than wide. */
const SCREEN = 1;
/** The place that opens at Stop. Nobody else is there, and nothing moves. */
const CALM_VIEW: WorldView = { place: CALM, boards: {}, props: {}, figures: [], frozen: true };

/** The canvas: draws the room from where the person stands, flat or in a headset, and tells the others where that is. */
export class Stage {
  readonly world: World;
  readonly eyes: Eyes;
  readonly vr: VrRoom;
  tongue: Language = 'nb';
  /** What was last told of this person's body. */
  pose: BodyPose | null = null;
  private readonly ambience = new Ambience(window);
  private readonly watcher: ResizeObserver;
  private readonly sharpness: Sharpness;
  private before: Standing | null = null;
  private calm = false;
  private last = 0;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly inside: Inside,
    private readonly changed: () => void,
  ) {
    this.world = new World(canvas, { xr: true });
    this.sharpness = new Sharpness(this.world.renderer.getPixelRatio());
    this.eyes = new Eyes(canvas);
    this.vr = new VrRoom(this.world, inside, (_asked, standing) => this.outOfVr(standing));
    const you = inside.you;
    if (you) this.eyes.stand(you.at, firstFacing(you, this.others(this.room()), canvas.clientWidth / canvas.clientHeight));
    this.watcher = new ResizeObserver(() => this.fit());
    this.watcher.observe(canvas);
    this.fit();
    this.world.renderer.setAnimationLoop((time, frame) => this.frame(time, frame));
  }

  close(): void {
    this.world.renderer.setAnimationLoop(null);
    this.watcher.disconnect();
    this.eyes.close();
    this.ambience.close();
    void this.vr.headset.leave();
    this.world.dispose();
  }

  /** Puts the headset on; must be called from a press. */
  async enterVr(): Promise<void> {
    await this.vr.headset.enter({ at: this.eyes.at, facing: this.eyes.facing });
    this.changed();
  }

  get inVr(): boolean {
    return this.vr.headset.on;
  }

  shown(): Shown | null {
    const { session } = this.inside;
    return session.state && shownAt(session.state, session.you, this.inside.line, this.tongue, session.now());
  }

  private frame(time: number, frame?: XRFrame): void {
    const passed = Math.max(0, (time - this.last) / 1000);
    this.last = time;
    if (!frame && this.sharpness.frame(passed)) this.world.renderer.setPixelRatio(this.sharpness.ratio);
    const dt = Math.min(0.1, passed);
    const view = this.view();
    this.world.show(view);
    this.listen(view);
    const pose = frame ? this.headsetPose(frame, dt) : this.flatPose(view, dt);
    if (pose && !this.calm) {
      this.pose = pose;
      // Who only looks on has no body to move.
      // While the room has not heard that one takes a yes back, no movement of theirs leaves the page.
      const { you, answering, session } = this.inside;
      if (typeof you?.body === 'number' && !answering.takesBack) session.sendPose(pose);
    }
    this.world.render(this.inside.session.sceneTime(), dt, this.inside.session.you);
  }

  private listen({ place, frozen }: WorldView): void {
    const { state } = this.inside.session;
    this.ambience.show({
      place,
      load: state?.levels.load ?? 0,
      still: frozen || !this.inside.running,
      interruption: state?.interruption ?? null,
    });
  }

  private view(): WorldView {
    const { stopping } = this.inside;
    if (stopping.calm !== this.calm) this.turnCalm(stopping.calm);
    return this.calm ? CALM_VIEW : this.room();
  }

  private room(): WorldView {
    const { session } = this.inside;
    return worldView(session, this.tongue, { me: session.you });
  }

  /** Into the calm place, or back to where one stood. */
  private turnCalm(calm: boolean): void {
    const standing = (this.inVr ? this.vr.standing : null) ?? { at: this.eyes.at, facing: this.eyes.facing };
    if (calm) this.before = standing;
    this.calm = calm;
    const to = calm ? firstSpot(CALM) : (this.before ?? standing);
    this.eyes.stand(to.at, to.facing);
    if (this.inVr) this.vr.putAt(to);
    else this.fit();
  }

  private headsetPose(frame: XRFrame, dt: number): BodyPose | null {
    const shown = this.shown();
    return shown && this.vr.update(frame, { shown, tongue: this.tongue, calm: this.calm, now: performance.now(), dt });
  }

  private flatPose(view: WorldView, dt: number): BodyPose | null {
    const { camera } = this.world;
    this.eyes.update(dt, this.ground(view), camera);
    const { x, y, z, w } = camera.quaternion;
    const head: Pose = { p: [this.eyes.at[0], EYE_HEIGHT, this.eyes.at[1]], q: [x, y, z, w] };
    return { head, flat: true };
  }

  private ground(view: WorldView): Ground {
    const { floor, blocks } = groundOf(view.place);
    return { floor, blocks: [...blocks, ...this.others(view).map(([x, z]) => [x, z, MANNERS] as const)] };
  }

  /** Where everybody else stands. */
  private others({ figures }: WorldView): GroundPoint[] {
    return figures.filter(({ id }) => id !== this.inside.session.you).map(({ at }) => at);
  }

  /** Back on the screen one stands where one stood in the headset. */
  private outOfVr(standing: Standing | null): void {
    if (standing && !this.calm) this.eyes.stand(standing.at, standing.facing);
    // The renderer still counts itself as in the headset until this event is over.
    requestAnimationFrame(() => this.fit());
    this.changed();
  }

  private fit(): void {
    const { clientWidth, clientHeight } = this.canvas;
    if (this.world.renderer.xr.isPresenting || clientWidth === 0 || clientHeight === 0) return;
    this.world.resize(clientWidth, clientHeight);
    // Nothing covers the calm place: it is shown as on any screen. A headset that was taken off has left its own lens here.
    putOn(this.world.camera, lensFor(this.calm ? SCREEN : clientWidth / clientHeight), clientWidth, clientHeight);
  }
}
