import { Group, type Mesh, type Material } from 'three';
import { Board } from './board';
import { PlaceBuilder } from './builder';
import { describedPlace } from './description';
import { addParts } from './kit';
import { moodGroup } from './light';
import { water } from './water';

/** One place, built from its description: everything that stands there, its light, its sky, its timetable. */
export class Place {
  readonly group = new Group();
  private readonly boards: Board[];
  private readonly sea: ReturnType<typeof water> | null;

  constructor(readonly id: string) {
    const description = describedPlace(id);
    const builder = new PlaceBuilder();
    addParts(builder, description);
    this.boards = builder.boards.map((at) => new Board(at));
    this.sea = description.mood === 'evening_shore' ? water() : null;
    this.group.add(moodGroup(description.mood), builder.build(), ...this.boards.map((board) => board.mesh));
    if (this.sea) this.group.add(this.sea.mesh);
  }

  showBoard(rows: readonly string[]): void {
    for (const board of this.boards) board.show(rows);
  }

  /** Moves water and leaves; `seconds` since the place was opened. */
  update(seconds: number): void {
    this.sea?.setTime(seconds);
  }

  dispose(): void {
    for (const board of this.boards) board.dispose();
    this.group.traverse((object) => {
      const mesh = object as Partial<Mesh>;
      mesh.geometry?.dispose();
      if (mesh.material) for (const material of [mesh.material].flat()) (material as Material).dispose();
    });
    this.group.removeFromParent();
  }
}
