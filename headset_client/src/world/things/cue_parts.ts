import type { Group } from 'three';
import { PlaceBuilder } from '../places/builder';

type Make = (b: PlaceBuilder) => void;

const GLASS = '#5b3d22';
const GREEN = '#2f4a33';

/** A bottle: its radius, the height of its body and of its neck, in metres. */
function bottle(b: PlaceBuilder, radius: number, body: number, neck: number, colour: string, label: string, top: string): void {
  b.tube(radius, body, [0, 0, 0], { colour, foot: 0.2 }, { sides: 14 }).tube(
    radius,
    neck * 0.4,
    [0, body, 0],
    { colour },
    { top: radius * 0.4, sides: 14 },
  );
  b.tube(radius * 0.4, neck * 0.6, [0, body + neck * 0.4, 0], { colour }, { top: radius * 0.36, sides: 10 });
  b.tube(radius * 0.42, 0.022, [0, body + neck - 0.02, 0], { colour: top }, { sides: 10 });
  b.tube(radius + 0.001, body * 0.42, [0, body * 0.3, 0], { colour: label }, { sides: 14 });
}

function can(b: PlaceBuilder, x = 0, z = 0): void {
  b.tube(0.027, 0.008, [x, 0, z], { colour: '#b9bdb9' }, { top: 0.033, sides: 16 }).tube(
    0.033,
    0.13,
    [x, 0.008, z],
    { colour: '#9a3a2e', foot: 0.1 },
    { sides: 16 },
  );
  b.tube(0.0335, 0.045, [x, 0.05, z], { colour: '#e9dcbb' }, { sides: 16 }).tube(
    0.033,
    0.01,
    [x, 0.138, z],
    { colour: '#c9ccc8' },
    { top: 0.027, sides: 16 },
  );
}

function glass(b: PlaceBuilder, stem: number, radius: number, tall: number, drink: string, filled: number): void {
  if (stem > 0)
    b.tube(0.032, 0.004, [0, 0, 0], { colour: '#d5dedd' }, { sides: 16 }).tube(0.005, stem, [0, 0, 0], { colour: '#d5dedd' }, { sides: 6 });
  b.tube(radius * 0.8, tall * filled, [0, stem + 0.004, 0], { colour: drink, foot: 0.15 }, { top: radius * 0.92, sides: 16 });
  b.pane([radius * 1.7, tall, radius * 1.7], [0, stem, 0], '#dfe9e8');
}

/** What reminds of substances, without any brand; each stands on the ground it is put on. */
const CUE_PARTS: Readonly<Record<string, Make>> = {
  beer_can: (b) => can(b),
  beer_bottle: (b) => bottle(b, 0.03, 0.14, 0.09, GLASS, '#d9c79a', '#c8b27c'),
  beer_glass: (b) => {
    b.tube(0.03, 0.12, [0, 0, 0], { colour: '#d69a3a', foot: 0.15 }, { top: 0.038, sides: 16 }).tube(
      0.038,
      0.025,
      [0, 0.12, 0],
      { colour: '#f7f1e0' },
      { top: 0.04, sides: 16 },
    );
  },
  wine_bottle: (b) => bottle(b, 0.037, 0.19, 0.12, GREEN, '#efe6d2', '#6a2730'),
  wine_glass: (b) => glass(b, 0.08, 0.036, 0.085, '#6a2335', 0.45),
  spirits_bottle: (b) => bottle(b, 0.04, 0.2, 0.08, '#c3d2d2', '#2f4c66', '#3a3f42'),
  ashtray: (b) => {
    b.tube(0.055, 0.022, [0, 0, 0], { colour: '#5a6266', foot: 0.2 }, { top: 0.065, sides: 18 }).tube(
      0.05,
      0.004,
      [0, 0.02, 0],
      { colour: '#8d8a84' },
      { sides: 16 },
    );
    b.bar([0.06, 0.028, 0.01], [0, 0.024, 0], 0.004, { colour: '#f1ece2' }, 6).bar(
      [-0.05, 0.028, 0.02],
      [-0.01, 0.024, 0.01],
      0.004,
      { colour: '#d9a35c' },
      6,
    );
  },
  cigarettes: (b) => {
    b.box([0.055, 0.022, 0.088], [0, 0, 0], { colour: '#ece7da' }).box([0.055, 0.0225, 0.03], [0, 0, -0.029], { colour: '#8f3b34' });
    b.bar([0.05, 0.005, -0.04], [0.055, 0.005, 0.04], 0.004, { colour: '#f5f1e7' }, 6);
  },
  lighter: (b) =>
    void b
      .box([0.024, 0.012, 0.07], [0, 0, 0], { colour: '#c98a2f' }, 0.004)
      .box([0.022, 0.013, 0.016], [0, 0, -0.042], { colour: '#b9bdb9' }),
  snus: (b) =>
    void b
      .tube(0.035, 0.02, [0, 0, 0], { colour: '#3d4a4d', foot: 0.1 }, { sides: 22 })
      .tube(0.03, 0.002, [0, 0.02, 0], { colour: '#d9d2bd' }, { sides: 20 }),
  pill_bottle: (b) => {
    b.tube(0.022, 0.055, [0, 0, 0], { colour: '#c9772f', foot: 0.1 }, { sides: 14 }).tube(
      0.0225,
      0.03,
      [0, 0.012, 0],
      { colour: '#f4f1e8' },
      { sides: 14 },
    );
    b.tube(0.024, 0.016, [0, 0.055, 0], { colour: '#f4f1e8' }, { sides: 14 });
  },
  bottle_bag: (b) => {
    b.box([0.3, 0.3, 0.16], [0, 0, 0], { colour: '#d9d4c4', foot: 0.2 }, 0.04);
    for (const x of [-0.08, 0.02, 0.1]) b.tube(0.03, 0.2, [x, 0.2, 0], { colour: x > 0 ? GLASS : GREEN }, { top: 0.012, sides: 10 });
    for (const z of [-0.05, 0.05]) b.bar([-0.06, 0.3, z], [0.06, 0.4, z], 0.006, { colour: '#c9c3b0' }, 5);
  },
  beer_crate: (b) => {
    b.box([0.4, 0.2, 0.3], [0, 0, 0], { colour: '#7a3f33', foot: 0.15 }, 0.012).box([0.36, 0.004, 0.26], [0, 0.2, 0], {
      colour: '#3a231e',
    });
    for (let i = 0; i < 12; i++)
      b.tube(0.026, 0.06, [-0.14 + (i % 4) * 0.093, 0.19, -0.09 + Math.floor(i / 4) * 0.09], { colour: GLASS }, { top: 0.011, sides: 8 });
  },
};

/** At what height a hand takes hold of it, in metres; a bag hangs from its handles. */
const GRIPS: Readonly<Record<string, number>> = {
  bottle_bag: 0.38,
  beer_crate: 0.2,
  ashtray: 0.01,
  cigarettes: 0.02,
  lighter: 0.01,
  snus: 0.01,
};
export const gripOf = (part: string): number => GRIPS[part] ?? 0.06;

/** The shape of one, before it is drawn. Throws for one that nobody knows. */
export function cueShape(part: string): PlaceBuilder {
  const make = CUE_PARTS[part];
  if (!make) throw new Error(`no such cue: ${part}`);
  const builder = new PlaceBuilder();
  make(builder);
  return builder;
}

const made = new Map<string, Group>();

/** A thing to put on a surface or into a hand. Its shape is made once and shared. Throws for one that cannot be drawn. */
export function cueThing(part: string): Group {
  let thing = made.get(part);
  if (!thing) {
    thing = cueShape(part).build(false);
    made.set(part, thing);
  }
  return thing.clone();
}
