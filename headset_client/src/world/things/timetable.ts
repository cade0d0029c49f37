import { TYPEFACE, type Pen } from '../canvas';

interface BoardRow {
  line: string;
  to: string;
  times: string;
  /** What is said about a late one; empty when on time. */
  late: string;
}

/** Reads 'line|to|times|late'; missing fields are empty. */
export function parseRow(row: string): BoardRow {
  const [line = '', to = '', times = '', late = ''] = row.split('|').map((field) => field.trim());
  return { line, to, times, late };
}

function drawRow(g: Pen, w: number, y: number, h: number, row: BoardRow): void {
  const pad = w * 0.05;
  const tag = w * 0.19;
  g.fillStyle = '#1E626A';
  g.beginPath();
  g.roundRect(pad, y + h * 0.1, tag, h * 0.42, 12);
  g.fill();
  g.fillStyle = '#ffffff';
  g.textAlign = 'center';
  g.font = `700 ${h * 0.33}px ${TYPEFACE}`;
  g.fillText(row.line, pad + tag / 2, y + h * 0.325, tag * 0.92);
  g.textAlign = 'left';
  g.fillStyle = '#1F2D2C';
  const right = w - pad;
  let room = right - pad * 1.6 - tag;
  if (row.late) {
    g.font = `700 ${h * 0.31}px ${TYPEFACE}`;
    g.textAlign = 'right';
    g.fillStyle = '#A5322B';
    g.fillText(row.late, right, y + h * 0.325, w * 0.34);
    g.textAlign = 'left';
    g.fillStyle = '#1F2D2C';
    room -= Math.min(w * 0.34, g.measureText(row.late).width) + pad * 0.6;
  }
  g.font = `700 ${h * 0.34}px ${TYPEFACE}`;
  g.fillText(row.to, pad * 1.6 + tag, y + h * 0.325, room);
  g.font = `400 ${h * 0.34}px ${TYPEFACE}`;
  g.fillText(row.times, pad, y + h * 0.75, w * 0.9);
  g.fillStyle = '#d8d3c6';
  g.fillRect(pad, y + h - 3, w - pad * 2, 3);
}

/** Draws a timetable: a heading, then up to six rows. */
export function drawTimetable(g: Pen, w: number, h: number, board: readonly string[]): void {
  const head = h * 0.13;
  const rows = board.slice(1, 7).map(parseRow);
  const height = (h - head) / Math.max(4, rows.length);
  g.fillStyle = '#FBF8F2';
  g.fillRect(0, 0, w, h);
  g.fillStyle = '#1E626A';
  g.fillRect(0, 0, w, head);
  g.fillStyle = '#ffffff';
  g.textBaseline = 'middle';
  g.textAlign = 'left';
  g.font = `700 ${head * 0.52}px ${TYPEFACE}`;
  g.fillText(board[0] ?? '', w * 0.05, head * 0.54, w * 0.9);
  rows.forEach((row, i) => drawRow(g, w, head + i * height, height, row));
}
