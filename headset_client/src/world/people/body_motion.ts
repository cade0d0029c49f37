import { MathUtils } from 'three';
import type { Figure, PostureName } from '../view';
import { applyGesture, handToChin, holdOut, talkWithHands, type HeadMove } from './gestures';
import type { Look } from './looks';
import { handsAreFree, isSeated, POSTURES } from './postures';
import { REST_HEIGHT, restPosition } from './skeleton';
import { AT, blend, type Stance } from './stance';
import { mouthTrack, shareOf, stressAt, type MouthTrack } from './speech';
import { shuffleInto, strideLength, strideOn, walkInto } from './walk';

const HIPS_HEIGHT = restPosition('hips').y;

/** Posture, steps and gestures of one body, blended into one stance. */
export class BodyMotion {
  /** What the rig shall do now. */
  readonly stance: Stance = POSTURES.stand.slice();
  /** What gestures ask of the head now. */
  readonly head: HeadMove = { yaw: 0, pitch: 0, roll: 0 };
  /** How strongly a word is stressed now, 0..1. */
  stress = 0;
  private readonly rest: Stance = POSTURES.stand.slice();
  private readonly goal: Stance = POSTURES.stand.slice();
  private readonly steps: Stance = POSTURES.stand.slice();
  private phase = 0;
  private walking = 0;
  private shuffling = 0;
  private talking = 0;
  private thinking = 0;
  private holding = 0;
  private line = '';
  private track: MouthTrack = mouthTrack('');

  constructor(
    private readonly look: Look,
    private readonly leads: 'L' | 'R',
  ) {}

  get isWalking(): boolean {
    return this.walking > 0.5;
  }

  /** The mouth shapes of what is being said. */
  trackOf(text: string): MouthTrack {
    if (text !== this.line) {
      this.line = text;
      this.track = mouthTrack(text);
    }
    return this.track;
  }

  private aimFor(figure: Figure): Stance {
    this.goal.set(POSTURES[figure.posture]);
    if (isSeated(figure.posture)) {
      const padding = this.look.top.kind === 'coat' ? 0.104 : 0.088;
      const height = ((figure.seat ?? 0.45) * REST_HEIGHT) / this.look.height;
      this.goal[AT.hips + 1] = height + padding * Math.sqrt(this.look.girth) - HIPS_HEIGHT;
    }
    return this.goal;
  }

  /** Takes the posture of a figure without moving there. */
  settle(figure: Figure): void {
    this.rest.set(this.aimFor(figure));
    this.walking = figure.speed > 0.05 ? 1 : 0;
  }

  /**
   * Moves on by `dt` seconds. `speed` is the walk along the front in m/s, `turning` how fast the body turns (rad/s),
   * `aim` the direction of what is pointed at.
   */
  step(figure: Figure, speed: number, now: number, dt: number, turning: number, aim: number): void {
    const { stance, head } = this;
    blend(this.rest, this.aimFor(figure), 1 - Math.exp(-4 * dt));
    stance.set(this.rest);
    this.walk(speed, figure.posture, dt, turning);
    head.yaw = head.pitch = head.roll = 0;
    this.speak(figure, now, dt);
    this.think(figure, dt);
    this.holding = MathUtils.damp(this.holding, figure.holds && !this.isWalking ? 1 : 0, 4, dt);
    if (this.holding > 0.01) holdOut(stance, this.holding);
    if (figure.gesture) applyGesture(figure.gesture.name, (now - figure.gesture.since) / 1000, stance, head, aim);
  }

  private walk(speed: number, posture: PostureName, dt: number, turning: number): void {
    const pace = Math.abs(speed);
    this.walking = MathUtils.damp(this.walking, pace > 0.05 ? 1 : 0, 9, dt);
    const turnSteps = isSeated(posture) ? 0 : MathUtils.clamp((Math.abs(turning) - 0.35) / 1.2, 0, 1);
    this.shuffling = MathUtils.damp(this.shuffling, turnSteps, 8, dt);
    this.phase = strideOn(this.phase, pace > 0.05 ? pace : this.shuffling * 1.1, dt);
    if (this.walking > 0.01) {
      walkInto(this.steps, speed < 0 ? 1 - this.phase : this.phase, strideLength(pace));
      blend(this.stance, this.steps, this.walking);
    }
    if (this.shuffling > 0.02) shuffleInto(this.stance, this.phase, this.shuffling * (1 - this.walking));
  }

  private speak({ speaking, posture }: Figure, now: number, dt: number): void {
    const share = shareOf(speaking, now);
    this.talking = MathUtils.damp(this.talking, share === null ? 0 : 1, 3.5, dt);
    this.stress = 0;
    if (speaking && share !== null) {
      this.stress = stressAt(this.trackOf(speaking.text), share, (speaking.until - speaking.since) / 1000);
    }
    this.head.pitch += this.stress * 0.045;
    if (this.talking < 0.02 || !handsAreFree(posture)) return;
    const most = isSeated(posture) ? 0.45 : 0.85;
    talkWithHands(this.stance, this.talking * most * (0.65 + 0.35 * this.stress), this.stress, this.leads);
  }

  private think({ thinking, posture }: Figure, dt: number): void {
    this.thinking = MathUtils.damp(this.thinking, thinking ? 1 : 0, 2.2, dt);
    if (this.thinking < 0.01) return;
    this.head.roll += 0.09 * this.thinking;
    this.head.pitch -= 0.05 * this.thinking;
    if (posture === 'stand' || posture === 'pockets') handToChin(this.stance, this.thinking * (1 - this.walking));
  }
}
