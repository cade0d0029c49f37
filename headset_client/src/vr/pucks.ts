import type { Group } from 'three';
import type { Choice } from './choosing';
import { ink, picture, set, stamp } from './ink';
import { Panel } from './panel';
import { around, type Stance } from './placing';
import { Ring } from './ring';

/** What each puck that is there says just now. */
export type PuckWords<Name extends string> = Partial<Record<Name, string>>;

export interface PuckKind {
  /** The address of a line drawing. */
  drawing: string;
  size: number;
  /** Red, and louder than all others. */
  loud?: boolean;
  /** Degrees to the right of straight ahead and metres over the eyes: beside the cards, from the waist to the chest. */
  aside: number;
  above: number;
}

const DOTS = 2600;
const REACH = 0.62;

interface Puck<Name> {
  name: Name;
  panel: Panel;
  ring: Ring;
  choice: Choice;
}

/** Round buttons where a hand finds them. */
export class Pucks<Name extends string> {
  private readonly pucks: Puck<Name>[];

  constructor(
    over: Group,
    private readonly kinds: Record<Name, PuckKind>,
    press: (name: Name) => void,
  ) {
    this.pucks = (Object.keys(kinds) as Name[]).map((name) => {
      const { size, drawing, aside, above } = kinds[name];
      picture(drawing);
      const panel = new Panel(size, size, DOTS, 5);
      const ring = new Ring(size * 0.42, size * 0.49, ink('cloudberry'), 1010);
      ring.position.z = 0.001;
      panel.add(ring);
      over.add(panel);
      const zone = { x: 0, y: 0, width: size, height: size };
      // Pucks that take turns at one place are one to the eyes: who has chosen one looks away before choosing the next.
      const id = `puck ${aside} ${above}`;
      return { name, panel, ring, choice: { id, on: panel, zone, gaze: zone, choose: () => press(name) } };
    });
  }

  /** The pucks that are there now. */
  get choices(): Choice[] {
    return this.pucks.filter(({ panel }) => panel.visible).map(({ choice }) => choice);
  }

  /** The middle of each puck that is there, in the place's coordinates. */
  get spots(): { name: Name; at: [number, number, number] }[] {
    return this.pucks.filter(({ panel }) => panel.visible).map(({ name, panel }) => ({ name, at: panel.position.toArray() }));
  }

  update(stance: Stance, words: PuckWords<Name>, under: ReadonlySet<string>, progress: (id: string) => number): void {
    for (const { name, panel, ring, choice } of this.pucks) {
      const says = words[name];
      panel.visible = says !== undefined;
      if (says === undefined) continue;
      const kind = this.kinds[name];
      panel.stand(around(stance, REACH, kind.aside, kind.above));
      ring.fill(progress(choice.id));
      paintPuck(panel, kind, says, under.has(choice.id));
    }
  }
}

function paintPuck(panel: Panel, { drawing: url, loud: stop = false }: PuckKind, words: string, held: boolean): void {
  const drawing = picture(url);
  panel.paint(`${words} ${url} ${held} ${drawing !== null}`, (g, width) => {
    const middle = width / 2;
    g.beginPath();
    g.arc(middle, middle, middle - 4, 0, Math.PI * 2);
    g.fillStyle = stop ? ink('rowan') : held ? ink('fjord-tint') : ink('panel');
    g.fill();
    g.lineWidth = held ? 14 : 8;
    g.strokeStyle = stop ? ink('on-rowan') : ink('fjord');
    g.stroke();
    const colour = stop ? ink('on-rowan') : ink('ink');
    if (drawing) stamp(g, drawing, middle, width * 0.33, width * 0.28, stop ? colour : ink('fjord'));
    set(g, words, { x: middle, y: width * 0.66, width: width * 0.8, height: width * 0.42, size: width * 0.2, colour });
  });
}
