import { BoxGeometry, Group, MathUtils, Mesh, MeshLambertMaterial, SkinnedMesh, Sphere, Vector3 } from 'three';
import type { Figure } from '../view';
import { Attention } from './attention';
import { BodyMotion } from './body_motion';
import { Eased, TONES, VISEMES } from './expression';
import { Face, type FaceState } from './face/face';
import { turnTo } from './gaze';
import { EYE } from './head';
import { Blinking, seeded, seedOf } from './life';
import { lookOf, type Look } from './looks';
import { cueThing, gripOf } from '../things/cue_parts';
import { clothMaterial, faceMaterial, type Veil } from './material';
import { applyStance, type Motion } from './rig';
import { createBones, HEAD_CENTRE, HEAD_SIZE, REST_HEIGHT, restPosition, type Bones } from './skeleton';
import type { Detail } from './skin_builder';
import { mouthAt, shareOf } from './speech';
import { AT } from './stance';
import { TrackedBody } from './tracked';
import { dress } from './wardrobe';

const PHONE = new BoxGeometry(0.009, 0.145, 0.07);
const PHONE_PAINT = new MeshLambertMaterial({ color: '#22262b' });
const EYE_OFFSET = new Vector3(0, EYE.y, 0.085);
const DEGREES = Math.PI / 180;
/** The most a body turns in a second, radians. */
const TURN_SPEED = 3;

/** One person: a skinned body (clothes, hair, hands), a painted head, sometimes a phone. Two or three draw calls. */
export class Person extends Group {
  readonly bones: Bones;
  readonly face: Face;
  readonly look: Look;
  detail: Detail = 'near';
  private readonly veil: Veil = { presence: { value: 0 }, grey: { value: 0 } };
  private readonly body: SkinnedMesh;
  private readonly head: Mesh;
  private readonly phone: Mesh;
  private held: { part: string; thing: Group } | null = null;
  private readonly motion: Motion = { breath: 0, shift: 0, torsoYaw: 0, lean: 0, headYaw: 0, headPitch: 0, headRoll: 0 };
  private readonly moves: BodyMotion;
  private readonly attention: Attention;
  private readonly blinking: Blinking;
  private readonly tracking = new TrackedBody();
  private readonly expression = new Eased(TONES.neutral.face);
  private readonly mouth = new Eased(VISEMES.sil as { open: number; width: number; round: number });
  private readonly faceState: FaceState;
  private time: number;
  private walkSpeed = 0;
  private leaving = false;

  constructor(public figure: Figure) {
    super();
    this.look = lookOf(figure.look);
    const random = seeded(seedOf(figure.id));
    this.time = random() * 20;
    this.moves = new BodyMotion(this.look, random() < 0.85 ? 'R' : 'L');
    this.attention = new Attention(random);
    this.blinking = new Blinking(random);
    const { bones, skeleton } = createBones(this.look.shoulders);
    this.bones = bones;
    this.face = new Face(this.look);
    const shape = dress(figure.look, 'near');
    this.body = new SkinnedMesh(shape.body, clothMaterial(this.veil));
    this.body.boundingSphere = new Sphere(new Vector3(0, 0.9, 0), 1.3);
    this.body.receiveShadow = true;
    this.add(bones.hips, this.body);
    this.body.bind(skeleton);
    this.head = new Mesh(shape.head, faceMaterial(this.veil, this.face.texture));
    this.head.position.copy(HEAD_CENTRE).sub(restPosition('head'));
    bones.head.add(this.head);
    bones.head.scale.setScalar(HEAD_SIZE);
    this.phone = new Mesh(PHONE, PHONE_PAINT);
    this.phone.position.set(0.03, -0.1, 0.012);
    this.phone.visible = false;
    bones.handR.add(this.phone);
    this.scale.setScalar(this.look.height / REST_HEIGHT);
    this.faceState = { expression: this.expression.now, mouth: this.mouth.now, gazeX: 0, gazeY: 0, blink: 0 };
    this.moves.settle(figure);
    this.rotation.y = figure.facing * DEGREES;
    this.show(figure);
    this.face.paint(this.faceState);
  }

  /** Takes what the room says about this person; position at once, the rest over the next moments. */
  show(figure: Figure): void {
    this.figure = figure;
    this.leaving = false;
    if (!figure.tracked) this.position.set(figure.at[0], 0, figure.at[1]);
    this.take(figure.holds);
  }

  /** Puts a thing into the right hand, upright once the hand is held out; nothing takes it away again. */
  private take(part: string | undefined): void {
    if (this.held?.part === part) return;
    this.held?.thing.removeFromParent();
    this.held = null;
    if (part === undefined) return;
    const thing = cueThing(part);
    this.held = { part, thing };
    thing.rotation.x = Math.PI / 2;
    thing.position.set(0.038, -0.095, -gripOf(part));
    thing.scale.setScalar(0.001);
    this.bones.handR.add(thing);
  }

  /** 0 not there yet, or no more .. 1 here. */
  get presence(): number {
    return this.veil.presence.value;
  }

  /** A point a little above the hair, in the world. */
  crown(into: Vector3): Vector3 {
    into.setFromMatrixPosition(this.bones.head.matrixWorld);
    into.y += 0.3 * this.scale.y;
    return into;
  }

  /** Lets the person fade; ask `isGone` when it is over. */
  leave(): void {
    this.leaving = true;
  }

  get isGone(): boolean {
    return this.leaving && this.veil.presence.value <= 0.01;
  }

  setDetail(detail: Detail): void {
    if (detail === this.detail) return;
    this.detail = detail;
    const shape = dress(this.figure.look, detail);
    this.body.geometry = shape.body;
    this.head.geometry = shape.head;
  }

  /** Fades in or out, and turns grey, over `dt` seconds: also while the room is frozen. */
  appear(dt: number): void {
    const { presence, grey } = this.veil;
    presence.value = MathUtils.clamp(presence.value + (this.leaving ? -dt : dt) / 0.6, 0, 1);
    if (this.held) this.held.thing.scale.setScalar(MathUtils.damp(this.held.thing.scale.x, presence.value, 5, dt));
    grey.value = MathUtils.damp(grey.value, this.figure.away ? 0.85 : 0, 2, dt);
  }

  /** Moves on by `seconds`; `now` is the clock of gestures and speech in milliseconds. Whoever is away stands still. */
  update(now: number, seconds: number): void {
    const { figure } = this;
    const dt = figure.away ? 0 : seconds;
    this.time += dt;
    this.feel(now, dt);
    const turning = this.turnBody(dt);
    this.attention.aim(figure, this, this.moves.stance[AT.hips + 1]!, this.moves.stance[AT.gaze]!, dt);
    this.moves.step(figure, figure.tracked ? this.walkSpeed : figure.speed, now, dt, turning, this.attention.wanted.yaw);
    this.pose(dt);
    this.phone.visible = figure.posture === 'phone' && !this.moves.isWalking;
    this.faceState.gazeX = this.attention.eyes.x;
    this.faceState.gazeY = this.attention.eyes.y;
    this.faceState.blink = this.blinking.step(dt, figure.speaking || figure.thinking ? 1.6 : 1);
  }

  private turnBody(dt: number): number {
    const { tracked, facing } = this.figure;
    if (tracked) {
      const before = this.rotation.y;
      this.walkSpeed = this.tracking.place(this, tracked, this.look.height / REST_HEIGHT, dt);
      this.updateMatrixWorld();
      return dt > 0 ? turnTo(before, this.rotation.y) / dt : 0;
    }
    const off = turnTo(this.rotation.y, facing * DEGREES);
    const step = MathUtils.clamp(off * (1 - Math.exp(-5 * dt)), -TURN_SPEED * dt, TURN_SPEED * dt);
    this.rotation.y += step;
    this.updateWorldMatrix(true, false);
    return dt > 0 ? step / dt : 0;
  }

  private pose(dt: number): void {
    const { motion, figure, moves } = this;
    motion.breath = Math.sin(this.time * (figure.thinking ? 1.1 : 1.45));
    motion.shift = Math.sin(this.time * 0.31) * 0.75 + 0.4 * Math.sin(this.time * 0.17 + 2);
    if (figure.tracked) {
      this.attention.ahead(dt);
      this.tracking.follow(this, figure.tracked, moves.stance, motion);
    } else this.attention.turn(figure, moves.head, this.time, this.look.height > 1.7, dt, motion);
    applyStance(this.bones, moves.stance, motion);
    if (figure.tracked) this.tracking.hands(this, figure.tracked, this.bones);
  }

  private feel(now: number, dt: number): void {
    const { speaking, tone } = this.figure;
    this.expression.toward(TONES[tone].face, 5, dt);
    const share = shareOf(speaking, now);
    const shape = speaking && share !== null ? mouthAt(this.moves.trackOf(speaking.text), share) : 'sil';
    this.mouth.toward(VISEMES[shape], 20, dt);
  }

  get isBlinking(): boolean {
    return this.faceState.blink > 0.05;
  }

  /** Whether the face looks different from its picture. */
  get needsPaint(): boolean {
    return this.face.differs(this.faceState);
  }

  paint(): void {
    this.face.paint(this.faceState);
  }

  /** The point between the eyes, for others to look at. Metres in the world. */
  eyePoint(into = new Vector3()): Vector3 {
    this.bones.head.updateWorldMatrix(true, false);
    return this.bones.head.localToWorld(into.copy(HEAD_CENTRE).sub(restPosition('head')).add(EYE_OFFSET));
  }

  /** Frees what only this person has. Materials are left to the collector: disposing the last one would throw away its program. */
  override dispose(): void {
    this.face.dispose();
    this.body.skeleton.dispose();
    this.removeFromParent();
  }
}
