import { Color } from 'three';
import type { Expression, Mouth } from '../expression';
import { crease, css, MIDDLE, MOUTH, soft, type Palette, type Pen } from './brush';

/** The lines of a mouth, in pixels on the canvas. */
interface Lines {
  half: number;
  open: number;
  middle: number;
  lower: number;
  up: number;
  down: number;
  left: readonly [x: number, y: number];
  right: readonly [x: number, y: number];
}

function linesOf(e: Expression, m: Mouth): Lines {
  const smile = Math.max(0, e.smile);
  const half = 66 * m.width * (1 - 0.12 * m.round) * (1 + 0.13 * smile);
  const open = m.open * 34 + m.round * 5;
  const thick = 1 - 0.4 * e.press;
  const middle = MOUTH - open * 0.2 + smile * 3;
  const corner = (side: -1 | 1): number => MOUTH - e.smile * (e.smile > 0 ? 21 : 15) - side * e.uneven * 4;
  return {
    half,
    open,
    middle,
    lower: middle + open,
    up: (12 + m.round * 3) * thick,
    down: (15 + m.round * 4) * thick,
    left: [MIDDLE - half, corner(-1)],
    right: [MIDDLE + half, corner(1)],
  };
}

/** From the left corner over the bow to the right one, and back below at height `bottom`. */
function outline({ half, middle, left, right }: Lines, raise: number, dip: number, bottom: number): Path2D {
  const path = new Path2D();
  path.moveTo(...left);
  path.bezierCurveTo(MIDDLE - half * 0.5, middle - raise * 0.9, MIDDLE - 14, middle - raise * 1.5, MIDDLE, middle - raise + dip);
  path.bezierCurveTo(MIDDLE + 14, middle - raise * 1.5, MIDDLE + half * 0.5, middle - raise * 0.9, ...right);
  path.bezierCurveTo(MIDDLE + half * 0.55, bottom, MIDDLE - half * 0.55, bottom, ...left);
  path.closePath();
  return path;
}

function paintInside(g: Pen, gap: Path2D, { half, open, middle, left }: Lines): void {
  g.save();
  g.clip(gap);
  g.fillStyle = '#4b1c1c';
  g.fillRect(left[0], middle - 30, half * 2, 90);
  g.fillStyle = '#efe7da';
  g.beginPath();
  g.ellipse(MIDDLE, middle - 5, half * 0.72, 6 + Math.min(8, open * 0.32), 0, 0, 7);
  g.fill();
  g.fillStyle = '#a5504f';
  g.beginPath();
  g.ellipse(MIDDLE, middle + open * 1.18, half * 0.55, open * 0.42, 0, 0, 7);
  g.fill();
  g.restore();
}

function paintCorners(g: Pen, e: Expression, { half, left, right }: Lines, { deep }: Palette): void {
  for (const [side, [x, y]] of [
    [-1, left],
    [1, right],
  ] as const) {
    const out = Math.abs(x - MIDDLE);
    soft(g, x + side * 3, y + 1, 9, 8, deep, 0.5);
    if (e.smile > 0.25)
      crease(
        g,
        side,
        [
          [out + 8, y - 22],
          [out + 17, y - 6],
          [out + 11, y + 9],
        ],
        deep,
        0.34 * e.smile,
        3,
      );
    if (e.smile < -0.15)
      crease(
        g,
        side,
        [
          [half + 2, y + 4],
          [half + 6, y + 12],
          [half + 5, y + 20],
        ],
        deep,
        -0.4 * e.smile,
        3,
      );
  }
}

export function paintMouth(g: Pen, e: Expression, m: Mouth, palette: Palette): void {
  const lines = linesOf(e, m);
  const { half, open, middle, lower, up, down } = lines;
  const thick = 1 - 0.4 * e.press;
  g.fillStyle = css(palette.lip, 0.94);
  g.fill(outline(lines, up, 2.5 * thick, lower + down * 1.35));
  soft(g, MIDDLE, lower + down * 0.55, half * 0.4, 5, palette.lip.clone().lerp(new Color('#ffffff'), 0.4), 0.4);
  const gap = outline(lines, 0, 1.5, middle + open * 1.33);
  if (open > 2) paintInside(g, gap, lines);
  g.strokeStyle = css(palette.lip.clone().multiplyScalar(0.32), 0.8);
  g.lineWidth = open > 2 ? 2.4 : 3.6;
  g.lineCap = 'round';
  g.stroke(gap);
  paintCorners(g, e, lines, palette);
}
