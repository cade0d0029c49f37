import leaf from 'lucide-static/icons/leaf.svg?url';
import door from 'lucide-static/icons/door-open.svg?url';
import lightbulb from 'lucide-static/icons/lightbulb.svg?url';
import octagon from 'lucide-static/icons/octagon.svg?url';
import pause from 'lucide-static/icons/pause.svg?url';
import play from 'lucide-static/icons/play.svg?url';
import type { Group } from 'three';
import type { Choice } from './choosing';
import { ink, picture, set, stamp } from './ink';
import { Panel } from './panel';
import { around, type Stance } from './placing';
import { Ring } from './ring';

export type PuckName = 'stop' | 'calmer' | 'help' | 'pause' | 'goOn' | 'admit';
/** What each puck that is there says just now. */
export type PuckWords = Partial<Record<PuckName, string>>;

interface Kind {
  drawing: string;
  size: number;
  /** Degrees to the right of straight ahead and metres over the eyes: beside the cards, from the waist to the chest. */
  aside: number;
  above: number;
}

const DOTS = 2600;
const REACH = 0.62;
const KINDS: Record<PuckName, Kind> = {
  stop: { drawing: octagon, size: 0.16, aside: 45, above: -0.46 },
  calmer: { drawing: leaf, size: 0.14, aside: -47, above: -0.35 },
  help: { drawing: lightbulb, size: 0.14, aside: -45, above: -0.56 },
  pause: { drawing: pause, size: 0.14, aside: -45, above: -0.56 },
  goOn: { drawing: play, size: 0.14, aside: -45, above: -0.56 },
  admit: { drawing: door, size: 0.14, aside: -20, above: -0.56 },
};
const NAMES = Object.keys(KINDS) as PuckName[];

interface Puck {
  name: PuckName;
  panel: Panel;
  ring: Ring;
  choice: Choice;
}

/** Stop, Calmer and what else one may do, where a hand finds it. */
export class Pucks {
  private readonly pucks: Puck[];

  constructor(over: Group, press: (name: PuckName) => void) {
    this.pucks = NAMES.map((name) => {
      const { size, drawing } = KINDS[name];
      picture(drawing);
      const panel = new Panel(size, size, DOTS, 5);
      const ring = new Ring(size * 0.42, size * 0.49, ink('cloudberry'), 1010);
      ring.position.z = 0.001;
      panel.add(ring);
      over.add(panel);
      const zone = { x: 0, y: 0, width: size, height: size };
      return { name, panel, ring, choice: { id: `puck ${name}`, on: panel, zone, gaze: zone, choose: () => press(name) } };
    });
  }

  /** The pucks that are there now. */
  get choices(): Choice[] {
    return this.pucks.filter(({ panel }) => panel.visible).map(({ choice }) => choice);
  }

  update(stance: Stance, words: PuckWords, under: ReadonlySet<string>, progress: (id: string) => number): void {
    for (const { name, panel, ring, choice } of this.pucks) {
      const says = words[name];
      panel.visible = says !== undefined;
      if (says === undefined) continue;
      panel.stand(around(stance, REACH, KINDS[name].aside, KINDS[name].above));
      ring.fill(progress(choice.id));
      paintPuck(panel, name, says, under.has(choice.id));
    }
  }
}

function paintPuck(panel: Panel, name: PuckName, words: string, held: boolean): void {
  const drawing = picture(KINDS[name].drawing);
  panel.paint(`${words} ${held} ${drawing !== null}`, (g, width) => {
    const stop = name === 'stop';
    const middle = width / 2;
    g.beginPath();
    g.arc(middle, middle, middle - 4, 0, Math.PI * 2);
    g.fillStyle = stop ? ink('rowan') : held ? ink('fjord-tint') : ink('panel');
    g.fill();
    g.lineWidth = held ? 14 : 8;
    g.strokeStyle = stop ? ink('on-rowan') : ink('fjord');
    g.stroke();
    const colour = stop ? ink('on-rowan') : ink('ink');
    if (drawing) stamp(g, drawing, middle, width * 0.35, width * 0.3, stop ? colour : ink('fjord'));
    set(g, words, { x: middle, y: width * 0.66, width: width * 0.8, height: width * 0.42, size: width * 0.2, colour });
  });
}
