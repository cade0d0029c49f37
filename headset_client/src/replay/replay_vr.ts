/** A replay in the headset: the recorded room round one, the others who watch in it, and a few large buttons. */
import eye from 'lucide-static/icons/eye.svg?url';
import door from 'lucide-static/icons/door-open.svg?url';
import pause from 'lucide-static/icons/pause.svg?url';
import play from 'lucide-static/icons/play.svg?url';
import back from 'lucide-static/icons/rotate-ccw.svg?url';
import { Group } from 'three';
import { shownAt } from '../room/shown';
import type { BodyPose } from '../session';
import type { Language, Talked } from '../wire/types.gen';
import { textIn } from '../words/say';
import type { World } from '../world';
import { type Body, bodyAt, rayId } from '../vr/body';
import { Captions } from '../vr/captions';
import { Choosing } from '../vr/choosing';
import { Hands } from '../vr/hands';
import { Headset, type Standing, standingOf } from '../vr/headset';
import { Message } from '../vr/message';
import { Placing, PUCKS, type Stance } from '../vr/placing';
import { type PuckKind, Pucks, type PuckWords } from '../vr/pucks';
import type { Player } from './player';
import type { Viewing } from './viewing';
import { nextEyes, seersOf } from './whose';

type Button = 'play' | 'pause' | 'back' | 'eyes' | 'leave';

export const BACK_MS = 10_000;
/** How long a line of another watcher stands before one. */
const TALK_MS = 10_000;
/** Two to each side and below the eyes, so that faces stay free. */
const BUTTONS: Record<Button, PuckKind> = {
  back: { drawing: back, size: 0.15, aside: -32, above: -0.5 },
  play: { drawing: play, size: 0.17, aside: -11, above: -0.52 },
  pause: { drawing: pause, size: 0.17, aside: -11, above: -0.52 },
  eyes: { drawing: eye, size: 0.17, aside: 11, above: -0.52 },
  leave: { drawing: door, size: 0.15, aside: 32, above: -0.5 },
};

export class ReplayVr {
  readonly headset: Headset;
  /** Whose eyes one has taken: their figure is not drawn, since one stands in it. */
  of: string | null = null;
  private readonly over = new Group();
  private readonly buttons: Pucks<Button>;
  private readonly captions: Captions;
  private readonly message: Message;
  private readonly hands: Hands;
  private readonly choosing = new Choosing();
  private readonly at = new Placing(PUCKS);
  private standing: Standing | null = null;
  private talk: { last: Talked | null; since: number } = { last: null, since: 0 };
  private fresh = true;

  constructor(
    private readonly world: World,
    private readonly player: Player,
    private readonly viewing: Viewing | null,
    changed: () => void,
  ) {
    world.overlay.add(this.over);
    this.buttons = new Pucks(this.over, BUTTONS, (name) => this.press(name));
    this.captions = new Captions(this.over);
    this.message = new Message(this.over);
    this.hands = new Hands(this.over);
    this.over.visible = false;
    this.headset = new Headset(world, {
      entered: () => {
        this.fresh = true;
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
      pressed: (source) => this.choosing.press(rayId(source)),
    });
  }

  /** Where the middle of each button is, in the place's coordinates. */
  get spots(): { name: string; at: [number, number, number] }[] {
    return this.headset.on && this.over.visible ? this.buttons.spots : [];
  }

  /** Draws the buttons for this frame and lets them be pressed; the body, or null while it is not known. */
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
    this.message.update(you, this.talkedOf() ?? (this.of === null ? null : this.seesWords(tongue)));
    const progress = (id: string) => this.choosing.dwell.progress(id);
    this.buttons.update(this.at.follow(you, dt), this.words(tongue), this.choosing.under, progress);
    this.choosing.update(this.buttons.choices, body.gaze, body.rays, body.tips, performance.now());
    this.hands.update(frame, where, body, this.choosing.ends);
    return poseOf(body);
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

  private words(tongue: Language): PuckWords<Button> {
    const going = this.player.playing.running ? { pause: textIn(tongue, 're.pause') } : { play: textIn(tongue, 're.play') };
    return {
      ...going,
      back: textIn(tongue, 're.ten'),
      eyes: textIn(tongue, 're.eyes.next'),
      leave: textIn(tongue, 're.out'),
    };
  }

  private seesWords(tongue: Language): string | null {
    const { state } = this.player.scene;
    const seer = state && seersOf(state).find(({ id }) => id === this.of);
    return seer ? textIn(tongue, 're.sees', { name: seer.name }) : null;
  }

  /** What another watcher has just written; null when it has stood long enough to be read. */
  private talkedOf(): string | null {
    const { viewing, talk } = this;
    const last = viewing?.talked.at(-1);
    if (last && last !== talk.last) this.talk = { last, since: performance.now() };
    const { last: line, since } = this.talk;
    if (!line || line.by === viewing?.session.you || performance.now() - since > TALK_MS) return null;
    return `${line.name}: ${line.text}`;
  }

  private press(name: Button): void {
    const { player } = this;
    if (name === 'play') player.play(true);
    else if (name === 'pause') player.play(false);
    else if (name === 'back') player.seek(player.position() - BACK_MS);
    else if (name === 'leave') void this.headset.leave();
    else this.takeNext();
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
