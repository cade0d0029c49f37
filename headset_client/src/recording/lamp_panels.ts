import type { Group } from 'three';
import type { Choice, Zone } from '../vr/choosing';
import { face, ink, set, sheet } from '../vr/ink';
import { Panel } from '../vr/panel';
import { around, type Stance } from '../vr/placing';
import { Ring } from '../vr/ring';
import type { Language } from '../wire/types.gen';
import { textIn } from '../words/say';
import { CHANGE, LAMP } from './panel_places';
import { type MarkSays, markOf, type Consent } from './consent';

const DOTS = 1100;
const TYPE = 0.05;
const whole: Zone = { x: 0, y: 0, width: CHANGE.wide, height: CHANGE.high };
const ID = 'record change';

/** The mark of a recording in the headset: a lamp with words at the edge of the world, and the press that changes it. */
export class LampPanels {
  private readonly lamp = new Panel(LAMP.wide, LAMP.high, DOTS, 2);
  private readonly change = new Panel(CHANGE.wide, CHANGE.high, DOTS, 2);
  private readonly ring = new Ring(0.026, 0.038, ink('fjord'), 1004);
  private agree = false;

  constructor(
    over: Group,
    private readonly answer: (agree: boolean) => void,
  ) {
    this.ring.position.set(-CHANGE.wide / 2 + 0.05, 0, 0.001);
    this.change.add(this.ring);
    over.add(this.lamp, this.change);
  }

  get choices(): Choice[] {
    if (!this.change.visible) return [];
    return [{ id: ID, on: this.change, zone: whole, gaze: whole, choose: () => this.answer(this.agree) }];
  }

  get spots(): { agree: boolean; at: [number, number, number] }[] {
    return this.change.visible ? [{ agree: this.agree, at: this.change.position.toArray() }] : [];
  }

  update(stance: Stance, consent: Consent, tongue: Language, under: ReadonlySet<string>, progress: (id: string) => number): void {
    const mark = markOf(consent);
    this.lamp.visible = mark !== null;
    this.change.visible = mark?.press != null;
    if (mark === null) return;
    this.lamp.stand(around(stance, LAMP.far, LAMP.aside, LAMP.above));
    paintLamp(this.lamp, mark, tongue);
    if (mark.press === null) return;
    this.agree = mark.press.agree;
    this.change.stand(around(stance, CHANGE.far, CHANGE.aside, CHANGE.above));
    this.ring.fill(progress(ID));
    paintChange(this.change, textIn(tongue, mark.press.word), under.has(ID) || progress(ID) > 0);
  }
}

function paintLamp(panel: Panel, { lamp, title, you }: MarkSays, tongue: Language): void {
  const lit = lamp === 'on';
  const words = [textIn(tongue, title), textIn(tongue, you)] as const;
  panel.paint(`${words.join()} ${lamp}`, (g, width, height) => {
    const size = TYPE * DOTS;
    sheet(g, width, height, height * 0.2, ink('paper'), lit ? ink('rowan') : ink('line'), lit ? 7 : 4);
    g.beginPath();
    g.arc(size * 0.95, height / 2, size * 0.5, 0, Math.PI * 2);
    g.fillStyle = ink('rowan');
    g.strokeStyle = ink('ink-soft');
    g.lineWidth = size * 0.14;
    if (lit) g.fill();
    else if (lamp === 'off') g.stroke();
    else bars(g, size * 0.95, height / 2, size);
    g.textAlign = 'left';
    g.textBaseline = 'middle';
    g.fillStyle = ink('ink');
    words.forEach((line, n) => {
      g.font = face(size, n === 0);
      g.fillText(line, size * 1.8, height * (0.3 + n * 0.42), width - size * 2.1);
    });
  });
}

/** Two bars, as on the button that goes on again: nothing is kept just now. */
function bars(g: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  g.fillStyle = ink('rowan');
  for (const side of [-1, 1]) g.fillRect(x + side * size * 0.26 - size * 0.13, y - size * 0.45, size * 0.26, size * 0.9);
}

function paintChange(panel: Panel, words: string, held: boolean): void {
  panel.paint(`${words} ${held}`, (g, width, height) => {
    sheet(g, width, height, height * 0.3, held ? ink('fjord-tint') : ink('paper'), ink('fjord'), held ? 8 : 4);
    const box = { x: width / 2 + height * 0.3, y: height / 2, width: width * 0.76, height: height * 0.8 };
    set(g, words, { ...box, size: TYPE * DOTS, colour: ink('ink') });
  });
}
