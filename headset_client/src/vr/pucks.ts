import leaf from 'lucide-static/icons/leaf.svg?url';
import lightbulb from 'lucide-static/icons/lightbulb.svg?url';
import octagon from 'lucide-static/icons/octagon.svg?url';
import type { Group } from 'three';
import type { Choice } from './choosing';
import { ink, picture, set, stamp } from './ink';
import { Panel } from './panel';
import { around, type Stance } from './placing';
import { Ring } from './ring';

export type PuckName = 'stop' | 'calmer' | 'help';

const DOTS = 2600;
const SIZE: Record<PuckName, number> = { stop: 0.16, calmer: 0.14, help: 0.14 };
const DRAWING: Record<PuckName, string> = { stop: octagon, calmer: leaf, help: lightbulb };
const REACH = 0.62;
/** Degrees to the right of straight ahead and metres over the eyes: beside the cards, from the waist to the chest. */
const WHERE: Record<PuckName, { aside: number; above: number }> = {
  stop: { aside: 45, above: -0.46 },
  calmer: { aside: -47, above: -0.35 },
  help: { aside: -45, above: -0.56 },
};

interface Puck {
  name: PuckName;
  panel: Panel;
  ring: Ring;
}

/** Stop, Calmer and Show me, where a hand finds them. */
export class Pucks {
  readonly choices: Choice[];
  private readonly pucks: Puck[];

  constructor(over: Group, press: (name: PuckName) => void, names: readonly PuckName[]) {
    this.pucks = names.map((name) => {
      const panel = new Panel(SIZE[name], SIZE[name], DOTS, 5);
      const radius = SIZE[name] / 2;
      const ring = new Ring(radius * 0.84, radius * 0.98, ink('cloudberry'), 1010);
      ring.position.z = 0.001;
      panel.add(ring);
      over.add(panel);
      return { name, panel, ring };
    });
    this.choices = this.pucks.map(({ name, panel }) => {
      const zone = { x: 0, y: 0, width: SIZE[name], height: SIZE[name] };
      return { id: `puck ${name}`, on: panel, zone, gaze: zone, choose: () => press(name) };
    });
  }

  show(on: boolean): void {
    for (const { panel } of this.pucks) panel.visible = on;
  }

  update(stance: Stance, words: Record<PuckName, string>, under: ReadonlySet<string>, progress: (id: string) => number): void {
    for (const { name, panel, ring } of this.pucks) {
      panel.stand(around(stance, REACH, WHERE[name].aside, WHERE[name].above));
      ring.fill(progress(`puck ${name}`));
      paintPuck(panel, name, words[name], under.has(`puck ${name}`));
    }
  }
}

function paintPuck(panel: Panel, name: PuckName, words: string, held: boolean): void {
  const drawing = picture(DRAWING[name], () => paintPuck(panel, name, words, held));
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
    set(g, words, { x: middle, y: width * 0.66, width: width * 0.8, height: width * 0.26, size: width * 0.2, colour });
  });
}
