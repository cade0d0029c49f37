import type { Group } from 'three';
import { broken, face, ink, set, sheet } from './ink';
import { Panel } from './panel';
import { around, type Stance } from './placing';

const WIDE = 1.4;
const HIGH = 0.24;
const DOTS = 900;
const TYPE = 0.053;
/** Metres from the eyes to its middle: just over the cards. */
const OVER_CARDS = -0.19;

/** One sentence over the cards: what the room says about itself, a whisper, a tip, or why something did not happen. */
export class Message {
  private readonly panel = new Panel(WIDE, HIGH, DOTS, 2);

  constructor(over: Group) {
    over.add(this.panel);
  }

  /** `above`: metres over the eyes, where there are no cards to stand over. */
  update(stance: Stance, words: string | null, above = OVER_CARDS): void {
    if (words === null) {
      this.panel.visible = false;
      return;
    }
    this.panel.stand(around(stance, 1.62, 0, above));
    this.panel.paint(words, (g, width, height) => {
      const size = TYPE * DOTS;
      g.font = face(size);
      const lines = broken(g, words, width * 0.92);
      const wide = Math.min(width, Math.max(...lines.map((line) => g.measureText(line).width)) + size * 1.6);
      const high = Math.min(height, size * (1.2 * lines.length + 0.9));
      // It grows upwards from the cards, so that a short word stays clear of faces.
      g.save();
      g.translate((width - wide) / 2, height - high);
      sheet(g, wide, high, size * 0.6, ink('cloudberry-tint'), ink('cloudberry'), 5);
      set(g, words, { x: wide / 2, y: high / 2, width: wide - size, height: high - size * 0.4, size, colour: ink('ink') });
      g.restore();
    });
  }
}
