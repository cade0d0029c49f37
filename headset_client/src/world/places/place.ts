import { Group, type BufferGeometry, type Mesh, type WebGLRenderer } from 'three';
import { Board } from '../things/board';
import { Bus } from '../things/bus';
import { wishOf } from '../things/bus_motion';
import { Cues } from '../things/cues';
import { parseRow } from '../things/timetable';
import type { CueView, GroundPoint, WorldView } from '../view';
import { PlaceBuilder } from './builder';
import { describedPlace } from './description';
import { addParts } from './kit';
import { lightsOf, MOODS, type MoodName } from './light';
import { wind } from './materials';
import { skyDome } from './sky';
import { water } from './water';

/** Somebody this near to the bus door, in metres, is its driver and not a passenger to be. */
const DOOR_REACH = 1.15;

/** What a board says of which the room has said nothing. */
const BLANK: readonly string[] = [];
const NOTHING: readonly CueView[] = [];

/** What the bus says that it is: the line and goal of the first row. */
function signOf(board: readonly string[]): string {
  const { line, to } = parseRow(board[1] ?? '');
  return `${line} ${to}`;
}

/** One place, built from its description: everything that stands there, its light, its sky, its boards, its bus. */
export class Place {
  readonly group = new Group();
  readonly mood: MoodName;
  private readonly boards: Board[];
  private readonly cues: Cues;
  private sign = '';
  private readonly bus: Bus | null;
  private readonly stop: GroundPoint | null;
  private readonly sea: ReturnType<typeof water> | null;
  private readonly sky: ReturnType<typeof skyDome>;

  constructor(
    readonly id: string,
    renderer: WebGLRenderer,
  ) {
    const description = describedPlace(id);
    const builder = new PlaceBuilder();
    addParts(builder, description);
    this.mood = description.mood;
    this.boards = builder.boards.map(({ prop, place }) => new Board(prop, place, MOODS[this.mood].dark));
    this.cues = new Cues(description.surfaces ?? {});
    this.sky = skyDome(renderer, MOODS[this.mood]);
    this.sea = builder.sea ? water(this.mood, builder.sea) : null;
    this.group.add(lightsOf(this.mood), this.sky.mesh, builder.build(), ...this.boards.map((board) => board.mesh), this.cues.group);
    if (this.sea) this.group.add(this.sea.mesh);
    const way = description.ways.find(({ id: name }) => name === 'bus')?.points;
    this.stop = way?.[way.length - 1] ?? null;
    this.bus = way?.[0] && this.stop ? new Bus(way[0], this.stop) : null;
    if (this.bus) this.group.add(this.bus.group);
  }

  /** Takes what the room says about things: what is written on boards, what lies about, and the bus. */
  show({ boards, cues, props, figures }: WorldView): void {
    this.cues.show(cues ?? NOTHING);
    for (const board of this.boards) {
      const rows = boards[board.prop] ?? BLANK;
      if (board.show(rows) && board.prop === 'timetable') this.sign = signOf(rows);
    }
    const { stop } = this;
    if (!this.bus || !stop) return;
    const atDoor = figures.some(({ at }) => Math.hypot(at[0] - stop[0], at[1] - stop[1]) < DOOR_REACH);
    this.bus.show(wishOf(props['bus']), props['sign'] ?? this.sign, atDoor);
  }

  /** The bus is as it is so many seconds after the room said what it says now. */
  jump({ props }: WorldView, seconds: number): void {
    this.bus?.jump(wishOf(props['bus']), seconds);
  }

  /**
   * Moves things on by `step` seconds, which is 0 while the room is frozen. Wind and water of the calm place go on with `dt`: it is where
   * Stop leads, and it is never dead.
   */
  update(step: number, dt: number): void {
    wind.value += this.mood === 'evening_shore' ? dt : step;
    this.bus?.update(step);
    this.cues.update(dt);
    this.sea?.setTime(wind.value);
  }

  /** Frees what only this place has; materials that places share stay. */
  dispose(): void {
    for (const board of this.boards) board.dispose();
    this.bus?.dispose();
    this.sky.dispose();
    this.cues.group.removeFromParent(); // what lies about has its shape from elsewhere
    this.group.traverse((object) => {
      const { geometry } = object as Mesh<BufferGeometry>;
      if (geometry) geometry.dispose();
    });
    this.group.removeFromParent();
  }
}
