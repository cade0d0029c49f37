import { CanvasTexture, DynamicDrawUsage, InstancedMesh, Matrix4, MeshBasicMaterial, PlaneGeometry, Vector3 } from 'three';
import type { Bones } from '../people/skeleton';

const SPOTS = [
  ['footL', 0.26, 0.4],
  ['footR', 0.26, 0.4],
  ['hips', 0.74, 0.62],
] as const;

function blob(): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 64;
  const g = canvas.getContext('2d');
  if (!g) throw new Error('this browser draws no 2d canvas');
  const fade = g.createRadialGradient(32, 32, 2, 32, 32, 32);
  fade.addColorStop(0, 'rgba(24,24,30,.62)');
  fade.addColorStop(0.45, 'rgba(24,24,30,.34)');
  fade.addColorStop(1, 'rgba(24,24,30,0)');
  g.fillStyle = fade;
  g.fillRect(0, 0, 64, 64);
  return new CanvasTexture(canvas);
}

const at = new Vector3();
const matrix = new Matrix4();

/** Soft round shadows under everybody's feet: one instanced draw call for the whole crowd. */
export class FootShadows extends InstancedMesh {
  constructor(most: number) {
    const material = new MeshBasicMaterial({
      map: blob(),
      transparent: true,
      depthWrite: false,
      polygonOffset: true,
      polygonOffsetFactor: -2,
    });
    super(new PlaneGeometry(1, 1).rotateX(-Math.PI / 2), material, most * SPOTS.length);
    this.instanceMatrix.setUsage(DynamicDrawUsage);
    this.frustumCulled = false;
    this.count = 0;
  }

  /** Begins a new frame; then `under` is called once for each person in sight. */
  restart(): void {
    this.count = 0;
  }

  under(bones: Bones, floor = 0.012): void {
    for (const [name, width, depth] of SPOTS) {
      at.setFromMatrixPosition(bones[name].matrixWorld);
      const i = this.count++;
      const ahead = name === 'hips' ? 0 : 0.04;
      this.setMatrixAt(i, matrix.makeScale(width, 1, depth).setPosition(at.x, floor + i * 0.0002, at.z + ahead));
    }
    this.instanceMatrix.needsUpdate = true;
  }
}
