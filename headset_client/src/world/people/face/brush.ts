import { Color } from 'three';
import type { Look } from '../looks';
import type { Pen } from '../../canvas';
import { EYE, FACE_BOTTOM, FACE_HALF_ANGLE, FACE_TOP, MOUTH_Y, NOSE_Y } from '../head';

/** The canvas that a face is painted on: square, this many pixels. */
export const SIZE = 512;
export const MIDDLE = SIZE / 2;

const across = (x: number): number => (Math.atan2(x, 0.083) / FACE_HALF_ANGLE) * MIDDLE;
const downTo = (y: number): number => ((FACE_TOP - y) / (FACE_TOP - FACE_BOTTOM)) * SIZE;

/** Where eyes, nose and mouth lie on the canvas, in pixels; the sculpted head has them at the same places. */
export const EYE_X = across(EYE.x);
export const EYE_Y = downTo(EYE.y);
export const NOSE = downTo(NOSE_Y);
export const MOUTH = downTo(MOUTH_Y);

export type { Pen } from '../../canvas';

export function css(colour: Color, alpha = 1): string {
  const [r, g, b] = colour
    .clone()
    .convertLinearToSRGB()
    .toArray()
    .map((v) => Math.round(Math.min(1, v) * 255));
  return `rgba(${r},${g},${b},${alpha})`;
}

/** The colours of one person's face. */
export interface Palette {
  skin: Color;
  /** The skin in shade: warmer, not greyer. */
  deep: Color;
  blush: Color;
  lip: Color;
  brow: Color;
  lash: Color;
}

export function paletteOf(look: Look): Palette {
  const skin = new Color(look.skin);
  const deep = skin.clone().multiply(new Color('#ad755c'));
  const hidden: Partial<Record<Look['hair']['style'], string>> = { hijab: '#2a1c14', beanie: '#6b4a2e', cap: '#8f8a82' };
  const brow = new Color(hidden[look.hair.style] ?? look.hair.colour).lerp(deep, 0.3);
  return {
    skin,
    deep,
    brow,
    blush: skin.clone().lerp(new Color('#c4473c'), 0.5),
    lip: skin.clone().lerp(new Color('#a03a42'), Math.min(1, look.lips * 1.5)),
    lash: new Color('#231712').lerp(brow, 0.2),
  };
}

/** A soft spot of colour that fades out at the radii. */
export function soft(g: Pen, x: number, y: number, rx: number, ry: number, colour: Color, alpha: number): void {
  g.save();
  g.translate(x, y);
  g.scale(rx, ry);
  const fade = g.createRadialGradient(0, 0, 0, 0, 0, 1);
  fade.addColorStop(0, css(colour, alpha));
  fade.addColorStop(0.5, css(colour, alpha * 0.55));
  fade.addColorStop(1, css(colour, 0));
  g.fillStyle = fade;
  g.fillRect(-1, -1, 2, 2);
  g.restore();
}

type Dot = readonly [x: number, y: number];

/** A soft fold of the skin through three points beside the middle line; drawn as three strokes that grow fainter and wider. */
export function crease(g: Pen, side: number, [a, b, c]: readonly [Dot, Dot, Dot], colour: Color, alpha: number, width: number): void {
  g.lineCap = 'round';
  for (const [spread, share] of [
    [2.2, 0.22],
    [1.3, 0.35],
    [0.6, 0.4],
  ] as const) {
    g.strokeStyle = css(colour, alpha * share);
    g.lineWidth = width * spread;
    g.beginPath();
    g.moveTo(MIDDLE + side * a[0], a[1]);
    g.quadraticCurveTo(MIDDLE + side * b[0], b[1], MIDDLE + side * c[0], c[1]);
    g.stroke();
  }
}
