import type { Group } from 'three';
import { pictoUrl } from '../parts/Picto';
import { minutesIn, type RoundShown } from '../room/round';
import type { Shown } from '../room/shown';
import type { Language } from '../wire/types.gen';
import { textIn } from '../words/say';
import { ink, picture, set, sheet, stamp } from './ink';
import { Panel } from './panel';
import { around, type Stance } from './placing';
import { BROKE_IN, NEXT, NOTES } from './round_places';

const DOTS = 900;
/** Capital letters of this type are 1.25 degrees high where these stand. */
const TYPE = 0.05;

/** What a round shows in the headset: the time that is left, a second task, what broke in, and the suggestion. */
export class RoundPanels {
  private readonly notes = new Panel(NOTES.wide, NOTES.high, DOTS, 2);
  private readonly brokeIn = new Panel(BROKE_IN.wide, BROKE_IN.high, DOTS, 2);
  private readonly next = new Panel(NEXT.wide, NEXT.high, DOTS, 2);

  constructor(over: Group) {
    over.add(this.notes, this.brokeIn, this.next);
  }

  hide(): void {
    for (const panel of [this.notes, this.brokeIn, this.next]) panel.visible = false;
  }

  update(stance: Stance, { left, task, wish }: RoundShown, brokeIn: Shown['brokeIn'], tongue: Language): void {
    this.hide();
    if (left !== null || task !== null) {
      this.notes.stand(around(stance, NOTES.far, NOTES.aside, NOTES.above));
      paintNotes(this.notes, left, task, tongue);
    }
    if (brokeIn !== null) {
      this.brokeIn.stand(around(stance, BROKE_IN.far, BROKE_IN.aside, BROKE_IN.above));
      paintBrokeIn(this.brokeIn, brokeIn);
    }
    if (wish !== null) {
      this.next.stand(around(stance, NEXT.far, NEXT.aside, NEXT.above));
      paintNext(this.next, wish, tongue);
    }
  }
}

function paintNotes(panel: Panel, left: RoundShown['left'], task: RoundShown['task'], tongue: Language): void {
  const time = left === null ? '' : textIn(tongue, 'round.left', { time: minutesIn(left.ms) });
  const done = task?.done === true;
  const drawing = task === null ? null : picture(pictoUrl(done ? 'yes' : 'list'));
  panel.paint(JSON.stringify([time, task, drawing !== null, tongue]), (g, width, height) => {
    const size = TYPE * DOTS;
    const timeHigh = left === null ? 0 : size * 2.2;
    const high = timeHigh + (task === null ? 0 : height - size * 2.2);
    // It hangs from its top, so that the time stays where it is when the task comes and goes.
    sheet(g, width, high, size * 0.5, done ? ink('fjord-tint') : ink('paper'), ink('line'), 3);
    if (left !== null) {
      paintRing(g, size * 1.2, size * 1.1, size * 0.6, left.of > 0 ? left.ms / left.of : 0);
      const line = { x: width / 2 + size * 0.8, y: size * 1.1, width: width - size * 3, height: size * 1.6, size: size * 1.1 };
      set(g, time, { ...line, colour: ink('ink') });
    }
    if (task === null) return;
    const middle = timeHigh + (high - timeHigh) / 2;
    if (drawing) stamp(g, drawing, size * 1.2, middle, size * 1.8, ink('ink'));
    const words = `${textIn(tongue, done ? 'round.task.done' : 'round.task')}: ${task.words}`;
    const box = { x: width / 2 + size, y: middle, width: width - size * 2.8, height: high - timeHigh - size * 0.4 };
    set(g, words, { ...box, size, colour: ink('ink') });
  });
}

/** A ring that empties; the sun's way round. */
function paintRing(g: CanvasRenderingContext2D, x: number, y: number, radius: number, part: number): void {
  g.lineWidth = radius * 0.4;
  g.strokeStyle = ink('line');
  g.beginPath();
  g.arc(x, y, radius, 0, Math.PI * 2);
  g.stroke();
  g.strokeStyle = ink('fjord');
  g.beginPath();
  g.arc(x, y, radius, -Math.PI / 2, -Math.PI / 2 + Math.PI * 2 * Math.min(1, part));
  g.stroke();
}

function paintBrokeIn(panel: Panel, { words, icon }: NonNullable<Shown['brokeIn']>): void {
  const drawing = picture(pictoUrl(icon));
  panel.paint(`${words} ${drawing !== null}`, (g, width, height) => {
    const size = TYPE * DOTS;
    sheet(g, width, height, size * 0.5, ink('cloudberry-tint'), ink('cloudberry'), 4);
    if (drawing) stamp(g, drawing, size * 1.3, height / 2, size * 2, ink('ink'));
    const box = { x: width / 2 + size * 1.1, y: height / 2, width: width - size * 3, height: height * 0.9, size };
    set(g, words, { ...box, colour: ink('ink') });
  });
}

function paintNext(panel: Panel, { chosen, suggestion }: NonNullable<RoundShown['wish']>, tongue: Language): void {
  const asks = textIn(tongue, 'wish.title');
  const first = chosen === null ? asks : textIn(tongue, 'wish.yours', { wish: textIn(tongue, `wish.${chosen}`) });
  panel.paint(`${first} ${suggestion}`, (g, width, height) => {
    const size = TYPE * DOTS;
    sheet(g, width, height, size * 0.6, ink('paper'), ink('fjord'), 4);
    set(g, first, { x: width / 2, y: size * 1.1, width: width * 0.94, height: size * 1.5, size: size * 1.1, colour: ink('ink') });
    const box = { x: width / 2, y: (height + size * 1.7) / 2, width: width * 0.94, height: height - size * 2 };
    set(g, suggestion, { ...box, size, bold: false, colour: ink('ink') });
  });
}
