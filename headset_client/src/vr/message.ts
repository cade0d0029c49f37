import type { Group } from 'three';
import { ink, set, sheet } from './ink';
import { Panel } from './panel';
import { around, type Stance } from './placing';

const WIDE = 1.2;
const HIGH = 0.2;
const DOTS = 900;
const TYPE = 0.05;

/** One sentence over the cards: what the room says about itself, a whisper, a tip, or why something did not happen. */
export class Message {
  private readonly panel = new Panel(WIDE, HIGH, DOTS, 2);

  constructor(over: Group) {
    over.add(this.panel);
  }

  update(stance: Stance, words: string | null): void {
    if (words === null) {
      this.panel.visible = false;
      return;
    }
    this.panel.stand(around(stance, 1.62, 0, -0.05));
    this.panel.paint(words, (g, width, height) => {
      sheet(g, width, height, height * 0.3, ink('cloudberry-tint'), ink('cloudberry'), 6);
      set(g, words, { x: width / 2, y: height / 2, width: width * 0.94, height: height * 0.86, size: TYPE * DOTS, colour: ink('ink') });
    });
  }
}
