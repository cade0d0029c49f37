import { CanvasTexture, SRGBColorSpace } from 'three';
import { penOn } from '../../canvas';
import type { Expression, Mouth } from '../expression';
import type { Look } from '../looks';
import { paletteOf, SIZE, type Palette } from './brush';
import { paintBrow, paintEye, paintFrown } from './eyes';
import { paintMouth } from './mouth';
import { paintStill } from './still';

export interface FaceState {
  expression: Expression;
  mouth: Mouth;
  /** Where the iris is, -1..1 to the own left and up. */
  gazeX: number;
  gazeY: number;
  /** How far the lids are shut, 0..1. */
  blink: number;
}

/** A change smaller than this is not worth a new picture. */
const STEPS = 32;
/** How many numbers make a face. */
const NUMBERS = 15;

/** A face painted on a canvas: a still layer painted once, and eyes, brows and mouth painted when a number changes. */
export class Face {
  readonly texture: CanvasTexture;
  private readonly pen = penOn(SIZE, SIZE);
  private readonly still = penOn(SIZE, SIZE);
  private readonly palette: Palette;
  private readonly painted = new Int16Array(NUMBERS).fill(-999);
  private readonly wanted = new Int16Array(NUMBERS);

  constructor(private readonly look: Look) {
    this.palette = paletteOf(look);
    this.texture = new CanvasTexture(this.pen.canvas);
    this.texture.colorSpace = SRGBColorSpace;
    this.texture.anisotropy = 4;
    paintStill(this.still, look, this.palette);
  }

  /** Whether the face now looks different from its picture. Cheap: call it every frame. */
  differs(state: FaceState): boolean {
    this.measure(state);
    for (let i = 0; i < this.wanted.length; i++) if (this.wanted[i] !== this.painted[i]) return true;
    return false;
  }

  private measure({ expression: e, mouth: m, gazeX, gazeY, blink }: FaceState): void {
    const w = this.wanted;
    w[0] = e.smile * STEPS;
    w[1] = e.cheek * STEPS;
    w[2] = e.browInner * STEPS;
    w[3] = e.browOuter * STEPS;
    w[4] = e.frown * STEPS;
    w[5] = e.lidUpper * STEPS;
    w[6] = e.lidLower * STEPS;
    w[7] = e.press * STEPS;
    w[8] = e.uneven * STEPS;
    w[9] = m.open * STEPS;
    w[10] = m.width * STEPS;
    w[11] = m.round * STEPS;
    w[12] = gazeX * STEPS;
    w[13] = gazeY * STEPS;
    w[14] = blink * STEPS;
  }

  /** Paints the face and marks its texture to be sent to the graphics card: about 1 ms, so its caller keeps a budget. */
  paint(state: FaceState): void {
    this.measure(state);
    this.painted.set(this.wanted);
    const g = this.pen;
    g.drawImage(this.still.canvas, 0, 0);
    for (const side of [-1, 1] as const) {
      paintEye(g, side, state, this.look, this.palette);
      paintBrow(g, side, state.expression, this.look, this.palette);
    }
    paintFrown(g, state.expression, this.palette);
    paintMouth(g, state.expression, state.mouth, this.palette);
    this.texture.needsUpdate = true;
  }

  dispose(): void {
    this.texture.dispose();
  }
}
