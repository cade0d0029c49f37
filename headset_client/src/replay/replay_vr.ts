/** A replay in the headset: the recorded room round one, the others who watch in it, and one row of large buttons. */
import { Group } from 'three';
import { shownAt } from '../room/shown';
import type { BodyPose } from '../session';
import type { Language } from '../wire/types.gen';
import { textIn } from '../words/say';
import type { World } from '../world';
import { type Body, bodyAt, rayId } from '../vr/body';
import { Captions } from '../vr/captions';
import { Choosing } from '../vr/choosing';
import { Hands } from '../vr/hands';
import { Headset, type Standing, standingOf } from '../vr/headset';
import { Message } from '../vr/message';
import { Placing, PUCKS, type Stance } from '../vr/placing';
import { Pucks, type PuckWords } from '../vr/pucks';
import type { Player } from './player';
import { type PuckName, REPLAY_PUCKS } from './replay_pucks';
import { TimeVr } from './time_vr';
import { TogetherVr } from './together_vr';
import type { Viewing } from './viewing';
import { nextEyes, seersOf } from './whose';

/** Where one reads while no cards stand there: clear of the faces of those who are near. Metres over the eyes. */
const READS_AT = -0.4;

export class ReplayVr {
  readonly headset: Headset;
  readonly time: TimeVr;
  /** Whose eyes one has taken: their figure is not drawn, since one stands in it. */
  of: string | null = null;
  /** The line that stands there to be read; null for none. */
  reads: string | null = null;
  private readonly over = new Group();
  private readonly buttons: Pucks<PuckName>;
  private readonly captions: Captions;
  private readonly message: Message;
  private readonly hands: Hands;
  private readonly choosing = new Choosing();
  private readonly at = new Placing(PUCKS);
  private standing: Standing | null = null;
  /** Null where one watches alone from a file. */
  private readonly together: TogetherVr | null;
  private fresh = true;

  constructor(
    private readonly world: World,
    private readonly player: Player,
    private readonly viewing: Viewing | null,
    changed: () => void,
  ) {
    world.overlay.add(this.over);
    this.buttons = new Pucks(this.over, REPLAY_PUCKS, (name) => this.press(name));
    this.captions = new Captions(this.over);
    this.message = new Message(this.over);
    this.time = new TimeVr(player);
    this.together = viewing && new TogetherVr(this.over, viewing);
    this.hands = new Hands(this.over);
    this.over.visible = false;
    this.headset = new Headset(world, {
      entered: () => {
        this.fresh = true;
        this.time.open = false;
        this.together?.begin();
        changed();
      },
      recentred: () => this.standing && this.headset.place(this.standing),
      left: () => {
        this.over.visible = false;
        this.hands.hide();
        this.take(null);
        changed();
      },
      // What is recorded cannot go wrong any more: a headset that comes off only makes the reel wait.
      off: () => this.player.play(false),
      pressed: (source) => this.pressBy(rayId(source)),
    });
  }

  /** Where the middle of each button and of each card's picture is, in the place's coordinates. */
  get spots(): { name: string; at: [number, number, number] }[] {
    return this.headset.on && this.over.visible ? [...this.buttons.spots, ...(this.together?.spots ?? [])] : [];
  }

  /** Draws the panels for this frame and lets them be chosen; the body, or null while it is not known. */
  update(frame: XRFrame, tongue: Language, dt: number): BodyPose | null {
    const where = this.headset.where(frame);
    const body = where && bodyAt(frame, where.floor, where.origin);
    if (!where || !body) return null;
    this.standing = standingOf(body.head);
    this.over.visible = true;
    const you: Stance = { ...this.standing, eye: body.head.p[1] };
    if (this.fresh) {
      this.at.put(you);
      this.choosing.dwell.rest(performance.now());
      this.fresh = false;
    }
    this.showCaptions(you, tongue);
    this.showPanels(you, tongue, dt);
    const choices = [...this.buttons.choices, ...(this.together?.choices ?? [])];
    this.choosing.update(choices, body.gaze, body.rays, body.tips, performance.now());
    this.together?.aim(body, this.choosing);
    this.hands.update(frame, where, body, new Map([...this.choosing.ends, ...(this.together?.pointing.ends ?? [])]));
    return poseOf(body);
  }

  private showPanels(you: Stance, tongue: Language, dt: number): void {
    const { under, dwell } = this.choosing;
    const at = this.at.follow(you, dt);
    this.together?.show(at, tongue, this.choosing);
    this.reads = this.together?.line(tongue) ?? this.standingWords(tongue);
    this.message.update(at, this.reads, this.together?.choosing ? undefined : READS_AT);
    this.buttons.update(at, this.words(tongue), under, (id) => dwell.progress(id));
  }

  private showCaptions(you: Stance, tongue: Language): void {
    const { scene } = this.player;
    if (!scene.state) return;
    const shown = shownAt(scene.state, '', 'live', tongue, this.player.position());
    this.captions.update(
      shown,
      you,
      (id) => this.world.eyePoint(id),
      (name) => `${textIn(tongue, 'room.thinking', { name })} …`,
    );
  }

  private words(tongue: Language): PuckWords<PuckName> {
    const { open } = this.time;
    const together = this.together?.words(tongue, open) ?? {};
    if (this.together?.choosing) return together;
    const eyes = open ? {} : { eyes: textIn(tongue, 're.eyes.next') };
    return { ...this.time.words(tongue), ...together, ...eyes, leave: textIn(tongue, 're.out') };
  }

  /** What is to be read while nobody says anything: whose eyes one has, whose time one sees, and where that is. */
  private standingWords(tongue: Language): string | null {
    const time = this.time.line(tongue);
    const whose = this.together?.whose(tongue, time !== null);
    const words = [this.seesWords(tongue), whose, time].filter(Boolean);
    return words.length > 0 ? words.join(' ') : null;
  }

  private seesWords(tongue: Language): string | null {
    const { state } = this.player.scene;
    const seer = state && seersOf(state).find(({ id }) => id === this.of);
    return seer ? textIn(tongue, 're.sees', { name: seer.name }) : null;
  }

  private pressBy(ray: string): void {
    this.choosing.press(ray);
    this.together?.pointing.press(ray);
  }

  private press(name: PuckName): void {
    switch (name) {
      case 'leave':
        return void this.headset.leave();
      case 'eyes':
        return this.takeNext();
      case 'point':
      case 'say':
      case 'note':
      case 'close':
      case 'wander':
      case 'rejoin':
        return this.together?.press(name);
      default:
        this.time.press(name);
        if (this.time.open) this.together?.pointing.end(performance.now());
    }
  }

  private takeNext(): void {
    const { state } = this.player.scene;
    if (state) this.take(nextEyes(state, this.of));
  }

  /** Puts one where that head is, once. One's own head is never turned nor carried along: that would make one ill. */
  private take(of: string | null): void {
    this.of = of;
    void this.viewing?.ask({ type: 'takeeyes', of });
    const eye = of === null ? null : this.world.eyePoint(of);
    if (eye && this.standing) this.headset.place(placedAt(this.standing, [eye.x, eye.z]));
    this.fresh = true;
  }
}

/** There, and looking the way one looks already. */
export function placedAt({ facing }: Standing, at: Standing['at']): Standing {
  return { at, facing };
}

function poseOf({ head, left, right }: Body): BodyPose {
  return { head, ...(left && { left }), ...(right && { right }), flat: false };
}
