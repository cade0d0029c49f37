import ear from 'lucide-static/icons/volume-2.svg?url';
import type { Group } from 'three';
import { hasVoice, readAloud } from '../room/aloud';
import type { Choice, Zone } from '../vr/choosing';
import { broken, face, ink, picture, set, sheet, stamp } from '../vr/ink';
import { Panel } from '../vr/panel';
import { around, type Stance } from '../vr/placing';
import { Ring } from '../vr/ring';
import type { Language } from '../wire/types.gen';
import { textIn } from '../words/say';
import { SHEET, WAY } from './panel_places';
import { leadOf, PICTURES, pointsOf, spoken } from './question';
import type { Consent } from './consent';

const DOTS = 900;
/** Capital letters of this type are 1.25 degrees high where the sheet stands. */
const TYPE = 0.05;
const EAR = 0.11;
const earZone: Zone = { x: (SHEET.wide - EAR) / 2, y: (SHEET.high - EAR) / 2, width: EAR, height: EAR };
const whole: Zone = { x: 0, y: 0, width: WAY.wide, height: WAY.high };

interface Way {
  id: string;
  agree: boolean;
  panel: Panel;
  ring: Ring;
}

/** The question in the headset: a sheet that says what is asked, and under it yes and no, alike. */
export class QuestionPanels {
  private readonly sheet = new Panel(SHEET.wide, SHEET.high, DOTS, 3);
  private readonly ways: Way[];
  private read = '';
  private tongue: Language = 'nb';

  constructor(
    over: Group,
    private readonly answer: (agree: boolean) => void,
  ) {
    for (const url of PICTURES) picture(url);
    picture(ear);
    over.add(this.sheet);
    this.ways = [true, false].map((agree) => {
      const panel = new Panel(WAY.wide, WAY.high, DOTS, 3);
      const ring = new Ring(0.035, 0.05, ink('fjord'), 1006);
      ring.position.set(-WAY.wide / 2 + 0.09, 0, 0.001);
      panel.add(ring);
      over.add(panel);
      return { id: `record ${agree ? 'yes' : 'no'}`, agree, panel, ring };
    });
  }

  /** Whether the question stands there. */
  get open(): boolean {
    return this.sheet.visible;
  }

  get choices(): Choice[] {
    if (!this.open) return [];
    const ways = this.ways.map(({ id, agree, panel }) => ({ id, on: panel, zone: whole, gaze: whole, choose: () => this.answer(agree) }));
    if (!hasVoice) return ways;
    const aloud = () => readAloud(this.read, this.tongue);
    return [...ways, { id: 'record aloud', on: this.sheet, zone: earZone, gaze: earZone, choose: aloud }];
  }

  /** The middle of each answer in the place's coordinates: where one looks to give it. */
  get spots(): { agree: boolean; at: [number, number, number] }[] {
    if (!this.open) return [];
    return this.ways.map(({ agree, panel }) => ({ agree, at: panel.position.toArray() }));
  }

  hide(): void {
    this.sheet.visible = false;
    for (const { panel } of this.ways) panel.visible = false;
  }

  update(stance: Stance, consent: Consent, tongue: Language, under: ReadonlySet<string>, progress: (id: string) => number): void {
    this.tongue = tongue;
    this.read = spoken(tongue, consent);
    this.sheet.stand(around(stance, SHEET.far, SHEET.aside, SHEET.above));
    paintSheet(this.sheet, consent, tongue);
    for (const { id, agree, panel, ring } of this.ways) {
      panel.stand(around(stance, WAY.far, agree ? -WAY.aside : WAY.aside, WAY.above));
      const part = progress(id);
      ring.fill(part);
      paintWay(panel, textIn(tongue, agree ? 'yes' : 'no'), under.has(id) || part > 0);
    }
  }
}

function paintSheet(panel: Panel, consent: Consent, tongue: Language): void {
  const points = pointsOf(consent);
  const pictures = points.map(({ picture: url }) => picture(url));
  const loudspeaker = picture(ear);
  const ready = pictures.every((each) => each !== null) && loudspeaker !== null;
  panel.paint(`${spoken(tongue, consent)} ${ready}`, (g, width, height) => {
    const size = TYPE * DOTS;
    sheet(g, width, height, size * 0.8, ink('paper'), ink('line'), 4);
    const middle = width / 2;
    const inner = width - 3 * size;
    set(g, textIn(tongue, 'rec.ask'), {
      x: middle,
      y: size * 1.1,
      width: inner,
      height: size * 1.5,
      size: size * 1.15,
      colour: ink('ink'),
    });
    const lead = textIn(tongue, leadOf(consent));
    set(g, lead, { x: middle, y: size * 2.2, width: inner, height: size * 1.2, size, bold: false, colour: ink('ink-soft') });
    const row = (height - size * 3.2) / points.length;
    points.forEach(({ key }, n) => paintPoint(g, textIn(tongue, key), pictures[n] ?? null, size * 3 + row * (n + 0.5), size));
    if (hasVoice && loudspeaker) paintEar(g, loudspeaker, width);
  });
}

function paintEar(g: CanvasRenderingContext2D, loudspeaker: HTMLImageElement, width: number): void {
  const side = EAR * DOTS;
  g.beginPath();
  g.roundRect(width - side, 4, side - 4, side - 4, [0, TYPE * DOTS * 0.8, 0, TYPE * DOTS * 0.8]);
  g.fillStyle = ink('fjord-tint');
  g.fill();
  stamp(g, loudspeaker, width - side / 2, side / 2, side * 0.55, ink('fjord'));
}

/** One thing to know: its picture on the left, its words in one line or two beside it. */
function paintPoint(g: CanvasRenderingContext2D, words: string, drawing: HTMLImageElement | null, y: number, size: number): void {
  const x = size * 1.7;
  g.beginPath();
  g.arc(x, y, size * 0.98, 0, Math.PI * 2);
  g.fillStyle = ink('cloudberry-tint');
  g.fill();
  if (drawing) stamp(g, drawing, x, y, size * 1.7, ink('ink'));
  g.font = face(size);
  g.fillStyle = ink('ink');
  g.textAlign = 'left';
  g.textBaseline = 'middle';
  const lines = broken(g, words, SHEET.wide * DOTS - size * 4);
  lines.forEach((line, n) => g.fillText(line, size * 3.1, y + (n - (lines.length - 1) / 2) * size * 1.12));
}

function paintWay(panel: Panel, words: string, held: boolean): void {
  panel.paint(`${words} ${held}`, (g, width, height) => {
    sheet(g, width, height, height * 0.28, held ? ink('fjord-tint') : ink('paper'), ink('fjord'), held ? 9 : 5);
    set(g, words, { x: width / 2, y: height / 2, width: width * 0.6, height: height * 0.8, size: TYPE * 1.3 * DOTS, colour: ink('ink') });
  });
}
