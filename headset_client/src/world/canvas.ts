export type Pen = CanvasRenderingContext2D;

/** The product's typeface; its files are loaded by the pages. */
export const TYPEFACE = '"Atkinson Hyperlegible", "DejaVu Sans", sans-serif';

/**
 * A canvas of that many pixels, ready to draw on. It is kept in main memory: our pictures are small and go to another graphics context,
 * which is slow to wait for when the canvas lives on the card.
 */
export function penOn(width: number, height: number): Pen {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('this browser draws no 2d canvas');
  return pen;
}

/** Calls back once the typeface is there, so that what was drawn too early is drawn again. A typeface that cannot be had changes nothing. */
export function whenTypefaceIsHere(draw: () => void): void {
  const wanted = [`400 20px ${TYPEFACE}`, `700 20px ${TYPEFACE}`].map((font) => document.fonts.load(font));
  void Promise.allSettled(wanted).then(draw);
}
