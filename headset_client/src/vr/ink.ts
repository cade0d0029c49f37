/** Type, colour and pictures for panels: the same as on the pages, taken from the same style sheet. */

export type Ink =
  | 'paper'
  | 'panel'
  | 'ink'
  | 'ink-soft'
  | 'line'
  | 'fjord'
  | 'fjord-tint'
  | 'on-fjord'
  | 'cloudberry'
  | 'cloudberry-tint'
  | 'rowan'
  | 'on-rowan';

const found = new Map<Ink, string>();

export function ink(name: Ink): string {
  const known = found.get(name);
  if (known !== undefined) return known;
  const colour = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  found.set(name, colour);
  return colour;
}

export function face(size: number, bold = true): string {
  return `${bold ? 700 : 400} ${Math.round(size)}px "Atkinson Hyperlegible", system-ui, sans-serif`;
}

/** Ready when the panels' type can be drawn. */
export async function typeReady(): Promise<void> {
  await Promise.all([document.fonts.load(face(40)), document.fonts.load(face(40, false))]);
}

/** How long until a picture that could not be fetched is tried again, in ms. */
const FETCH_AGAIN = 2000;
const pictures = new Map<string, { image: HTMLImageElement; there: boolean }>();

/** The picture at `url`, or null as long as it is not there; asked for ahead, it is there also without a line. */
export function picture(url: string): HTMLImageElement | null {
  const { image, there } = pictures.get(url) ?? fetched(url);
  return there ? image : null;
}

/** Asks for the picture, again and again while the line is away. */
function fetched(url: string): { image: HTMLImageElement; there: boolean } {
  const asked = { image: new Image(256, 256), there: false };
  pictures.set(url, asked);
  asked.image.addEventListener('load', () => (asked.there = true));
  asked.image.addEventListener('error', () => setTimeout(() => (asked.image.src = url), FETCH_AGAIN));
  asked.image.src = url;
  return asked;
}

/** Draws a line drawing in one colour. */
export function stamp(g: CanvasRenderingContext2D, image: HTMLImageElement, x: number, y: number, size: number, colour: string): void {
  const sheet = document.createElement('canvas');
  sheet.width = sheet.height = Math.ceil(size);
  const s = sheet.getContext('2d');
  if (s === null) return;
  s.drawImage(image, 0, 0, size, size);
  s.globalCompositeOperation = 'source-in';
  s.fillStyle = colour;
  s.fillRect(0, 0, size, size);
  g.drawImage(sheet, x - size / 2, y - size / 2);
}

/** A sheet of paper with round corners, and an edge. */
export function sheet(
  g: CanvasRenderingContext2D,
  width: number,
  height: number,
  round: number,
  fill: string,
  edge: string,
  thick: number,
): void {
  g.beginPath();
  g.roundRect(thick / 2, thick / 2, width - thick, height - thick, round);
  g.fillStyle = fill;
  g.fill();
  g.lineWidth = thick;
  g.strokeStyle = edge;
  g.stroke();
}

/** `text` broken into lines no wider than `width`, by the type that `g` is set to; one long word stays whole. */
export function broken(g: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && g.measureText(`${last} ${word}`).width <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Sets `text` in the box round (x, y), as large as it may be up to `size`, and answers the size it got. */
export function set(
  g: CanvasRenderingContext2D,
  text: string,
  box: { x: number; y: number; width: number; height: number; size: number; bold?: boolean; colour: string },
): number {
  let size = box.size;
  let lines: string[] = [];
  for (; size > box.size * 0.5; size *= 0.94) {
    g.font = face(size, box.bold ?? true);
    lines = broken(g, text, box.width);
    const fits = lines.every((line) => g.measureText(line).width <= box.width) && lines.length * size * 1.18 <= box.height;
    if (fits) break;
  }
  g.fillStyle = box.colour;
  g.textAlign = 'center';
  g.textBaseline = 'middle';
  lines.forEach((line, n) => g.fillText(line, box.x, box.y + (n - (lines.length - 1) / 2) * size * 1.18));
  return size;
}
