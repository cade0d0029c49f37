import { Color } from 'three';
import { seeded } from '../life';
import type { Look } from '../looks';
import { crease, css, EYE_X, EYE_Y, MIDDLE, MOUTH, NOSE, SIZE, soft, type Palette, type Pen } from './brush';

/** What never moves in a face: skin, blush, sockets, folds of age, freckles and beard. Painted once a person. */
export function paintStill(g: Pen, look: Look, palette: Palette): void {
  const { skin, deep, blush } = palette;
  const old = Math.max(0, (look.age - 35) / 40);
  g.fillStyle = css(skin);
  g.fillRect(0, 0, SIZE, SIZE);
  for (const side of [-1, 1]) paintSide(g, side, old, palette);
  soft(g, MIDDLE, 70, 150, 60, skin.clone().lerp(new Color('#ffffff'), 0.25), 0.16); // light on the forehead
  soft(g, MIDDLE, NOSE + 15, 26, 7, deep, 0.14);
  soft(g, MIDDLE, NOSE - 8, 20, 16, blush, 0.22);
  soft(g, MIDDLE, MOUTH + 33, 34, 9, deep, 0.24);
  soft(g, MIDDLE, SIZE + 6, 210, 62, deep, 0.55); // under the chin
  if (old > 0.4) paintForehead(g, old, palette);
  if (look.freckles) paintFreckles(g, palette);
  if (look.beard) paintBeard(g, look.beard, new Color(look.hair.colour));
  keepEdgePlain(g, skin);
}

function paintSide(g: Pen, side: number, old: number, { deep, blush }: Palette): void {
  soft(g, MIDDLE + side * 92, NOSE - 6, 62, 46, blush, 0.3);
  soft(g, MIDDLE + side * EYE_X, EYE_Y - 12, 58, 30, deep, 0.26); // socket
  soft(g, MIDDLE + side * (EYE_X - 34), EYE_Y - 4, 24, 30, deep, 0.3); // beside the bridge
  soft(g, MIDDLE + side * (EYE_X - 6), EYE_Y + 24, 44, 15, deep, 0.16 + 0.25 * old); // under the eye
  soft(g, MIDDLE + side * 35, NOSE + 2, 12, 18, deep, 0.22); // beside the wing
  soft(g, MIDDLE + side * 12, NOSE + 11, 8, 4.5, deep.clone().multiplyScalar(0.5), 0.6); // nostril
  crease(
    g,
    side,
    [
      [40, NOSE - 2],
      [68, NOSE + 18],
      [82, MOUTH - 4],
    ],
    deep,
    0.05 + 0.42 * old,
    5,
  );
  if (old <= 0.4) return;
  for (const [i, lift] of [-12, 0, 12].entries()) {
    const line = [
      [EYE_X + 42, EYE_Y + lift * 0.5],
      [EYE_X + 54, EYE_Y + lift],
      [EYE_X + 66, EYE_Y + lift * 1.8],
    ] as const;
    crease(g, side, line, deep, 0.26 * old - i * 0.01, 2);
  }
}

function paintForehead(g: Pen, old: number, { deep }: Palette): void {
  for (const y of [96, 116]) {
    g.strokeStyle = css(deep, 0.16 * old);
    g.lineWidth = 3;
    g.beginPath();
    g.moveTo(MIDDLE - 80, y + 4);
    g.quadraticCurveTo(MIDDLE, y - 6, MIDDLE + 80, y + 4);
    g.stroke();
  }
}

function paintFreckles(g: Pen, { deep }: Palette): void {
  const random = seeded(7);
  g.fillStyle = css(deep, 0.34);
  for (let i = 0; i < 130; i++) {
    g.beginPath();
    g.arc(MIDDLE + (random() - 0.5) * 260, NOSE - 22 + (random() - 0.5) * 80, 1.2 + random() * 0.8, 0, 7);
    g.fill();
  }
}

type Beard = NonNullable<Look['beard']>;

function moustacheArea(): Path2D {
  const area = new Path2D();
  area.moveTo(MIDDLE, NOSE + 22);
  area.quadraticCurveTo(MIDDLE + 44, NOSE + 22, MIDDLE + 74, MOUTH + 6);
  area.quadraticCurveTo(MIDDLE + 40, MOUTH - 14, MIDDLE, MOUTH - 13);
  area.quadraticCurveTo(MIDDLE - 40, MOUTH - 14, MIDDLE - 74, MOUTH + 6);
  area.quadraticCurveTo(MIDDLE - 44, NOSE + 22, MIDDLE, NOSE + 22);
  return area;
}

function jawArea(): Path2D {
  const area = new Path2D();
  area.moveTo(MIDDLE - 205, EYE_Y + 30);
  area.quadraticCurveTo(MIDDLE - 176, NOSE + 40, MIDDLE - 110, MOUTH - 10);
  area.quadraticCurveTo(MIDDLE - 74, MOUTH - 20, MIDDLE - 52, NOSE + 34);
  area.quadraticCurveTo(MIDDLE, NOSE + 18, MIDDLE + 52, NOSE + 34);
  area.quadraticCurveTo(MIDDLE + 74, MOUTH - 20, MIDDLE + 110, MOUTH - 10);
  area.quadraticCurveTo(MIDDLE + 176, NOSE + 40, MIDDLE + 205, EYE_Y + 30);
  area.lineTo(SIZE, SIZE);
  area.lineTo(0, SIZE);
  area.closePath();
  return area;
}

const BEARD_TONES = 7;
const DENSITY: Record<Beard, number> = { stubble: 0.26, full: 0.82, moustache: 0.88 };

function paintBeard(g: Pen, kind: Beard, hair: Color): void {
  const area = kind === 'moustache' ? moustacheArea() : jawArea();
  const stubble = kind === 'stubble';
  g.save();
  g.filter = stubble ? 'blur(9px)' : 'blur(4px)';
  g.fillStyle = css(hair, DENSITY[kind]);
  g.fill(area);
  g.restore();
  g.save();
  g.clip(area);
  const random = seeded(3);
  g.lineWidth = 1.3;
  for (let tone = 0; tone < BEARD_TONES; tone++) {
    g.strokeStyle = css(hair.clone().multiplyScalar(0.7 + (0.9 * tone) / BEARD_TONES), stubble ? 0.12 : 0.4);
    g.beginPath();
    for (let i = 0; i < 220; i++) {
      const x = random() * SIZE;
      const y = NOSE + random() * (SIZE - NOSE);
      g.moveTo(x, y);
      g.lineTo(x + (x - MIDDLE) * 0.02, y + (stubble ? 3 : 9));
    }
    g.stroke();
  }
  g.restore();
}

/** The rest of the head repeats the canvas edge, so the edge fades to plain skin. */
function keepEdgePlain(g: Pen, skin: Color): void {
  for (const [x0, x1] of [
    [0, 40],
    [SIZE, SIZE - 40],
  ] as const) {
    const fade = g.createLinearGradient(x0, 0, x1, 0);
    fade.addColorStop(0, css(skin));
    fade.addColorStop(0.15, css(skin));
    fade.addColorStop(1, css(skin, 0));
    g.fillStyle = fade;
    g.fillRect(Math.min(x0, x1), 0, 40, SIZE);
  }
}
