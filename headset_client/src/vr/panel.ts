import { CanvasTexture, LinearMipmapLinearFilter, MathUtils, Mesh, MeshBasicMaterial, PlaneGeometry, SRGBColorSpace } from 'three';
import type { Place } from './placing';

export type Paint = (g: CanvasRenderingContext2D, width: number, height: number) => void;

/** Panels are drawn over the room: they are never hidden by a bench or a shoulder. */
const OVER = 1000;

/** A painted sheet that stands in the world: metres wide and high, painted again only when what it says changes. */
export class Panel extends Mesh<PlaneGeometry, MeshBasicMaterial> {
  private readonly canvas = document.createElement('canvas');
  private readonly g: CanvasRenderingContext2D;
  private painted = '';

  /** `dots` to the metre; the picture is painted in those dots. */
  constructor(
    readonly wide: number,
    readonly high: number,
    readonly dots: number,
    layer = 0,
  ) {
    super(
      new PlaneGeometry(wide, high),
      new MeshBasicMaterial({ transparent: true, depthTest: false, depthWrite: false, toneMapped: false, fog: false }),
    );
    this.canvas.width = Math.round(wide * dots);
    this.canvas.height = Math.round(high * dots);
    const g = this.canvas.getContext('2d');
    if (g === null) throw new Error('this browser cannot draw on a canvas');
    this.g = g;
    const texture = new CanvasTexture(this.canvas);
    texture.colorSpace = SRGBColorSpace;
    texture.minFilter = LinearMipmapLinearFilter;
    texture.anisotropy = 4;
    this.material.map = texture;
    this.renderOrder = OVER + layer;
    this.rotation.order = 'YXZ';
    this.visible = false;
  }

  /** Paints when `says` differs from what was painted last. */
  paint(says: string, paint: Paint): void {
    if (says === this.painted) return;
    this.painted = says;
    this.g.clearRect(0, 0, this.canvas.width, this.canvas.height);
    paint(this.g, this.canvas.width, this.canvas.height);
    if (this.material.map) this.material.map.needsUpdate = true;
  }

  stand(place: Place): void {
    this.position.set(...place.p);
    this.rotation.set(MathUtils.degToRad(-place.tilt), MathUtils.degToRad(place.facing), 0);
    this.visible = true;
    this.updateMatrixWorld();
  }
}
