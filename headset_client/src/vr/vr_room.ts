import { Group } from 'three';
import { RecordingPanels } from '../recording/panels';
import { consentOf } from '../recording/consent';
import { calmNote, LINES } from '../room/calm_words';
import type { Inside } from '../room/inside';
import type { Shown } from '../room/shown';
import { messageIn } from '../room/told';
import type { BodyPose } from '../session';
import type { Language } from '../wire/types.gen';
import { textIn } from '../words/say';
import type { World } from '../world';
import { type Body, bodyAt, rayId } from './body';
import { CalmPanels, type CalmWords } from './calm';
import { Captions } from './captions';
import { Cards } from './cards';
import { Choosing } from './choosing';
import { Hands } from './hands';
import { Headset, type Standing, standingOf } from './headset';
import { Message } from './message';
import { CARDS, Placing, PUCKS, type Stance } from './placing';
import { Pucks, type PuckWords } from './pucks';
import { type PuckName, ROOM_PUCKS } from './room_pucks';
import { RoundVr } from './round_vr';

/** What the headset is to show in one frame. */
export interface Frame {
  shown: Shown;
  tongue: Language;
  calm: boolean;
  /** The clock of looking and waiting, in ms. */
  now: number;
  /** Seconds since the frame before. */
  dt: number;
}

/** The room as one in a headset meets it: panels that stand in the world, hands, and what they choose. */
export class VrRoom {
  readonly headset: Headset;
  /** Where the person stood at the last frame. */
  standing: Standing | null = null;
  private readonly over = new Group();
  private readonly cards: Cards;
  private readonly pucks: Pucks<PuckName>;
  private readonly round: RoundVr;
  private readonly captions: Captions;
  private readonly message: Message;
  private readonly calm: CalmPanels;
  private readonly recording: RecordingPanels;
  private readonly hands: Hands;
  private readonly choosing = new Choosing();
  private readonly cardsAt = new Placing(CARDS);
  private readonly pucksAt = new Placing(PUCKS);
  private stopHeld = false;
  private fresh = true;

  constructor(
    private readonly world: World,
    private readonly inside: Inside,
    private readonly left: (asked: boolean, standing: Standing | null) => void,
  ) {
    world.overlay.add(this.over);
    this.cards = new Cards(this.over, (card) => void inside.choose(card));
    this.pucks = new Pucks(this.over, ROOM_PUCKS, (name) => this.press(name));
    this.round = new RoundVr(this.over, inside, this.choosing);
    this.captions = new Captions(this.over);
    this.message = new Message(this.over);
    this.calm = new CalmPanels(this.over, (way) => (way === 'back' ? void inside.stopping.back() : inside.leave()));
    this.recording = new RecordingPanels(this.over, (agree) => void inside.consent(agree));
    this.hands = new Hands(this.over);
    this.over.visible = false;
    this.headset = new Headset(world, {
      entered: () => this.begin(),
      recentred: () => this.standing && this.putAt(this.standing),
      left: (asked) => this.end(asked),
      off: () => this.takenOff(),
      pressed: (source) => this.choosing.press(rayId(source)),
    });
  }

  /** Where each card's picture is, in the place's coordinates. */
  get spots(): { meaning: string; at: [number, number, number] }[] {
    return this.headset.on && this.over.visible ? this.cards.spots : [];
  }

  /** Where one looks to say yes or no to a recording, or to change that. */
  get answers(): { agree: boolean; at: [number, number, number] }[] {
    return this.headset.on && this.over.visible ? this.recording.spots : [];
  }

  /** Where one looks to say how hard it is, and what one would like next. */
  get asked(): Pick<RoundVr, 'ratings' | 'wishSpots'> {
    return this.headset.on && this.over.visible ? this.round : { ratings: [], wishSpots: [] };
  }

  /** The middle of each round button. */
  get puckSpots(): Pucks<PuckName>['spots'] {
    return this.headset.on && this.over.visible ? this.pucks.spots : [];
  }

  /** Puts the person there, with all panels before them. */
  putAt(standing: Standing): void {
    this.headset.place(standing);
    this.fresh = true;
  }

  /** Draws the panels for this frame and lets them be chosen; the person's pose, or null while it is not known. */
  update(frame: XRFrame, what: Frame): BodyPose | null {
    const where = this.headset.where(frame);
    const body = where && bodyAt(frame, where.floor, where.origin);
    if (!where || !body) return null;
    this.standing = standingOf(body.head);
    this.over.visible = true;
    const you: Stance = { ...this.standing, eye: body.head.p[1] };
    if (this.fresh) {
      this.cardsAt.put(you);
      this.pucksAt.put(you);
      this.choosing.dwell.rest(what.now);
      this.fresh = false;
    }
    if (what.calm) this.showCalm(you, what);
    else this.showRoom(you, what);
    this.choosing.update(this.choices(what.calm), body.gaze, body.rays, body.tips, what.now);
    this.hands.update(frame, where, body, this.choosing.ends);
    if (body.stopHeld && !this.stopHeld) this.inside.stop('button');
    this.stopHeld = body.stopHeld;
    return poseOf(body);
  }

  private choices(calm: boolean) {
    const panels = calm ? this.calm.choices : [...this.pucks.choices, ...this.round.choices, ...this.cards.choices];
    return [...panels, ...this.recording.choices];
  }

  private showRoom(you: Stance, { shown, tongue, now, dt }: Frame): void {
    const progress = (id: string) => this.choosing.dwell.progress(id);
    const at = this.cardsAt.follow(you, dt);
    this.calm.hide();
    const asks = this.showRecording(at, tongue, now, this.inside.line === 'live');
    const taken = this.round.update(at, { shown, tongue, now, quiet: asks });
    if (this.cards.show(asks || taken ? [] : shown.cards, tongue)) this.choosing.dwell.rest(now);
    this.cards.update(at, this.choosing.under, progress);
    this.message.update(at, asks ? null : messageIn(tongue, this.inside, shown));
    this.captions.update(
      shown,
      you,
      (id) => this.world.eyePoint(id),
      (name) => `${textIn(tongue, 'room.thinking', { name })} …`,
    );
    this.pucks.update(this.pucksAt.follow(you, dt), this.puckWords(tongue), this.choosing.under, progress);
  }

  /** The question about a recording and its lamp; whether the question stands there now, in the place of the cards. */
  private showRecording(at: Stance, tongue: Language, now: number, mayAsk: boolean): boolean {
    const { state, you } = this.inside.session;
    if (state === null) return false;
    const consent = consentOf(state, you, this.inside.answering.late);
    const { under, dwell } = this.choosing;
    const { asks, anew } = this.recording.update(at, { consent, tongue, mayAsk, under, progress: (id) => dwell.progress(id) });
    if (anew) dwell.rest(now);
    return asks;
  }

  private showCalm(you: Stance, { shown, tongue, now, dt }: Frame): void {
    this.cards.show([], tongue);
    this.round.hide(tongue);
    this.pucks.update(you, {}, this.choosing.under, () => 0);
    this.message.update(you, null);
    this.captions.update({ ...shown, captions: [], thinking: null }, you, () => null, String);
    const words = calmWordsIn(tongue, calmNote(this.inside.stopping, tongue));
    const at = this.cardsAt.follow(you, dt);
    this.showRecording(at, tongue, now, false);
    this.calm.update(at, words, this.choosing.under, (id) => this.choosing.dwell.progress(id));
  }

  /** What this person may do with a hand, by their role. */
  private puckWords(tongue: Language): PuckWords<PuckName> {
    const stop = textIn(tongue, 'stop');
    const calmer = textIn(tongue, 'room.calmer');
    const role = this.inside.you?.role;
    if (role === 'client') return { stop, calmer, help: textIn(tongue, 'room.showMe'), hard: textIn(tongue, 'hard.puck') };
    if (role !== 'peer') return { stop };
    const phase = this.inside.running ? { pause: textIn(tongue, 'peer.pause') } : { goOn: textIn(tongue, 'peer.continue') };
    const next = this.inside.waiting[0];
    return { stop, calmer, ...phase, ...(next && { admit: textIn(tongue, 'peer.admit', { name: next.name }) }) };
  }

  private press(name: PuckName): void {
    const { inside } = this;
    if (name === 'stop') inside.stop('button');
    else if (name === 'calmer') void inside.calmer();
    else if (name === 'help') void inside.help();
    else if (name === 'hard') inside.openQuestion();
    else if (name === 'pause') void inside.ask({ type: 'pause' });
    else if (name === 'goOn') void inside.ask({ type: 'continue' });
    else if (inside.waiting[0]) void inside.ask({ type: 'admit', person: inside.waiting[0].id });
  }

  private begin(): void {
    this.fresh = true;
  }

  private end(asked: boolean): void {
    this.over.visible = false;
    this.hands.hide();
    if (!asked) this.takenOff();
    this.left(asked, this.standing);
  }

  /** A headset that comes off while something goes on is a Stop; in a pause there is nothing to stop. */
  private takenOff(): void {
    if (this.inside.running) this.inside.stop('headset_off');
  }
}

function poseOf(body: Body): BodyPose {
  return {
    head: body.head,
    ...(body.left && { left: body.left }),
    ...(body.right && { right: body.right }),
    flat: false,
  };
}

function calmWordsIn(tongue: Language, note: string): CalmWords {
  return {
    title: textIn(tongue, 'calm.title'),
    lead: textIn(tongue, 'calm.lead'),
    note,
    back: textIn(tongue, 'calm.back'),
    out: textIn(tongue, 'calm.out'),
    talk: textIn(tongue, 'calm.talk'),
    lines: LINES.map(({ number, key }) => ({ number, who: textIn(tongue, key) })),
  };
}
