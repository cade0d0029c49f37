/** Pointing at the ground in the headset: by looking at one spot for long enough, or with a hand's ray and a press. */
import type { Ray } from '../vr/choosing';
import { Dwell } from '../vr/dwell';
import type { GroundPoint } from '../world/view';

/** Metres along the ground: nearer are one's own feet, and who looks at a face would hit the ground farther off. */
const NEAREST = 0.7;
const FARTHEST = 8;
/** Looking stays on a spot while it is no farther than this from where it began, and this share of the way to it. */
const UNSTEADY = 0.2;
const UNSTEADY_SHARE = 0.05;
/** Who looks so near to where they point already, in metres, only looks at it. */
const THERE = 0.5;

/** The ground that a ray meets; null for what is above it, at one's feet or too far off. */
export function groundUnder({ from, towards }: Ray): GroundPoint | null {
  if (from.y <= 0 || towards.y >= 0) return null;
  const far = -from.y / towards.y;
  const [dx, dz] = [towards.x * far, towards.z * far];
  const away = Math.hypot(dx, dz);
  return away >= NEAREST && away <= FARTHEST ? [from.x + dx, from.z + dz] : null;
}

/** Where head and hands aim at the ground just now, and how far a look has come. Times in ms, given by the caller. */
export class Aiming {
  /** Where the head looks; null while that is not at the ground, or where one points already. */
  looked: GroundPoint | null = null;
  /** Where each hand's ray meets the ground. */
  readonly hands = new Map<string, GroundPoint>();
  private readonly dwell = new Dwell();
  private began: GroundPoint | null = null;
  private spots = 0;

  /** 0-1 of the ring round `looked`. */
  get progress(): number {
    return this.dwell.progress(`${this.spots}`);
  }

  /** Told at every frame the rays that meet nothing nearer; answers the spot that was just looked at long enough. */
  update(head: Ray | null, hands: readonly Ray[], pointsAt: GroundPoint | null, now: number): GroundPoint | null {
    this.hands.clear();
    for (const ray of hands) {
      const at = groundUnder(ray);
      if (at) this.hands.set(ray.id, at);
    }
    const seen = head && groundUnder(head);
    this.looked = seen && !(pointsAt && apart(seen, pointsAt) < THERE) ? seen : null;
    if (head && this.looked) this.follow(this.looked, Math.hypot(this.looked[0] - head.from.x, this.looked[1] - head.from.z));
    const done = this.dwell.look(this.looked && `${this.spots}`, now);
    return done === null ? null : this.looked;
  }

  /** Aims at nothing, and begins anew when it is told of rays again. */
  rest(now: number): void {
    this.looked = null;
    this.hands.clear();
    this.dwell.rest(now);
  }

  private follow(at: GroundPoint, away: number): void {
    if (this.began && apart(at, this.began) <= UNSTEADY + UNSTEADY_SHARE * away) return;
    this.began = at;
    this.spots += 1;
  }
}

function apart(a: GroundPoint, b: GroundPoint): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
