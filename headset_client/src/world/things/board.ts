import { BoxGeometry, CanvasTexture, Mesh, MeshLambertMaterial, SRGBColorSpace, type Matrix4 } from 'three';
import { penOn, TYPEFACE, whenTypefaceIsHere, type Pen } from '../canvas';

export const BOARD_WIDTH = 0.9;
export const BOARD_HEIGHT = 1.22;
const PIXELS_PER_METRE = 900;

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

/** Draws a whole board: a heading, then up to six rows. */
function drawBoard(g: Pen, w: number, h: number, board: readonly string[]): void {
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

/** The timetable: a picture that is drawn again only when its text changes, or its typeface has arrived. */
export class Board {
  readonly mesh: Mesh;
  private readonly pen: Pen;
  private readonly texture: CanvasTexture;
  private rows: readonly string[] = [];

  constructor(place: Matrix4) {
    this.pen = penOn(Math.round(BOARD_WIDTH * PIXELS_PER_METRE), Math.round(BOARD_HEIGHT * PIXELS_PER_METRE));
    this.texture = new CanvasTexture(this.pen.canvas);
    this.texture.colorSpace = SRGBColorSpace;
    this.texture.anisotropy = 8;
    this.mesh = new Mesh(new BoxGeometry(BOARD_WIDTH, BOARD_HEIGHT, 0.002), new MeshLambertMaterial({ map: this.texture }));
    this.mesh.applyMatrix4(place);
    whenTypefaceIsHere(() => this.draw());
  }

  /** Returns whether anything had changed. Called for every frame, so an unchanged board costs a glance. */
  show(rows: readonly string[]): boolean {
    const { rows: before } = this;
    if (rows.length === before.length && rows.every((row, i) => row === before[i])) return false;
    this.rows = rows;
    this.draw();
    return true;
  }

  private draw(): void {
    drawBoard(this.pen, this.pen.canvas.width, this.pen.canvas.height, this.rows);
    this.texture.needsUpdate = true;
  }

  dispose(): void {
    this.texture.dispose();
    this.mesh.geometry.dispose();
    (this.mesh.material as MeshLambertMaterial).dispose();
  }
}
