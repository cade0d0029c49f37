import { Color } from 'three';
import type { Expression } from '../expression';
import type { Look } from '../looks';
import { crease, css, EYE_X, EYE_Y, MIDDLE, soft, type Palette, type Pen } from './brush';
import type { FaceState } from './face';

type Side = -1 | 1;
const LARGE = 1.12;
interface Lids {
  x: number;
  side: Side;
  /** Height of the opening above and below the middle line, pixels. */
  high: number;
  low: number;
  shut: number;
  inner: readonly [x: number, y: number];
  outer: readonly [x: number, y: number];
}

function lidsOf(side: Side, { expression: e, gazeY, blink }: FaceState): Lids {
  const x = MIDDLE + side * EYE_X;
  const shut = Math.min(1, Math.max(blink, e.lidUpper * 0.62 + Math.max(0, -gazeY) * 0.3 - Math.max(0, gazeY) * 0.12));
  const low = 11 - e.lidLower * 6.5;
  const high = 22 * (1 - shut) - low * 0.9 * shut;
  return { x, side, low, high, shut, inner: [x - side * 40, EYE_Y + 5], outer: [x + side * 40, EYE_Y - 1] };
}

/** The edge of the upper lid, from the inner corner; `raise` lifts it for the crease above. */
function upperLid(path: Path2D | Pen, { x, side, high, outer }: Lids, raise = 0): void {
  const y1 = EYE_Y + 4 - high * 1.35 - raise;
  const y2 = EYE_Y + 1 - high * 1.4 - raise;
  path.bezierCurveTo(x - side * 20, y1, x + side * 16, y2, outer[0], outer[1] - raise * 0.3);
}

function opening(lids: Lids): Path2D {
  const { x, side, low, inner } = lids;
  const shape = new Path2D();
  shape.moveTo(...inner);
  upperLid(shape, lids);
  shape.bezierCurveTo(x + side * 22, EYE_Y + 2 + low * 1.2, x - side * 14, EYE_Y + 5 + low * 1.2, ...inner);
  return shape;
}

function paintBall(g: Pen, lids: Lids, state: FaceState, look: Look, { skin }: Palette): void {
  const { x, high } = lids;
  g.fillStyle = css(new Color('#f4eee6').lerp(skin, 0.08));
  g.fillRect(x - 50, EYE_Y - 50, 100, 100);
  const ix = x + state.gazeX * 15;
  const iy = EYE_Y - 1 - state.gazeY * 9;
  const radius = 17.5;
  const iris = new Color(look.eyes);
  const fill = g.createRadialGradient(ix, iy + 3, 3, ix, iy, radius);
  fill.addColorStop(0, css(iris.clone().lerp(new Color('#ffffff'), 0.22)));
  fill.addColorStop(0.72, css(iris));
  fill.addColorStop(1, css(iris.clone().multiplyScalar(0.35)));
  const disc = (cx: number, cy: number, r: number, style: string | CanvasGradient): void => {
    g.fillStyle = style;
    g.beginPath();
    g.arc(cx, cy, r, 0, 7);
    g.fill();
  };
  disc(ix, iy, radius, fill);
  disc(ix, iy, 7.6, '#14100f');
  disc(ix + 4.5, iy - 5.5, 3.6, 'rgba(255,255,255,.92)');
  disc(ix - 5, iy + 6, 3, 'rgba(255,255,255,.25)');
  const shade = g.createLinearGradient(0, EYE_Y - high - 3, 0, EYE_Y - high + 14);
  shade.addColorStop(0, 'rgba(45,25,20,.5)');
  shade.addColorStop(1, 'rgba(45,25,20,0)');
  g.fillStyle = shade;
  g.fillRect(x - 50, EYE_Y - 40, 100, 80);
  disc(lids.inner[0] + lids.side * 3, lids.inner[1], 5, 'rgba(190,110,100,.5)');
}

export function paintEye(g: Pen, side: Side, state: FaceState, look: Look, palette: Palette): void {
  const lids = lidsOf(side, state);
  const { x, low, inner, outer, shut } = lids;
  g.save();
  // eyes are drawn a little larger than life: they are read from across a street
  g.translate(x, EYE_Y);
  g.scale(LARGE, LARGE);
  g.translate(-x, -EYE_Y);
  g.save();
  g.clip(opening(lids));
  paintBall(g, lids, state, look, palette);
  g.restore();
  g.lineCap = 'round';
  g.lineJoin = 'round';
  const line = (colour: string, width: number, draw: () => void): void => {
    g.strokeStyle = colour;
    g.lineWidth = width;
    g.beginPath();
    draw();
    g.stroke();
  };
  line(css(palette.deep, 0.5), 2, () => {
    g.moveTo(...inner);
    g.bezierCurveTo(x - side * 14, EYE_Y + 6 + low * 1.2, x + side * 22, EYE_Y + 3 + low * 1.2, ...outer);
  });
  line(css(palette.deep.clone().multiplyScalar(0.8), 0.55), 2.4, () => {
    g.moveTo(inner[0] + side * 4, inner[1] - 7);
    upperLid(g, lids, 8 - shut * 2);
  });
  line(css(palette.lash, 0.95), 3.2 + look.face.lashes * 1.6, () => {
    g.moveTo(...inner);
    upperLid(g, lids);
    if (look.face.lashes > 0.6) g.lineTo(outer[0] + side * 5, outer[1] - 3);
  });
  g.restore();
  const cheek = state.expression.cheek;
  if (cheek <= 0.1) return;
  line(css(palette.deep, 0.35 * cheek), 3, () => {
    g.moveTo(x - side * 30, EYE_Y + 23);
    g.quadraticCurveTo(x, EYE_Y + 30, x + side * 34, EYE_Y + 17);
  });
}

/** A brow of single hairs: they follow the arch and thin out towards the temple. */
export function paintBrow(g: Pen, side: Side, e: Expression, look: Look, { brow }: Palette): void {
  const x = MIDDLE + side * EYE_X;
  const y = EYE_Y - 46;
  const thick = 9 * look.face.brows;
  const inner = { x: x - side * (36 + e.frown * 7), y: y + 5 - e.browInner * 13 + e.frown * 5 };
  const peak = { x: x + side * 12, y: y - 8 - e.browOuter * 8 + e.frown * 3 };
  const outer = { x: x + side * 46, y: y + 9 - e.browOuter * 5 };
  g.fillStyle = css(brow, 0.5);
  g.beginPath();
  g.moveTo(inner.x, inner.y - thick * 0.4);
  g.quadraticCurveTo(peak.x, peak.y - thick * 0.5, outer.x, outer.y);
  g.quadraticCurveTo(peak.x, peak.y + thick * 0.65, inner.x, inner.y + thick * 0.45);
  g.fill();
  g.strokeStyle = css(brow, 0.72);
  g.lineCap = 'round';
  g.lineWidth = 1.7;
  const hairs = 26;
  g.beginPath();
  for (let i = 0; i < hairs; i++) {
    const t = i / (hairs - 1);
    const u = 1 - t;
    const px = u * u * inner.x + 2 * u * t * peak.x + t * t * outer.x;
    const py = u * u * inner.y + 2 * u * t * peak.y + t * t * outer.y;
    const height = thick * 0.62 * (1 - t * 0.75);
    const spread = ((i * 7) % 5) - 2;
    g.moveTo(px - side * 3, py + height * 0.7);
    g.lineTo(px + side * (3 + t * 7 + spread * 0.4), py - height * (0.75 - t * 0.5) + spread * 0.5);
  }
  g.stroke();
}

export function paintFrown(g: Pen, e: Expression, { deep }: Palette): void {
  if (e.frown < 0.1) return;
  for (const side of [-1, 1])
    crease(
      g,
      side,
      [
        [9, EYE_Y - 54],
        [13, EYE_Y - 42],
        [11, EYE_Y - 28],
      ],
      deep,
      0.45 * e.frown,
      4,
    );
  soft(g, MIDDLE, EYE_Y - 34, 26, 22, deep, 0.16 * e.frown);
}
