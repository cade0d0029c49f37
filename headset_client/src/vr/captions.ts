import { type Group, MathUtils, type Vector3 } from 'three';
import type { Caption, Shown } from '../room/shown';
import { broken, face, ink, sheet } from './ink';
import { Panel } from './panel';
import { around, type Place, type Stance, turnTo } from './placing';

const WIDE = 1.3;
const HIGH = 0.44;
const DOTS = 900;
const TYPE = 0.055;
const NEAREST = 1.5;
const FARTHEST = 2;
/** A caption is never further to the side than this: what is said behind one can be read before one. */
const SIDE = 28;

/** What was just said, above the one who said it, where it stays until something else is said. */
export class Captions {
  private readonly panel = new Panel(WIDE, HIGH, DOTS, 1);
  private stood: { line: string; facing: number; place: Place } | null = null;

  constructor(over: Group) {
    over.add(this.panel);
  }

  update(shown: Shown, stance: Stance, eyeOf: (id: string) => Vector3 | null, thinks: (name: string) => string): void {
    const line = shown.captions.at(-1);
    const thinking = shown.thinking;
    if (!line && !thinking) {
      this.panel.visible = false;
      this.stood = null;
      return;
    }
    const who = thinking?.who ?? line?.who ?? '';
    const says = `${line?.seq} ${who}`;
    const strays = this.stood !== null && Math.abs(turnTo(this.stood.facing, stance.facing)) > 50;
    if (this.stood?.line !== says || strays) {
      this.stood = { line: says, facing: stance.facing, place: placeAbove(stance, line?.mine === true && !thinking ? null : eyeOf(who)) };
    }
    this.panel.stand(this.stood.place);
    this.paint(shown.captions, thinking ? thinks(thinking.name) : null);
  }

  private paint(captions: readonly Caption[], thinking: string | null): void {
    const last = captions.at(-1);
    this.panel.paint(JSON.stringify([last, thinking]), (g, width, height) => {
      const size = TYPE * DOTS;
      const name = thinking ?? last?.name ?? '';
      g.font = face(size);
      const lines = thinking === null && last ? broken(g, last.words, width - size * 1.6).slice(0, 3) : [];
      g.font = face(size, false);
      const nameWidth = g.measureText(name).width;
      g.font = face(size);
      const wide = Math.min(width, Math.max(nameWidth, ...lines.map((line) => g.measureText(line).width)) + size * 1.6);
      const high = Math.min(height, size * 1.25 * lines.length + size * 2);
      g.save();
      g.translate((width - wide) / 2, height - high);
      sheet(g, wide, high, size * 0.5, ink('paper'), ink('line'), 3);
      g.textAlign = 'center';
      g.textBaseline = 'middle';
      g.font = face(size, false);
      g.fillStyle = ink('ink-soft');
      g.fillText(name, wide / 2, size * 0.95);
      g.font = face(size);
      g.fillStyle = ink('ink');
      lines.forEach((line, n) => g.fillText(line, wide / 2, size * (2.15 + n * 1.25)));
      g.restore();
    });
  }
}

/** Over the head of the one who speaks, at a distance that is easy to read; one's own words stand straight ahead. */
function placeAbove(you: Stance, speaker: Vector3 | null): Place {
  if (speaker === null) return around(you, 1.7, 0, 0.36);
  const dx = speaker.x - you.at[0];
  const dz = speaker.z - you.at[1];
  const away = Math.hypot(dx, dz);
  const far = MathUtils.clamp(away, NEAREST, FARTHEST);
  const aside = MathUtils.clamp(turnTo(MathUtils.radToDeg(Math.atan2(dx, dz)), you.facing), -SIDE, SIDE);
  // The line of sight over the head, brought to the panel's distance; its lower edge stays clear of the face.
  const above = ((speaker.y + 0.2 - you.eye) / Math.max(away, 0.6)) * far + HIGH / 2;
  return around(you, far, aside, MathUtils.clamp(above, 0.36, 0.8));
}
