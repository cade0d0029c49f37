import { CanvasTexture, DynamicDrawUsage, InstancedMesh, Matrix4, MeshBasicMaterial, PlaneGeometry, Vector3 } from 'three';
import { penOn } from '../canvas';
import type { Bones } from '../people/skeleton';

const SPOTS = [
  ['footL', 0.26, 0.4],
  ['footR', 0.26, 0.4],
  ['hips', 0.74, 0.62],
] as const;
/** Three soft spots and one cast by the sun. */
const A_PERSON = SPOTS.length + 1;

function blob(): CanvasTexture {
  const g = penOn(64, 64);
  const fade = g.createRadialGradient(32, 32, 2, 32, 32, 32);
  fade.addColorStop(0, 'rgba(24,24,30,.62)');
  fade.addColorStop(0.45, 'rgba(24,24,30,.34)');
  fade.addColorStop(1, 'rgba(24,24,30,0)');
  g.fillStyle = fade;
  g.fillRect(0, 0, 64, 64);
  return new CanvasTexture(g.canvas);
}

const at = new Vector3();
const matrix = new Matrix4();
const turn = new Matrix4();

/** Soft shadows under everybody, and one that each casts away from the sun: a single instanced draw call for the whole crowd. */
export class FootShadows {
  readonly mesh: InstancedMesh<PlaneGeometry, MeshBasicMaterial>;
  private sunYaw = 0;
  private castLength = 0;

  constructor(private readonly most: number) {
    const material = new MeshBasicMaterial({
      map: blob(),
      transparent: true,
      depthWrite: false,
      polygonOffset: true,
      polygonOffsetFactor: -2,
    });
    this.mesh = new InstancedMesh(new PlaneGeometry(1, 1).rotateX(-Math.PI / 2), material, most * A_PERSON);
    this.mesh.instanceMatrix.setUsage(DynamicDrawUsage);
    this.mesh.frustumCulled = false;
    this.mesh.count = 0;
  }

  /** The direction that the sun shines from; a low sun casts longer shadows. */
  sunFrom([x, y, z]: readonly [number, number, number]): void {
    this.sunYaw = Math.atan2(-x, -z);
    this.castLength = Math.min(2.6, (1.7 * Math.hypot(x, z)) / y);
  }

  /** Begins a new frame; then `under` is called once for each person in sight. */
  restart(): void {
    this.mesh.count = 0;
  }

  /** `strength` 0..1: somebody who fades has a smaller shadow. */
  under(bones: Bones, strength: number, floor = 0.012): void {
    if (this.mesh.count + A_PERSON > this.most * A_PERSON) return;
    for (const [name, width, depth] of SPOTS) {
      at.setFromMatrixPosition(bones[name].matrixWorld);
      const ahead = name === 'hips' ? 0 : 0.04;
      matrix.makeScale(width * strength, 1, depth * strength);
      this.lay(at.x, at.z + ahead, floor);
    }
    const tall = at.y > 0.75 ? 1 : 0.62;
    const half = (this.castLength * tall) / 2;
    matrix.makeScale(0.46 * strength, 1, this.castLength * tall * 1.15 * strength).premultiply(turn.makeRotationY(this.sunYaw));
    this.lay(at.x + Math.sin(this.sunYaw) * half, at.z + Math.cos(this.sunYaw) * half, floor);
  }

  private lay(x: number, z: number, floor: number): void {
    const i = this.mesh.count++;
    this.mesh.setMatrixAt(i, matrix.setPosition(x, floor + i * 0.0002, z));
    this.mesh.instanceMatrix.needsUpdate = true;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.map?.dispose();
    this.mesh.material.dispose();
    this.mesh.removeFromParent();
  }
}
