import ear from 'lucide-static/icons/volume-2.svg?url';
import { type Group, Vector3 } from 'three';
import { pictoUrl } from '../parts/Picto';
import { hasVoice, readAloud } from '../room/aloud';
import type { ShownCard } from '../room/shown';
import type { Language } from '../wire/types.gen';
import type { Choice, Zone } from './choosing';
import { ink, picture, set, sheet, stamp } from './ink';
import { Panel } from './panel';
import { cardPlaces, type Stance } from './placing';
import { Ring } from './ring';

const WIDE = 0.52;
const HIGH = 0.44;
const DOTS = 1100;
/** Capital letters of this type are 1.2 degrees high at 1.9 m, where the farthest cards stand. */
const TYPE = 0.06;
const PICTURE = { x: 0, y: 0.105, radius: 0.085 };
const EAR = 0.1;

const earZone: Zone = { x: (WIDE - EAR) / 2, y: (HIGH - EAR) / 2, width: EAR, height: EAR };
const wholeZone: Zone = { x: 0, y: 0, width: WIDE, height: HIGH };
/** One looks at the picture to choose; the words below it can be read in peace. */
const gazeZone: Zone = { x: PICTURE.x, y: PICTURE.y, width: 0.26, height: 0.22 };

/** The picture cards, on a gentle arc before the person. */
export class Cards {
  choices: Choice[] = [];
  private cards: readonly ShownCard[] = [];
  /** Sheets are kept and painted anew: making one takes long enough to be felt. */
  private readonly panels: Panel[] = [];
  private said = '';
  private readonly ring = new Ring(PICTURE.radius - 0.012, PICTURE.radius, ink('fjord'), 1002);

  constructor(
    private readonly over: Group,
    private readonly choose: (card: ShownCard) => void,
  ) {
    picture(ear);
    over.add(this.ring);
  }

  /** Where each card's picture is, in the place's coordinates. */
  get spots(): { meaning: string; at: [number, number, number] }[] {
    return this.each().map(({ card, panel }) => {
      const at = panel.localToWorld(new Vector3(PICTURE.x, PICTURE.y, 0));
      return { meaning: card.meaning, at: [at.x, at.y, at.z] };
    });
  }

  /** Shows these cards; answers whether they are others than before. */
  show(cards: readonly ShownCard[], tongue: Language): boolean {
    const says = JSON.stringify([cards, tongue]);
    if (says === this.said) return false;
    this.said = says;
    const others = cards.map((card) => card.meaning).join() !== this.cards.map((card) => card.meaning).join();
    this.cards = cards;
    while (this.panels.length < cards.length) this.addPanel();
    for (const panel of this.panels) panel.visible = false;
    this.choices = this.each().flatMap(({ card, panel }) => this.choicesOf(card, panel, tongue));
    return others;
  }

  /** Places and paints; `under` are the ids that a hand points at, `progress` is how far a look has come. */
  update(stance: Stance, under: ReadonlySet<string>, progress: (id: string) => number): void {
    const places = cardPlaces(stance, this.cards.length, WIDE + 0.03, HIGH + 0.04);
    this.ring.fill(0);
    this.each().forEach(({ card, panel }, n) => {
      const place = places[n];
      if (place) panel.stand(place);
      const part = Math.max(progress(card.meaning), progress(`${card.meaning} aloud`));
      if (part > 0) this.fill(panel, part);
      paintCard(panel, card, under.has(card.meaning) || part > 0);
    });
  }

  private each(): { card: ShownCard; panel: Panel }[] {
    return this.cards.flatMap((card, n) => {
      const panel = this.panels[n];
      return panel ? [{ card, panel }] : [];
    });
  }

  private addPanel(): void {
    const panel = new Panel(WIDE, HIGH, DOTS);
    this.panels.push(panel);
    this.over.add(panel);
  }

  private choicesOf(card: ShownCard, on: Panel, tongue: Language): Choice[] {
    const say: Choice = { id: card.meaning, on, zone: wholeZone, gaze: gazeZone, choose: () => this.choose(card) };
    if (!hasVoice) return [say];
    const read = () => readAloud(card.words, tongue);
    return [{ id: `${card.meaning} aloud`, on, zone: earZone, gaze: earZone, choose: read }, say];
  }

  private fill(panel: Panel, part: number): void {
    this.ring.fill(part);
    panel.localToWorld(this.ring.position.set(PICTURE.x, PICTURE.y, 0.001));
    this.ring.quaternion.copy(panel.quaternion);
  }
}

function paintCard(panel: Panel, card: ShownCard, held: boolean): void {
  const drawing = pictoUrl(card.icon);
  const pictogram = picture(drawing);
  const loudspeaker = picture(ear);
  const ready = pictogram !== null && loudspeaker !== null;
  panel.paint(`${card.words} ${held} ${card.lit} ${ready}`, (g, width, height) => {
    const edge = card.lit ? ink('cloudberry') : held ? ink('fjord') : ink('line');
    sheet(g, width, height, 0.04 * DOTS, held ? ink('panel') : ink('paper'), edge, (card.lit ? 0.012 : 0.005) * DOTS);
    const x = width / 2 + PICTURE.x * DOTS;
    const y = height / 2 - PICTURE.y * DOTS;
    const radius = PICTURE.radius * DOTS;
    g.beginPath();
    g.arc(x, y, radius - 0.006 * DOTS, 0, Math.PI * 2);
    g.fillStyle = ink('cloudberry-tint');
    g.fill();
    g.lineWidth = 0.012 * DOTS;
    g.strokeStyle = ink('line');
    g.stroke();
    if (pictogram) stamp(g, pictogram, x, y, radius * 1.5, ink('ink'));
    set(g, card.words, { x, y: height * 0.725, width: width * 0.93, height: height * 0.51, size: TYPE * DOTS, colour: ink('ink') });
    if (hasVoice && loudspeaker) paintEar(g, loudspeaker, width);
  });
}

function paintEar(g: CanvasRenderingContext2D, loudspeaker: HTMLImageElement, width: number): void {
  const side = EAR * DOTS;
  const edge = 0.006 * DOTS;
  g.beginPath();
  g.roundRect(width - side, edge, side - edge, side - edge, [0, 0.034 * DOTS, 0, 0.034 * DOTS]);
  g.fillStyle = ink('fjord-tint');
  g.fill();
  stamp(g, loudspeaker, width - side / 2, side / 2, side * 0.6, ink('fjord'));
}
