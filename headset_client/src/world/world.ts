import { Group, LinearToneMapping, PCFShadowMap, PerspectiveCamera, Scene, Vector3, WebGLRenderer } from 'three';
import { Crowd } from './people/crowd';
import { fogOf, sunOf } from './places/light';
import { FootShadows } from './places/foot_shadows';
import { Place } from './places/place';
import { NamePlates } from './things/name_plates';
import type { WorldView } from './view';

export interface WorldOptions {
  antialias?: boolean;
  pixelRatio?: number;
  /** Lets others start a WebXR session on this renderer. */
  xr?: boolean;
  /** Keeps the picture after it was shown, for screenshots. */
  preserve?: boolean;
}

const MOST_PEOPLE = 24;
const CALM = 'calm';
/** Seconds after the first picture. */
const PREPARE_AFTER = 1.5;
/** A longer pause than this, in seconds, is treated as one step of this length: nobody jumps after a hidden tab. */
const LONGEST_STEP = 0.1;

/** The room as a picture. Give it what is so with `show`, and let it draw with `render`; it decides nothing. */
export class World {
  readonly renderer: WebGLRenderer;
  readonly scene = new Scene();
  readonly camera = new PerspectiveCamera(62, 1, 0.05, 200);
  /** Where others put panels; nothing here is touched by the world. */
  readonly overlay = new Group();
  private readonly crowd = new Crowd();
  private readonly shadows = new FootShadows(MOST_PEOPLE);
  private readonly plates = new NamePlates(MOST_PEOPLE);
  private readonly places = new Map<string, Place>();
  private place: Place | null = null;
  private frozen = false;
  private pace = 1;
  private seconds = 0;
  /** The clock of gestures and speech; it stands while the room is frozen. */
  private clock = 0;

  constructor(canvas: HTMLCanvasElement, options: WorldOptions = {}) {
    this.renderer = new WebGLRenderer({
      canvas,
      antialias: options.antialias ?? true,
      preserveDrawingBuffer: options.preserve ?? false,
      powerPreference: 'high-performance',
    });
    this.renderer.setPixelRatio(options.pixelRatio ?? Math.min(2, globalThis.devicePixelRatio || 1));
    this.renderer.toneMapping = LinearToneMapping;
    this.renderer.shadowMap.enabled = true;
    this.renderer.shadowMap.type = PCFShadowMap;
    this.renderer.xr.enabled = options.xr ?? false;
    this.camera.position.set(0, 1.6, 2);
    this.scene.add(this.crowd.group, this.shadows.mesh, this.plates.mesh, this.overlay);
  }

  /** Takes what the room says now. Cheap to call for every message: only what differs is touched. */
  show(view: WorldView): void {
    if (view.place !== (this.place?.id ?? '')) this.open(view.place);
    this.place?.show(view);
    this.frozen = view.frozen;
    this.pace = view.pace ?? 1;
    this.crowd.show(view.figures);
  }

  private open(id: string): void {
    if (this.place) this.place.group.visible = false;
    this.crowd.clear();
    this.place = id === '' ? null : this.built(id);
    if (!this.place) return;
    this.place.group.visible = true;
    this.scene.fog = fogOf(this.place.mood);
    this.shadows.sunFrom(sunOf(this.place.mood));
  }

  /** Places are kept once built: Stop must open the calm place at once. */
  private built(id: string): Place {
    const known = this.places.get(id);
    if (known) return known;
    const place = new Place(id, this.renderer);
    place.group.visible = false;
    this.places.set(id, place);
    this.scene.add(place.group);
    return place;
  }

  /** Builds the calm place, and the programs of people, ahead of need: once, soon after the first place is shown. */
  private prepareAhead(): void {
    if (this.places.has(CALM) || this.seconds < PREPARE_AFTER) return;
    const calm = this.built(CALM);
    // programs depend on the number of lights, so only one place may shine while they are made
    if (this.place) this.place.group.visible = false;
    calm.group.visible = true;
    this.crowd.rehearse(() => this.renderer.compile(this.scene, this.camera));
    calm.group.visible = false;
    if (this.place) this.place.group.visible = true;
  }

  /** Moves everything on without drawing; see `render`. */
  advance(now: number, dt: number, hide?: string): void {
    const live = Math.min(LONGEST_STEP, Math.max(0, dt));
    const step = this.frozen ? 0 : live * this.pace;
    this.seconds += dt;
    this.place?.update(step, dt);
    this.prepareAhead();
    this.camera.updateMatrixWorld();
    if (!this.frozen) this.clock = now;
    this.crowd.update(this.clock, { step, live, dt }, this.camera, hide);
    this.crowd.mark(this.shadows, this.plates);
  }

  /**
   * Draws one frame. `now` is the clock of gestures and speech in milliseconds, `dt` the seconds since the last frame,
   * `hide` the figure that is not drawn: the viewer's own.
   */
  render(now: number, dt: number, hide?: string): void {
    this.advance(now, dt, hide);
    this.renderer.render(this.scene, this.camera);
  }

  /** What is under way is as it is so many seconds after it was told: a recording has been put to another moment. */
  jump(view: WorldView, seconds: number): void {
    this.place?.jump(view, seconds);
  }

  /** The point between a person's eyes, in the world; null for nobody. */
  eyePoint(id: string): Vector3 | null {
    return this.crowd.get(id)?.eyePoint() ?? null;
  }

  /** What the last picture cost for each eye: a headset draws everything once an eye. */
  stats(): { calls: number; triangles: number; figures: number } {
    const { render } = this.renderer.info;
    const { xr } = this.renderer;
    const eyes = xr.isPresenting ? Math.max(1, xr.getCamera().cameras.length) : 1;
    return { calls: render.calls / eyes, triangles: render.triangles / eyes, figures: this.crowd.size };
  }

  /** Fits the flat picture to a size in CSS pixels. */
  resize(width: number, height: number): void {
    this.renderer.setSize(width, height, false);
    this.camera.aspect = width / height;
    this.camera.updateProjectionMatrix();
  }

  dispose(): void {
    this.crowd.dispose();
    for (const place of this.places.values()) place.dispose();
    this.shadows.dispose();
    this.plates.dispose();
    this.renderer.dispose();
  }
}
