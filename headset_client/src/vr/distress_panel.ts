import ear from 'lucide-static/icons/volume-2.svg?url';
import { type Group, Vector3 } from 'three';
import { faceLines, RATINGS } from '../parts/distress_face';
import { hasVoice, readAloud } from '../room/aloud';
import type { Language } from '../wire/types.gen';
import { textIn } from '../words/say';
import type { Choice, Zone } from './choosing';
import { face, ink, picture, set, sheet, stamp } from './ink';
import { Panel } from './panel';
import { around, type Stance } from './placing';
import { Ring } from './ring';
import { HARD } from './round_places';

const DOTS = 900;
/** Capital letters of this type are 1.25 degrees high where the sheet stands. */
const TYPE = 0.05;
const STEP = 0.14;
const FACE = { y: 0.025, radius: 0.055 };
const NUMBER_Y = -0.085;
const FOOT_Y = -0.19;
/** A shorter look than for a card: two seconds are enough for all of it. Between faces the eyes go on. */
const RATED_IN = 900;
const EAR = 0.1;
const earZone: Zone = { x: -(HARD.wide - EAR) / 2, y: (HARD.high - EAR) / 2, width: EAR, height: EAR };
const laterZone: Zone = { x: HARD.wide / 2 - 0.2, y: HARD.high / 2 - 0.055, width: 0.36, height: 0.09 };
const LATER = 'hard later';

/** "How hard is it now?" in the headset: eleven faces with numbers, answered by a look, a hand or a press. */
export class DistressPanel {
  private readonly panel = new Panel(HARD.wide, HARD.high, DOTS, 3);
  private readonly ring = new Ring(FACE.radius - 0.006, FACE.radius + 0.006, ink('fjord'), 1006);
  private tongue: Language = 'nb';

  constructor(
    over: Group,
    private readonly rate: (rating: number) => void,
    private readonly putAway: () => void,
  ) {
    picture(ear);
    this.panel.add(this.ring);
    over.add(this.panel);
  }

  get open(): boolean {
    return this.panel.visible;
  }

  get choices(): Choice[] {
    if (!this.open) return [];
    const on = this.panel;
    const faces = RATINGS.map((rating): Choice => {
      const zone = { x: xOf(rating), y: (FACE.y + NUMBER_Y) / 2 + 0.01, width: STEP * 0.94, height: 0.22 };
      return { id: idOf(rating), on, zone, gaze: { ...zone, height: 0.2 }, holds: RATED_IN, choose: () => this.rate(rating) };
    });
    const later: Choice = { id: LATER, on, zone: laterZone, gaze: laterZone, choose: this.putAway };
    if (!hasVoice) return [...faces, later];
    const aloud = () => readAloud(spoken(this.tongue), this.tongue);
    return [...faces, later, { id: 'hard aloud', on, zone: earZone, gaze: earZone, choose: aloud }];
  }

  /** The middle of each face in the place's coordinates. */
  get spots(): { rating: number; at: [number, number, number] }[] {
    if (!this.open) return [];
    return RATINGS.map((rating) => {
      const at = this.panel.localToWorld(new Vector3(xOf(rating), FACE.y, 0));
      return { rating, at: [at.x, at.y, at.z] };
    });
  }

  hide(): void {
    this.panel.visible = false;
  }

  update(stance: Stance, tongue: Language, under: ReadonlySet<string>, progress: (id: string) => number): void {
    this.tongue = tongue;
    this.panel.stand(around(stance, HARD.far, HARD.aside, HARD.above));
    const looked = RATINGS.find((rating) => progress(idOf(rating)) > 0);
    this.ring.fill(looked === undefined ? 0 : progress(idOf(looked)));
    this.ring.position.set(xOf(looked ?? 0), FACE.y, 0.001);
    const held = RATINGS.find((rating) => under.has(idOf(rating))) ?? looked ?? null;
    paint(this.panel, tongue, held, under.has(LATER) || progress(LATER) > 0);
  }
}

const idOf = (rating: number): string => `hard ${rating}`;

/** From the left, metres from the sheet's middle. */
const xOf = (rating: number): number => (rating - 5) * STEP;

function spoken(tongue: Language): string {
  return `${textIn(tongue, 'hard.ask')} 0: ${textIn(tongue, 'hard.least')}. 10: ${textIn(tongue, 'hard.most')}.`;
}

function paint(panel: Panel, tongue: Language, held: number | null, later: boolean): void {
  const loudspeaker = picture(ear);
  panel.paint(`${tongue} ${held} ${later} ${loudspeaker !== null}`, (g, width, height) => {
    const size = TYPE * DOTS;
    const at = (x: number, y: number) => [width / 2 + x * DOTS, height / 2 - y * DOTS] as const;
    sheet(g, width, height, size * 0.7, ink('paper'), ink('fjord'), 5);
    const title = { x: width / 2 - 0.04 * DOTS, y: size * 1.15, width: width * 0.55, height: size * 1.5, size: size * 1.15 };
    set(g, textIn(tongue, 'hard.ask'), { ...title, colour: ink('ink') });
    for (const rating of RATINGS) paintFace(g, rating, at(xOf(rating), FACE.y), at(xOf(rating), NUMBER_Y), rating === held);
    g.font = face(size, false);
    g.fillStyle = ink('ink-soft');
    g.textBaseline = 'middle';
    for (const [end, key] of [
      [0, 'hard.least'],
      [10, 'hard.most'],
    ] as const) {
      g.textAlign = end === 0 ? 'left' : 'right';
      g.fillText(textIn(tongue, key), ...at(xOf(end) + (end === 0 ? -1 : 1) * FACE.radius, FOOT_Y));
    }
    paintLater(g, textIn(tongue, 'hard.later'), at(laterZone.x, laterZone.y), later);
    if (hasVoice && loudspeaker) stamp(g, loudspeaker, ...at(earZone.x, earZone.y), EAR * DOTS * 0.55, ink('fjord'));
  });
}

type Spot = readonly [x: number, y: number];

function paintFace(g: CanvasRenderingContext2D, rating: number, [x, y]: Spot, number: Spot, held: boolean): void {
  const { eyes, mouth, brows, ground } = faceLines(rating);
  const scale = (FACE.radius * DOTS) / 24;
  g.save();
  g.translate(x - 24 * scale, y - 24 * scale);
  g.scale(scale, scale);
  g.beginPath();
  g.arc(24, 24, 21.5, 0, Math.PI * 2);
  g.fillStyle = ink(ground);
  g.fill();
  g.strokeStyle = ink('ink');
  g.lineWidth = held ? 3 : 1.5;
  g.stroke();
  g.lineWidth = 3;
  g.lineCap = 'round';
  for (const lines of [eyes, mouth, brows]) g.stroke(new Path2D(lines));
  g.restore();
  set(g, String(rating), {
    x: number[0],
    y: number[1],
    width: STEP * DOTS,
    height: TYPE * DOTS * 1.4,
    size: TYPE * DOTS * 1.1,
    colour: ink('ink'),
  });
}

function paintLater(g: CanvasRenderingContext2D, words: string, [x, y]: Spot, held: boolean): void {
  const [width, height] = [laterZone.width * DOTS, laterZone.height * DOTS * 0.85];
  g.save();
  g.translate(x - width / 2, y - height / 2);
  sheet(g, width, height, height / 2, held ? ink('fjord-tint') : ink('paper'), ink('fjord'), held ? 6 : 3);
  g.restore();
  set(g, words, { x, y, width: width * 0.9, height, size: TYPE * DOTS * 0.95, colour: ink('ink') });
}
