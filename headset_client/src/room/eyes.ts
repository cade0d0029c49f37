import type { PerspectiveCamera } from 'three';
import type { GroundPoint } from '../world/view';
import { type Ground, walked } from './walk';

export const EYE_HEIGHT = 1.6;
const DEGREES_A_PIXEL = 0.18;
const TURN = 70;
const STEEPEST = 60;

/** The ways a key or a button on the screen moves one. */
export type Move = 'ahead' | 'behind' | 'left' | 'right' | 'turn-left' | 'turn-right';

const KEYS: Readonly<Record<string, Move>> = {
  w: 'ahead',
  s: 'behind',
  a: 'left',
  d: 'right',
  ArrowUp: 'ahead',
  ArrowDown: 'behind',
  ArrowLeft: 'turn-left',
  ArrowRight: 'turn-right',
};

/** The eyes of one who sits at a flat screen: dragged round with mouse or finger, walked with keys or buttons. */
export class Eyes {
  at: GroundPoint = [0, 0];
  facing = 0;
  pitch = 0;
  private readonly moves = new Set<Move>();
  private dragged: { id: number; x: number; y: number } | null = null;
  private readonly listening = new AbortController();

  constructor(private readonly ground: HTMLElement) {
    const { signal } = this.listening;
    ground.addEventListener('pointerdown', (event) => this.grab(event), { signal });
    ground.addEventListener('pointermove', (event) => this.drag(event), { signal });
    for (const end of ['pointerup', 'pointercancel'] as const) ground.addEventListener(end, () => (this.dragged = null), { signal });
    window.addEventListener('keydown', (event) => this.key(event, true), { signal });
    window.addEventListener('keyup', (event) => this.key(event, false), { signal });
    window.addEventListener('blur', () => this.moves.clear(), { signal });
  }

  close(): void {
    this.listening.abort();
  }

  stand(at: GroundPoint, facing: number): void {
    this.at = at;
    this.facing = facing;
    this.pitch = 0;
  }

  move(move: Move, on: boolean): void {
    if (on) this.moves.add(move);
    else this.moves.delete(move);
  }

  /** Walks and turns for `seconds`, and puts the camera where the eyes are. */
  update(seconds: number, ground: Ground, camera: PerspectiveCamera): void {
    const has = (move: Move) => Number(this.moves.has(move));
    this.facing += (has('turn-left') - has('turn-right')) * TURN * seconds;
    const ahead = has('ahead') - has('behind');
    const aside = has('right') - has('left');
    if (ahead !== 0 || aside !== 0) this.at = walked(this.at, this.facing, ahead, aside, seconds, ground);
    camera.position.set(this.at[0], EYE_HEIGHT, this.at[1]);
    camera.rotation.set((this.pitch * Math.PI) / 180, ((this.facing + 180) * Math.PI) / 180, 0, 'YXZ');
    camera.updateMatrixWorld();
  }

  private grab(event: PointerEvent): void {
    this.ground.setPointerCapture(event.pointerId);
    this.dragged = { id: event.pointerId, x: event.clientX, y: event.clientY };
  }

  private drag(event: PointerEvent): void {
    if (this.dragged?.id !== event.pointerId) return;
    this.facing += (event.clientX - this.dragged.x) * DEGREES_A_PIXEL;
    this.pitch = clamp(this.pitch + (event.clientY - this.dragged.y) * DEGREES_A_PIXEL, -STEEPEST, STEEPEST);
    this.dragged = { id: event.pointerId, x: event.clientX, y: event.clientY };
  }

  private key(event: KeyboardEvent, down: boolean): void {
    const move = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (move === undefined) return;
    const elsewhere = event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target);
    if (!down || !elsewhere) this.move(move, down);
  }
}

/** Keys belong to a text box or an open sheet before they belong to the legs. */
function isTaken(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [role="dialog"]') !== null;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
