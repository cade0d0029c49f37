import { MathUtils, Vector3, type Object3D } from 'three';
import type { Figure } from '../view';
import { TONES } from './expression';
import { BEHIND, directionTo, eyeOffset, headPitch, headYaw, torsoShare, type Direction } from './gaze';
import type { HeadMove } from './gestures';
import { Saccades } from './life';
import type { Motion } from './rig';
import { HEAD_CENTRE } from './skeleton';

const point = new Vector3();

/** Where eyes, head and trunk turn: the eyes go first, the head follows, the trunk comes last. */
export class Attention {
  readonly eyes = { x: 0, y: 0 };
  /** The wanted direction from the body's front. */
  readonly wanted: Direction = { yaw: 0, pitch: 0 };
  private readonly saccades: Saccades;
  private readonly sight = { x: 0, y: 0 };
  private yaw = 0;
  private pitch = 0;
  private roll = 0;
  private torso = 0;

  constructor(random: () => number) {
    this.saccades = new Saccades(random);
  }

  /** Decides where to look. `body` is the person in the world, `drop` how much lower than standing the hips are. */
  aim(figure: Figure, body: Object3D, drop: number, gazeDown: number, dt: number): void {
    const { wanted, saccades } = this;
    const target = figure.looksAt;
    saccades.step(dt, target ? 0.045 : 0.3);
    if (figure.thinking) {
      // a person who considers looks aside and up, and comes back
      wanted.yaw = 0.42 + saccades.x * 0.4;
      wanted.pitch = -0.2 + saccades.y * 0.4;
    } else if (target) {
      body.worldToLocal(point.set(target[0], target[1], target[2]));
      directionTo(wanted, point.x, point.y, point.z - 0.05, HEAD_CENTRE.y + drop);
      if (Math.abs(wanted.yaw) > BEHIND) wanted.yaw = Math.sign(wanted.yaw) * BEHIND * 0.5;
    } else if (figure.posture === 'phone') {
      wanted.yaw = -0.12 + saccades.x * 0.3;
      wanted.pitch = 0.62;
    } else {
      wanted.yaw = saccades.x;
      wanted.pitch = gazeDown + saccades.y;
    }
  }

  /** Turns head and trunk some of the way and writes them into `motion`; the eyes take what is left. */
  turn(figure: Figure, extra: HeadMove, time: number, tall: boolean, dt: number, motion: Motion): void {
    const { bearing } = TONES[figure.tone];
    const { wanted } = this;
    const still = figure.posture === 'lean';
    this.torso = MathUtils.damp(this.torso, still ? 0 : torsoShare(wanted.yaw), 1.6, dt);
    this.yaw = MathUtils.damp(this.yaw, headYaw(wanted.yaw, this.torso), 5, dt);
    this.pitch = MathUtils.damp(this.pitch, headPitch(wanted.pitch) + bearing.pitch + 0.012 * Math.sin(time * 0.9), 5, dt);
    this.roll = MathUtils.damp(this.roll, bearing.tilt * (tall ? 1 : -1) + 0.015 * Math.sin(time * 0.53), 3, dt);
    motion.torsoYaw = this.torso;
    motion.headYaw = this.yaw + extra.yaw;
    motion.headPitch = this.pitch + extra.pitch;
    motion.headRoll = this.roll + extra.roll;
    motion.lean = bearing.lean;
    eyeOffset(this.sight, wanted, this.torso, motion.headYaw, motion.headPitch + bearing.lean);
    const jitter = figure.looksAt ? 1 : 0;
    this.eyes.x = MathUtils.damp(this.eyes.x, this.sight.x + jitter * this.saccades.x * 1.6, 28, dt);
    this.eyes.y = MathUtils.damp(this.eyes.y, this.sight.y - jitter * this.saccades.y * 1.6, 28, dt);
  }

  /** Lets the eyes rest straight ahead with small jumps: for a head that is moved by its owner. */
  ahead(dt: number): void {
    this.saccades.step(dt, 0.12);
    this.eyes.x = MathUtils.damp(this.eyes.x, this.saccades.x, 28, dt);
    this.eyes.y = MathUtils.damp(this.eyes.y, -this.saccades.y, 28, dt);
  }
}
