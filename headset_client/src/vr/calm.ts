import type { Group } from 'three';
import type { Choice } from './choosing';
import { face, ink, set, sheet } from './ink';
import { Panel } from './panel';
import { around, type Stance } from './placing';
import { Ring } from './ring';

export interface CalmWords {
  title: string;
  lead: string;
  /** Why one cannot go back just now, or how the others are; empty for nothing. */
  note: string;
  back: string;
  out: string;
  talk: string;
  lines: readonly { number: string; who: string }[];
}

const DOTS = 900;
const FAR = 1.75;
const TYPE = 0.058;
const BUTTON = { wide: 0.62, high: 0.2 };
type Way = 'back' | 'out';

/** The calm place's few words: nothing asked, two ways on, and who can be called. */
export class CalmPanels {
  readonly choices: Choice[];
  private readonly words = new Panel(1.5, 0.4, DOTS, 1);
  private readonly help = new Panel(1.6, 0.56, DOTS, 1);
  private readonly ways: { way: Way; panel: Panel; ring: Ring }[];

  constructor(over: Group, go: (way: Way) => void) {
    over.add(this.words, this.help);
    this.ways = (['back', 'out'] as const).map((way) => {
      const panel = new Panel(BUTTON.wide, BUTTON.high, DOTS, 2);
      const ring = new Ring(0.035, 0.05, ink('fjord'), 1008);
      ring.position.set(-BUTTON.wide / 2 + 0.08, 0, 0.001);
      panel.add(ring);
      over.add(panel);
      return { way, panel, ring };
    });
    const zone = { x: 0, y: 0, width: BUTTON.wide, height: BUTTON.high };
    this.choices = this.ways.map(({ way, panel }) => ({ id: `calm ${way}`, on: panel, zone, gaze: zone, choose: () => go(way) }));
  }

  hide(): void {
    for (const panel of [this.words, this.help, ...this.ways.map((each) => each.panel)]) panel.visible = false;
  }

  update(stance: Stance, words: CalmWords, under: ReadonlySet<string>, progress: (id: string) => number): void {
    this.words.stand(around(stance, FAR, 0, 0.3));
    this.help.stand(around(stance, FAR, 0, -0.66));
    this.paintWords(words);
    this.paintHelp(words);
    for (const { way, panel, ring } of this.ways) {
      panel.stand(around(stance, FAR, way === 'back' ? -11.5 : 11.5, -0.14));
      const part = progress(`calm ${way}`);
      ring.fill(part);
      paintButton(panel, words[way], under.has(`calm ${way}`) || part > 0);
    }
  }

  private paintWords({ title, lead, note }: CalmWords): void {
    this.words.paint(`${title} ${lead} ${note}`, (g, width, height) => {
      const size = TYPE * DOTS;
      const x = width / 2;
      g.globalAlpha = 0.7;
      sheet(g, width, height, size, ink('paper'), ink('paper'), 2);
      g.globalAlpha = 1;
      set(g, title, { x, y: height * 0.22, width, height: size * 1.4, size: size * 1.2, colour: ink('ink') });
      set(g, lead, { x, y: height * 0.5, width, height: size * 1.3, size, bold: false, colour: ink('ink') });
      set(g, note, { x, y: height * 0.82, width, height: height * 0.34, size: size * 0.85, bold: false, colour: ink('ink') });
    });
  }

  private paintHelp({ talk, lines }: CalmWords): void {
    this.help.paint(`${talk} ${lines[0]?.who}`, (g, width, height) => {
      const size = 0.06 * DOTS;
      sheet(g, width, height, size, ink('paper'), ink('line'), 3);
      set(g, talk, { x: width / 2, y: height * 0.16, width: width * 0.94, height: size * 1.3, size, colour: ink('ink') });
      lines.forEach(({ number, who }, n) => {
        const y = height * (0.4 + n * 0.23);
        g.textBaseline = 'middle';
        g.textAlign = 'left';
        g.font = face(size);
        g.fillText(number, width * 0.06, y);
        g.font = face(size, false);
        g.fillText(who, width * 0.3, y);
      });
    });
  }
}

function paintButton(panel: Panel, words: string, held: boolean): void {
  panel.paint(`${words} ${held}`, (g, width, height) => {
    sheet(g, width, height, height * 0.28, held ? ink('fjord-tint') : ink('paper'), ink('fjord'), held ? 9 : 5);
    set(g, words, { x: width / 2, y: height / 2, width: width * 0.86, height: height * 0.8, size: TYPE * DOTS, colour: ink('ink') });
  });
}
