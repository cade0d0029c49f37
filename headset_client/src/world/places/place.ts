import { Group, type Mesh, type Material } from 'three';
import { Board, parseRow } from '../things/board';
import { PlaceBuilder } from './builder';
import { describedPlace } from './description';
import { addParts } from './kit';
import { moodGroup } from './light';
import { Bus } from '../things/bus';
import { wishOf } from '../things/bus_motion';
import type { GroundPoint, WorldView } from '../view';
import { water } from './water';

/** Somebody this near to the bus door, in metres, is its driver and not a passenger to be. */
const DOOR_REACH = 1.15;

/** One place, built from its description: everything that stands there, its light, its sky, its timetable. */
export class Place {
  readonly group = new Group();
  private readonly boards: Board[];
  private readonly bus: Bus | null;
  private readonly stop: GroundPoint | null;
  private readonly sea: ReturnType<typeof water> | null;

  constructor(readonly id: string) {
    const description = describedPlace(id);
    const builder = new PlaceBuilder();
    addParts(builder, description);
    this.boards = builder.boards.map((at) => new Board(at));
    this.sea = description.mood === 'evening_shore' ? water() : null;
    this.group.add(moodGroup(description.mood), builder.build(), ...this.boards.map((board) => board.mesh));
    if (this.sea) this.group.add(this.sea.mesh);
    const way = description.ways.find(({ id: name }) => name === 'bus')?.points;
    this.stop = way?.[way.length - 1] ?? null;
    this.bus = way?.[0] && this.stop ? new Bus(way[0], this.stop) : null;
    if (this.bus) this.group.add(this.bus.group);
  }

  /** Takes what the room says about things: the timetable and the bus. */
  show({ board, props, figures }: WorldView): void {
    for (const picture of this.boards) picture.show(board);
    const { stop } = this;
    if (!this.bus || !stop) return;
    const { line, to } = parseRow(board[1] ?? '');
    const atDoor = figures.some(({ at }) => Math.hypot(at[0] - stop[0], at[1] - stop[1]) < DOOR_REACH);
    this.bus.show(wishOf(props['bus']), props['sign'] ?? `${line} ${to}`, atDoor);
  }

  /** Moves water, leaves and bus on by `dt` seconds; `seconds` is the time since the place was opened. */
  update(seconds: number, dt: number): void {
    this.bus?.update(dt);
    this.sea?.setTime(seconds);
  }

  dispose(): void {
    for (const board of this.boards) board.dispose();
    this.bus?.dispose();
    this.group.traverse((object) => {
      const mesh = object as Partial<Mesh>;
      mesh.geometry?.dispose();
      if (mesh.material) for (const material of [mesh.material].flat()) (material as Material).dispose();
    });
    this.group.removeFromParent();
  }
}
