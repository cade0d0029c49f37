import { sheet, type Draw, type Style } from './sheet';
import { drawTimetable } from './timetable';

/** How one kind of board looks: its size in metres, and how its rows are drawn on it. */
export interface BoardFace {
  width: number;
  height: number;
  draw: Draw;
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
