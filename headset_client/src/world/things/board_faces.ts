import { TYPEFACE, type Pen } from '../canvas';
import { drawTimetable } from './timetable';

/** How one kind of board looks: its size in metres, and how its rows are drawn on it. */
export interface BoardFace {
  width: number;
  height: number;
  draw: (g: Pen, w: number, h: number, rows: readonly string[]) => void;
}

export const PIXELS_PER_METRE = 900;
/** Height of type in metres, largest first; its capitals are two thirds of that. The last is read from where the client stands. */
const SIZES_M = [0.084, 0.076, 0.068, 0.062, 0.056, 0.05, 0.045, 0.04, 0.036, 0.033] as const;
const LINE = 1.28;

interface Style {
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

/** One row as it will be drawn: the lines of its first cell, and what stands at the right. */
interface Laid {
  lines: string[];
  right: string[];
}

const fontOf = (bold: boolean, px: number): string => `${bold ? 700 : 400} ${px}px ${TYPEFACE}`;

function lay(g: Pen, row: string, px: number, width: number, bold: boolean): Laid {
  const [first = '', ...right] = row.split('|').map((cell) => cell.trim());
  g.font = fontOf(true, px);
  const taken = right.reduce((sum, cell) => sum + g.measureText(cell).width + px * 0.7, 0);
  g.font = fontOf(bold, px);
  const fits = (room: number) => (line: string) => g.measureText(line).width <= room;
  // what would leave too little room beside it stands below
  if (taken > width * 0.55) return { lines: [...wrapped(first, fits(width)), ...wrapped(right.join('  '), fits(width))], right: [] };
  return { lines: wrapped(first, fits(width - taken)), right };
}

const gapOf = (style: Style, px: number): number => px * (style.mark === 'bubble' ? 0.9 : 0.42);

interface Layout {
  px: number;
  head: Laid;
  rows: Laid[];
}

/** How it lies in type of a size, how high that is, and whether a row had to be broken. */
function laidOut(g: Pen, w: number, rows: readonly string[], style: Style, size: number): Layout & { tall: number; broken: boolean } {
  const pad = w * 0.07;
  const px = size * PIXELS_PER_METRE;
  const head = lay(g, rows[0] ?? '', px * 1.2, w - pad * 2, true);
  const body = rows.slice(1).map((row) => lay(g, row, px, w - pad * 2 - (style.mark ? px * 1.1 : 0), false));
  const below = body.reduce((sum, row) => sum + row.lines.length * px * LINE + gapOf(style, px), 0);
  const tall = head.lines.length * px * 1.2 * LINE + px * 1.5 + below + pad * 0.6;
  return { px, head, rows: body, tall, broken: [head, ...body].some(({ lines }) => lines.length > 1) };
}

/** The largest type in which everything fits; roomy type in which no row is broken comes first. */
function layout(g: Pen, w: number, h: number, rows: readonly string[], style: Style): Layout {
  const all = SIZES_M.map((size) => ({ size, ...laidOut(g, w, rows, style, size) }));
  const fitting = all.filter(({ tall }) => tall <= h);
  return fitting.find(({ size, broken }) => !broken && size >= ROOMY_M) ?? fitting[0] ?? all.at(-1)!;
}

function drawMark(g: Pen, style: Style, x: number, y: number, px: number): void {
  g.strokeStyle = style.heading;
  g.fillStyle = style.heading;
  g.lineWidth = px * 0.08;
  if (style.mark === 'box') g.strokeRect(x, y + px * 0.24, px * 0.72, px * 0.72);
  else {
    g.beginPath();
    g.arc(x + px * 0.3, y + px * 0.62, px * 0.13, 0, 7);
    g.fill();
  }
}

function drawRow(g: Pen, row: Laid, style: Style, x: number, y: number, width: number, px: number): number {
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
  g.font = fontOf(false, px);
  g.textAlign = style.centred && row.right.length === 0 ? 'center' : 'left';
  row.lines.forEach((line, i) => g.fillText(line, g.textAlign === 'center' ? x + width / 2 : left, y + i * px * LINE + px * 0.62));
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
function sheet(style: Style): BoardFace['draw'] {
  return (g, w, h, rows) => {
    const pad = w * 0.07;
    const { px, head, rows: body } = layout(g, w, h, rows, style);
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
    g.textAlign = style.centred ? 'center' : 'left';
    head.lines.forEach((line, i) => g.fillText(line, style.centred ? w / 2 : pad, px * 0.45 + (i + 0.5) * px * 1.2 * LINE, w - pad * 2));
    let y = headTall + px * 0.5;
    for (const row of body) {
      y += drawRow(g, row, style, pad, y, w - pad * 2, px) + gapOf(style, px);
      if (!style.rule) continue;
      g.fillStyle = style.rule;
      g.fillRect(pad, y - gapOf(style, px) * 0.5, w - pad * 2, 2);
    }
  };
}

const INK = '#1F2D2C';
const PAPER = '#FBF8F2';
const FJORD = '#1E626A';
const letter: Style = { ground: PAPER, ink: INK, heading: INK };

/** Every prop that a scenario may write on, by the name of its part. */
export const BOARD_FACES: Readonly<Record<string, BoardFace>> = {
  timetable: { width: 0.9, height: 1.22, draw: drawTimetable },
  notice: { width: 0.9, height: 1.14, draw: sheet({ ground: PAPER, ink: INK, heading: '#ffffff', band: FJORD, rule: '#d8d3c6' }) },
  list: { width: 0.72, height: 1.02, draw: sheet({ ground: '#fdf6df', ink: INK, heading: '#8a4a37', mark: 'box' }) },
  letter: { width: 0.76, height: 1.06, draw: sheet(letter) },
  menu: { width: 0.84, height: 1.1, draw: sheet({ ground: '#2e3c39', ink: '#f6f1e4', heading: '#f0c987', rule: '#4a5a56' }) },
  rules: { width: 0.86, height: 1.12, draw: sheet({ ground: '#f4efe0', ink: INK, heading: '#ffffff', band: '#8a5a44', mark: 'dot' }) },
  poster: { width: 0.82, height: 1.14, draw: sheet({ ground: '#203f52', ink: '#f7f3e6', heading: '#f3c57c', centred: true }) },
  agenda: { width: 0.9, height: 1.14, draw: sheet({ ground: '#fbfbf7', ink: INK, heading: FJORD, mark: 'dot' }) },
  phone: { width: 0.54, height: 0.96, draw: sheet({ ground: '#dfe9e6', ink: INK, heading: '#ffffff', band: FJORD, mark: 'bubble' }) },
  plan: { width: 0.76, height: 1.06, draw: sheet({ ground: PAPER, ink: INK, heading: FJORD, mark: 'dot', rule: '#e2dccd' }) },
  cv: { width: 0.76, height: 1.06, draw: sheet({ ...letter, heading: FJORD, rule: '#ded8ca' }) },
  shelf_label: { width: 0.78, height: 0.62, draw: sheet({ ground: '#f6e7a6', ink: INK, heading: INK, rule: '#d9c678' }) },
};

/** How the board of a prop looks. Throws for a prop that nobody can write on: places are ours. */
export function faceOf(prop: string): BoardFace {
  const face = BOARD_FACES[prop];
  if (!face) throw new Error(`no such board: ${prop}`);
  return face;
}
