import {
  CanvasTexture,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  PlaneGeometry,
  ShaderMaterial,
  SRGBColorSpace,
  type Vector3,
} from 'three';
import { penOn, TYPEFACE, whenTypefaceIsHere } from '../canvas';

const ROW_WIDTH = 640;
const ROW_HEIGHT = 80;
/** Height of a plate in metres at two metres from the viewer; farther off it grows, so that its text keeps 1.2° of sight. */
export const PLATE_HEIGHT = 0.088;
const PLATE_WIDTH = (PLATE_HEIGHT * ROW_WIDTH) / ROW_HEIGHT;
const LARGEST = 4;
/** Close by it shrinks, but no further than this: somebody who steps near does not bring a poster. */
const SMALLEST = 0.55;

/** How much larger than at two metres a plate is drawn, so that it can still be read. */
export const plateScale = (distance: number): number => Math.min(LARGEST, Math.max(SMALLEST, distance / 2));

// plates turn to the viewer round the vertical only: they stay upright when a head tilts
const VERTEX = `
attribute vec4 place;
attribute vec2 row;
uniform float rows;
varying vec2 spot;
varying float strength;
void main() {
  vec3 to = cameraPosition - place.xyz;
  vec3 aside = normalize(vec3(to.z, 0.0, -to.x));
  vec3 at = place.xyz + (aside * position.x + vec3(0.0, position.y + 0.5 * ${PLATE_HEIGHT.toFixed(3)}, 0.0)) * place.w;
  spot = vec2(uv.x, 1.0 - (row.x + 1.0 - uv.y) / rows);
  strength = row.y;
  gl_Position = projectionMatrix * viewMatrix * vec4(at, 1.0);
}`;
const FRAGMENT = `
uniform sampler2D map;
varying vec2 spot;
varying float strength;
void main() {
  vec4 ink = texture2D(map, spot);
  if (ink.a < 0.02) discard;
  gl_FragColor = vec4(ink.rgb, ink.a * strength);
  #include <colorspace_fragment>
}`;

/** Small plates above heads, all in one draw call; a row of the picture is drawn again only when its label changes. */
export class NamePlates {
  readonly mesh: Mesh;
  private readonly pen: CanvasRenderingContext2D;
  private readonly texture: CanvasTexture;
  private readonly labels: string[];
  private readonly place: InstancedBufferAttribute;
  private readonly row: InstancedBufferAttribute;
  private readonly geometry = new InstancedBufferGeometry();

  constructor(private readonly most: number) {
    this.pen = penOn(ROW_WIDTH, ROW_HEIGHT * most);
    this.texture = new CanvasTexture(this.pen.canvas);
    this.texture.colorSpace = SRGBColorSpace;
    this.texture.anisotropy = 8;
    this.labels = Array.from({ length: most }, () => '');
    this.place = new InstancedBufferAttribute(new Float32Array(most * 4), 4).setUsage(DynamicDrawUsage);
    this.row = new InstancedBufferAttribute(new Float32Array(most * 2), 2).setUsage(DynamicDrawUsage);
    const plane = new PlaneGeometry(PLATE_WIDTH, PLATE_HEIGHT);
    this.geometry.index = plane.index;
    for (const name of ['position', 'uv']) this.geometry.setAttribute(name, plane.getAttribute(name));
    this.geometry.setAttribute('place', this.place);
    this.geometry.setAttribute('row', this.row);
    this.geometry.instanceCount = 0;
    const material = new ShaderMaterial({
      uniforms: { map: { value: this.texture }, rows: { value: most } },
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      transparent: true,
      depthWrite: false,
    });
    this.mesh = new Mesh(this.geometry, material);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 5;
    whenTypefaceIsHere(() => this.labels.forEach((label, i) => this.draw(i, label)));
  }

  /** Begins a new frame; then `put` is called once for each plate in sight. */
  restart(): void {
    this.geometry.instanceCount = 0;
  }

  /** Hangs a plate over a point. `strength` 0..1 fades it. Beyond the most there can be, nothing is hung. */
  put(label: string, over: Vector3, distance: number, strength: number): void {
    const i = this.geometry.instanceCount;
    if (i >= this.most || label === '' || strength <= 0.01) return;
    let row = this.labels.indexOf(label);
    if (row < 0) {
      row = this.freeRow();
      this.draw(row, label);
    }
    this.place.setXYZW(i, over.x, over.y, over.z, plateScale(distance));
    this.row.setXY(i, row, strength);
    this.place.needsUpdate = this.row.needsUpdate = true;
    this.geometry.instanceCount = i + 1;
  }

  private oldest = 0;
  private freeRow(): number {
    const empty = this.labels.indexOf('');
    if (empty >= 0) return empty;
    this.oldest = (this.oldest + 1) % this.most;
    return this.oldest;
  }

  private draw(row: number, label: string): void {
    this.labels[row] = label;
    const { pen } = this;
    const y = row * ROW_HEIGHT;
    pen.clearRect(0, y, ROW_WIDTH, ROW_HEIGHT);
    if (label !== '') {
      pen.font = `700 ${ROW_HEIGHT * 0.7}px ${TYPEFACE}`;
      const width = Math.min(ROW_WIDTH - 4, pen.measureText(label).width + 44);
      pen.fillStyle = 'rgba(251,248,242,.94)';
      pen.beginPath();
      pen.roundRect((ROW_WIDTH - width) / 2, y + 2, width, ROW_HEIGHT - 4, 18);
      pen.fill();
      pen.fillStyle = '#1F2D2C';
      pen.textAlign = 'center';
      pen.textBaseline = 'middle';
      pen.fillText(label, ROW_WIDTH / 2, y + ROW_HEIGHT * 0.54, width - 24);
    }
    this.texture.needsUpdate = true;
  }

  dispose(): void {
    this.texture.dispose();
    this.geometry.dispose();
    (this.mesh.material as ShaderMaterial).dispose();
    this.mesh.removeFromParent();
  }
}
