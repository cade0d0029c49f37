import { PlaneGeometry } from 'three';
import { TYPEFACE } from '../canvas';
import type { PlaceBuilder } from './builder';
import { shade } from './chance';
import type { PartSpec } from './description';
import { OAK } from './kit_room';

/** The closed door of a flat, with a letter slot, a peep-hole, a bell and its number. */
export function flatDoor(b: PlaceBuilder, { colour = '#8a4a37', text = [] }: PartSpec): void {
  b.box([1.1, 2.18, 0.08], [0, 0, 0.02], { colour: '#efe8da' }).box(
    [0.92, 2.07, 0.06],
    [0, 0, 0.045],
    { colour, foot: 0.12, grain: 'woodY' },
    0.008,
  );
  for (const [y, tall] of [
    [0.18, 0.7],
    [1.08, 0.82],
  ] as const) {
    b.box([0.66, tall, 0.012], [0, y, 0.075], { colour: shade(colour, 0.9), grain: 'woodY' }).box(
      [0.58, tall - 0.08, 0.016],
      [0, y + 0.04, 0.076],
      { colour: shade(colour, 1.06), grain: 'woodY' },
    );
  }
  b.box([0.26, 0.05, 0.014], [0, 0.96, 0.08], { colour: '#c8b27c' })
    .tube(0.012, 0.01, [0, 1.52, 0.085], { colour: '#23292b' })
    .box([0.05, 0.16, 0.012], [0.38, 0.98, 0.078], { colour: '#c8b27c' });
  b.bar([0.38, 1.06, 0.12], [0.27, 1.06, 0.12], 0.012, { colour: '#c8b27c' }, 6)
    .box([0.07, 0.11, 0.02], [0.66, 1.2, 0.02], { colour: '#d9d6cb' })
    .box([0.025, 0.025, 0.01], [0.66, 1.24, 0.032], { colour: '#8a4a37' });
  b.box([1.0, 0.025, 0.16], [0, 0, 0.06], { colour: '#9a958a' }).contact(1, 0.1, [0, 0.003, 0.1], 0.3);
  b.panel(0.16, 0.14, [0, 1.66, 0.094], (g, w, h) => {
    g.fillStyle = '#efe3c0';
    g.fillRect(0, 0, w, h);
    g.fillStyle = '#3a2a1f';
    g.font = `700 ${h * 0.7}px ${TYPEFACE}`;
    g.textAlign = 'center';
    g.textBaseline = 'middle';
    g.fillText(text[0] ?? '', w / 2, h * 0.54);
  });
}

const STEP_TALL = 0.175;
const STEP_DEEP = 0.27;

/** A flight of stairs up towards -z, with a railing on its right; `size` is width, rise and run. */
export function stairs(b: PlaceBuilder, { size = [1.3, 1.75, 2.6] }: PartSpec): void {
  const [w, h, d] = size;
  const steps = Math.round(h / STEP_TALL);
  const front = d / 2;
  for (let i = 0; i < steps; i++) {
    const z = front - (i + 0.5) * STEP_DEEP;
    b.box([w, (i + 1) * STEP_TALL - 0.03, STEP_DEEP], [0, 0, z], { colour: '#b9b3a6', foot: 0.12 }).box(
      [w + 0.02, 0.03, STEP_DEEP + 0.02],
      [0, (i + 1) * STEP_TALL - 0.03, z + 0.01],
      { colour: '#8f897d' },
    );
  }
  const end = front - steps * STEP_DEEP;
  b.box([w, h - 0.03, 0.6], [0, 0, end - 0.3], { colour: '#b9b3a6' }).box([w, 0.03, 0.6], [0, h - 0.03, end - 0.3], { colour: '#8f897d' });
  const rail = w / 2 - 0.04;
  const top = (i: number): readonly [number, number, number] => [rail, i * STEP_TALL + 0.95, front - i * STEP_DEEP];
  for (let i = 0; i <= steps; i++)
    b.bar(
      [rail, Math.max(0, i - 1) * STEP_TALL, front - i * STEP_DEEP + 0.1],
      [rail, i * STEP_TALL + 0.86, front - i * STEP_DEEP + 0.1],
      0.011,
      { colour: '#4b5250' },
      5,
    );
  b.bar(top(0), top(steps), 0.026, { colour: OAK, grain: 'woodZ' }, 8).bar(
    [rail, 0, front + 0.02],
    [rail, 1, front + 0.02],
    0.03,
    { colour: OAK },
    8,
  );
  b.contact(w, d, [0, 0.003, 0], 0.42);
}

/** The letter boxes of a block; `at` is their lower edge on the wall. */
export function letterBoxes(b: PlaceBuilder, { colour = '#6f8487' }: PartSpec): void {
  b.box([1.3, 0.92, 0.2], [0, 0, 0.1], { colour: shade(colour, 0.8), foot: 0.05 }, 0.008);
  for (let r = 0; r < 3; r++) {
    for (let i = 0; i < 4; i++) {
      const x = -0.48 + i * 0.32;
      const y = 0.04 + r * 0.29;
      b.box([0.29, 0.26, 0.012], [x, y, 0.203], { colour: shade(colour, 0.98 + 0.04 * ((i + r) % 2)) }).box(
        [0.2, 0.022, 0.006],
        [x, y + 0.19, 0.211],
        { colour: '#2d3335' },
      );
      b.box([0.12, 0.035, 0.004], [x - 0.04, y + 0.1, 0.211], { colour: '#f4f1e8' }).box(
        [0.018, 0.018, 0.008],
        [x + 0.1, y + 0.05, 0.212],
        { colour: '#c8b27c' },
      );
    }
  }
  b.box([0.2, 0.012, 0.14], [-0.16, 0.535, 0.25], { colour: '#f7f4ec' });
}

/** A low shelf with things that neighbours left. */
export function shelfBox(b: PlaceBuilder, { size = [0.8, 0.9, 0.35], colour = '#cdbb98' }: PartSpec): void {
  const [w, h, d] = size;
  for (const y of [0.04, h / 2, h - 0.03]) b.box([w, 0.03, d], [0, y, 0], { colour, grain: 'woodX' });
  for (const x of [-w / 2 + 0.015, w / 2 - 0.015]) b.box([0.03, h, d], [x, 0, 0], { colour, grain: 'woodY', foot: 0.14 });
  b.box([w, h, 0.015], [0, 0, -d / 2 + 0.01], { colour: shade(colour, 0.85) })
    .box([0.3, 0.22, 0.26], [-0.18, 0.07, 0], { colour: '#b98d5e', grain: 'woodX' })
    .box([0.26, 0.05, 0.3], [0.2, h / 2 + 0.03, 0], { colour: '#4f7377' }, 0.02);
  b.contact(w, d, [0, 0.003, 0], 0.42);
}

/** A deep sill under a window; `at` is its lower edge. */
export function windowSill(b: PlaceBuilder, { size = [1.6, 0.05, 0.25] }: PartSpec): void {
  b.box(size, [0, 0, 0], { colour: '#ded8ca' }, 0.01);
  b.solid(new PlaneGeometry(size[0], 0.12).translate(0, -0.06, size[2] / 2 - 0.04), { colour: '#cfc8b8' });
}
