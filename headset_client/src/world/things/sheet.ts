import { TYPEFACE, type Pen } from '../canvas';

/** Draws rows on a picture of that size, in pixels. */
export type Draw = (g: Pen, w: number, h: number, rows: readonly string[]) => void;

export const PIXELS_PER_METRE = 900;
/** Height of type in metres, largest first; its capitals are two thirds of that. The last is read from where the client stands. */
const SIZES_M = [0.084, 0.076, 0.068, 0.062, 0.056, 0.05, 0.045, 0.04, 0.036, 0.033] as const;
const LINE = 1.28;

export interface Style {
  ground: string;
  ink: string;
  /** Colour of the heading, and of the band behind it where there is one. */
  heading: string;
  band?: string;
  rule?: string;
  /** A box to tick before each row, a dot, or a bubble round it. */
  mark?: 'box' | 'dot' | 'bubble';
  centred?: boolean;
}

/** Breaks a text into lines that fit; a word that is longer than a line stands alone on one. */
export function wrapped(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && !fits(longer)) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Type at least this large is made smaller before a row is broken, in metres. */
const ROOMY_M = 0.05;

/** One row as it will be drawn: what leads it (a time, a number), the lines of its text, and what stands at the right. */
interface Laid {
  lead: string;
  lines: string[];
  right: string[];
}

const fontOf = (bold: boolean, px: number): string => `${bold ? 700 : 400} ${px}px ${TYPEFACE}`;
const cellsOf = (row: string): string[] => row.split('|').map((cell) => cell.trim());
const lengthOf = (rows: readonly string[][], column: number): number => rows.reduce((sum, row) => sum + (row[column]?.length ?? 0), 0);

/** How wide the first column is when it leads (times, numbers, names) and the text stands in the second; else 0. */
function leadWidth(g: Pen, rows: readonly string[], px: number, width: number): number {
  const parted = rows.map(cellsOf).filter((cells) => cells.length > 1);
  if (lengthOf(parted, 1) <= lengthOf(parted, 0)) return 0;
  g.font = fontOf(true, px);
  return Math.min(width * 0.48, Math.max(...parted.map(([first]) => g.measureText(first!).width)) + px * 0.7);
}

function lay(g: Pen, row: string, px: number, width: number, options: { bold?: boolean; lead?: number } = {}): Laid {
  const { bold = false, lead = 0 } = options;
  const cells = cellsOf(row);
  const leads = lead > 0 && cells.length > 1;
  const [first = '', ...right] = leads ? cells.slice(1) : cells;
  const free = leads ? width - lead : width;
  g.font = fontOf(true, px);
  const taken = right.reduce((sum, cell) => sum + g.measureText(cell).width + px * 0.7, 0);
  g.font = fontOf(bold, px);
  const fits = (room: number) => (line: string) => g.measureText(line).width <= room;
  const start = leads ? cells[0]! : '';
  // what would leave too little room beside it stands below
  if (taken > free * 0.55)
    return { lead: start, lines: [...wrapped(first, fits(free)), ...wrapped(right.join('  '), fits(free))], right: [] };
  return { lead: start, lines: wrapped(first, fits(free - taken)), right };
}

const gapOf = (style: Style, px: number): number => px * (style.mark === 'bubble' ? 0.9 : 0.42);

interface Layout {
  px: number;
  /** Rows in columns are never centred. */
  centred: boolean;
  /** Width of the first column where it leads. */
  lead: number;
  head: Laid;
  rows: Laid[];
}

/** How it lies in type of a size, how high that is, and whether a row had to be broken. */
function laidOut(g: Pen, w: number, rows: readonly string[], style: Style, size: number): Layout & { tall: number; broken: boolean } {
  const pad = w * 0.07;
  const px = size * PIXELS_PER_METRE;
  const width = w - pad * 2 - (style.mark ? px * 1.1 : 0);
  const centred = style.centred === true && !rows.some((row) => row.includes('|'));
  const lead = leadWidth(g, rows.slice(1), px, width);
  const head = lay(g, rows[0] ?? '', px * 1.2, w - pad * 2, { bold: true });
  const body = rows.slice(1).map((row) => lay(g, row, px, width, { lead }));
  const below = body.reduce((sum, row) => sum + row.lines.length * px * LINE + gapOf(style, px), 0);
  const tall = head.lines.length * px * 1.2 * LINE + px * 1.5 + below + pad * 0.6;
  return { px, centred, lead, head, rows: body, tall, broken: [head, ...body].some(({ lines }) => lines.length > 1) };
}

/** The largest type in which everything fits; roomy type in which no row is broken comes first. */
function layout(g: Pen, w: number, h: number, rows: readonly string[], style: Style): Layout {
  const all = SIZES_M.map((size) => ({ size, ...laidOut(g, w, rows, style, size) }));
  const fitting = all.filter(({ tall }) => tall <= h);
  return fitting.find(({ size, broken }) => !broken && size >= ROOMY_M) ?? fitting[0] ?? all.at(-1)!;
}

function drawMark(g: Pen, style: Style, x: number, y: number, px: number): void {
  g.strokeStyle = g.fillStyle = style.band ?? style.heading;
  g.lineWidth = px * 0.08;
  if (style.mark === 'box') g.strokeRect(x, y + px * 0.24, px * 0.72, px * 0.72);
  else {
    g.beginPath();
    g.arc(x + px * 0.3, y + px * 0.62, px * 0.13, 0, 7);
    g.fill();
  }
}

function drawRow(g: Pen, row: Laid, style: Style, at: { x: number; y: number; width: number }, { px, lead, centred }: Layout): number {
  const { x, y, width } = at;
  const tall = row.lines.length * px * LINE;
  const indent = style.mark ? px * 1.1 : 0;
  if (style.mark === 'bubble') {
    g.fillStyle = '#ffffff';
    g.beginPath();
    g.roundRect(x - px * 0.2, y - px * 0.2, width + px * 0.4, tall + px * 0.4, px * 0.5);
    g.fill();
  } else if (style.mark) drawMark(g, style, x, y, px);
  const left = style.mark === 'bubble' ? x + px * 0.3 : x + indent;
  g.fillStyle = style.ink;
  g.textAlign = 'left';
  g.font = fontOf(true, px);
  if (row.lead) g.fillText(row.lead, left, y + px * 0.62, lead - px * 0.4);
  const text = row.lead ? left + lead : left;
  g.font = fontOf(false, px);
  g.textAlign = centred ? 'center' : 'left';
  row.lines.forEach((line, i) => g.fillText(line, g.textAlign === 'center' ? x + width / 2 : text, y + i * px * LINE + px * 0.62));
  g.textAlign = 'right';
  g.font = fontOf(true, px);
  let right = x + width;
  for (const cell of row.right.toReversed()) {
    g.fillText(cell, right, y + px * 0.62);
    right -= g.measureText(cell).width + px * 0.7;
  }
  return tall;
}

/** A sheet with a heading and rows. */
export function sheet(style: Style): Draw {
  return (g, w, h, rows) => {
    const pad = w * 0.07;
    const laid = layout(g, w, h, rows, style);
    const { px, centred, head, rows: body } = laid;
    const headTall = head.lines.length * px * 1.2 * LINE + px * 0.9;
    g.fillStyle = style.ground;
    g.fillRect(0, 0, w, h);
    if (style.band) {
      g.fillStyle = style.band;
      g.fillRect(0, 0, w, headTall);
    }
    g.textBaseline = 'middle';
    g.fillStyle = style.heading;
    g.font = fontOf(true, px * 1.2);
    g.textAlign = centred ? 'center' : 'left';
    head.lines.forEach((line, i) => g.fillText(line, centred ? w / 2 : pad, px * 0.45 + (i + 0.5) * px * 1.2 * LINE, w - pad * 2));
    let y = headTall + px * 0.5;
    for (const row of body) {
      y += drawRow(g, row, style, { x: pad, y, width: w - pad * 2 }, laid) + gapOf(style, px);
      if (!style.rule) continue;
      g.fillStyle = style.rule;
      g.fillRect(pad, y - gapOf(style, px) * 0.5, w - pad * 2, 2);
    }
  };
}
