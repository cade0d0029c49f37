import {
  BoxGeometry,
  CanvasTexture,
  Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  SRGBColorSpace,
  type Material,
  type Matrix4,
} from 'three';
import { penOn, whenTypefaceIsHere, type Pen } from '../canvas';
import { faceOf, type BoardFace } from './board_faces';
import { PIXELS_PER_METRE } from './sheet';

/** Something that the room writes on: a picture that is drawn again only when its text changes, or its typeface has arrived. */
export class Board {
  readonly mesh: Mesh;
  private readonly face: BoardFace;
  private readonly pen: Pen;
  private readonly texture: CanvasTexture;
  private rows: readonly string[] = [];

  /** `lit` has a lamp of its own, so that it can be read at night. */
  constructor(
    readonly prop: string,
    place: Matrix4,
    lit = false,
  ) {
    this.face = faceOf(prop);
    const { width, height } = this.face;
    this.pen = penOn(Math.round(width * PIXELS_PER_METRE), Math.round(height * PIXELS_PER_METRE));
    this.texture = new CanvasTexture(this.pen.canvas);
    this.texture.colorSpace = SRGBColorSpace;
    this.texture.anisotropy = 8;
    const map = this.texture;
    const material = lit ? new MeshBasicMaterial({ map }) : new MeshLambertMaterial({ map });
    this.mesh = new Mesh(new BoxGeometry(width, height, 0.002), material);
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
    this.face.draw(this.pen, this.pen.canvas.width, this.pen.canvas.height, this.rows);
    this.texture.needsUpdate = true;
  }

  dispose(): void {
    this.texture.dispose();
    this.mesh.geometry.dispose();
    (this.mesh.material as Material).dispose();
  }
}
