import { DoubleSide, Mesh, MeshBasicMaterial, RingGeometry } from 'three';

const PARTS = 60;

/** A ring that fills with the sun, from the top, while something is looked at. Radii in metres. */
export class Ring extends Mesh<RingGeometry, MeshBasicMaterial> {
  constructor(inner: number, outer: number, colour: string, layer: number) {
    // Turned to show its back, so that it fills clockwise.
    const geometry = new RingGeometry(inner, outer, PARTS, 1, Math.PI / 2, Math.PI * 2).rotateY(Math.PI);
    const looks = { color: colour, side: DoubleSide, transparent: true, depthTest: false, toneMapped: false, fog: false };
    super(geometry, new MeshBasicMaterial(looks));
    this.renderOrder = layer;
    this.visible = false;
  }

  /** Shows `part` (0-1) of the ring; nothing at 0. */
  fill(part: number): void {
    this.visible = part > 0;
    this.geometry.setDrawRange(0, Math.ceil(part * PARTS) * 6);
  }
}
