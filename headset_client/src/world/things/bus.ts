import { CanvasTexture, Group, Mesh, MeshBasicMaterial, PlaneGeometry, SRGBColorSpace } from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import { penOn, TYPEFACE, whenTypefaceIsHere } from '../canvas';
import type { GroundPoint } from '../view';
import { axle, AXLES, busBody, DOOR_HALF, doorLeaf, driverShape, FRONT, HALF_WIDTH, ROAD, WHEEL_RADIUS } from './bus_body';
import { busAfter, busAtStart, driveOn, type BusState, type BusWish } from './bus_motion';

const SIGN_WIDTH = 640;
const SIGN_HEIGHT = 128;

/** The lit sign: over the windscreen and beside the door, one picture and one draw call. */
class LitSign {
  readonly mesh: Mesh;
  private readonly pen = penOn(SIGN_WIDTH, SIGN_HEIGHT);
  private readonly texture = new CanvasTexture(this.pen.canvas);
  private text = '';

  constructor(kerb: 1 | -1) {
    this.texture.colorSpace = SRGBColorSpace;
    this.texture.anisotropy = 4;
    const front = new PlaneGeometry(1.9, 0.38).rotateY(Math.PI / 2).translate(FRONT + 0.07, 2.55, 0);
    const side = new PlaneGeometry(1.5, 0.3).rotateY(kerb > 0 ? 0 : Math.PI);
    side.translate(-1.75, 2.52, kerb * (HALF_WIDTH + 0.045));
    this.mesh = new Mesh(mergeGeometries([front, side]), new MeshBasicMaterial({ map: this.texture }));
    whenTypefaceIsHere(() => this.draw());
  }

  show(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.draw();
  }

  private draw(): void {
    const { pen } = this;
    pen.fillStyle = '#161a1b';
    pen.fillRect(0, 0, SIGN_WIDTH, SIGN_HEIGHT);
    pen.fillStyle = '#ffc25c';
    pen.font = `700 92px ${TYPEFACE}`;
    pen.textBaseline = 'middle';
    pen.textAlign = 'center';
    pen.fillText(this.text, SIGN_WIDTH / 2, SIGN_HEIGHT * 0.54, SIGN_WIDTH - 40);
    this.texture.needsUpdate = true;
  }

  dispose(): void {
    this.texture.dispose();
  }
}

/** A bus that drives in along a way, waits with its door open, and leaves. */
export class Bus {
  readonly group = new Group();
  private readonly sign: LitSign;
  private readonly leaves: Group[];
  private readonly axles: Group[];
  private readonly driver: Group;
  private state: BusState | null = null;
  private wish: BusWish = 'away';
  /** 1 when the bus drives towards +x, -1 towards -x. */
  private readonly heading: 1 | -1;

  /** `from` is where it comes from and `stop` where its front door stands; the kerb is on the side of smaller z. */
  constructor(
    from: GroundPoint,
    private readonly stop: GroundPoint,
  ) {
    this.heading = stop[0] >= from[0] ? 1 : -1;
    const kerb = this.heading > 0 ? -1 : 1;
    this.sign = new LitSign(kerb);
    this.driver = driverShape(kerb).build(false);
    this.leaves = [-1, 1].map(() => doorLeaf().build(false));
    this.axles = AXLES.map((x) => {
      const pair = axle().build(false);
      pair.position.set(x, ROAD + WHEEL_RADIUS, 0);
      return pair;
    });
    this.group.add(busBody(kerb).build(false), this.sign.mesh, this.driver, ...this.leaves, ...this.axles);
    this.leaves.forEach((leaf) => (leaf.position.z = kerb * HALF_WIDTH));
    this.group.rotation.y = this.heading > 0 ? 0 : Math.PI;
    this.group.visible = false;
  }

  /** `text` is the line and where it goes; `driverOut` says that the driver is somebody of the room now. */
  show(wish: BusWish, text: string, driverOut: boolean): void {
    this.wish = wish;
    this.sign.show(text);
    this.driver.visible = !driverOut;
    if (this.state) return;
    this.state = busAtStart(wish);
    this.place(this.state);
  }

  jump(wish: BusWish, seconds: number): void {
    this.wish = wish;
    this.state = busAfter(wish, seconds);
    this.place(this.state);
  }

  update(dt: number): void {
    if (!this.state) return;
    driveOn(this.state, this.wish, dt);
    this.place(this.state);
  }

  private place({ away, along, door }: BusState): void {
    this.group.visible = !away;
    if (away) return;
    this.group.position.set(this.stop[0] + along * this.heading, 0, this.stop[1]);
    for (const pair of this.axles) pair.rotation.z = -along / WHEEL_RADIUS;
    const open = door * door * (3 - 2 * door);
    this.leaves.forEach((leaf, i) => {
      leaf.position.x = (i === 0 ? -1 : 1) * (DOOR_HALF * 0.5 + open * DOOR_HALF * 0.96);
      leaf.position.z = Math.sign(leaf.position.z) * (HALF_WIDTH + 0.07 * Math.min(1, door * 4));
    });
  }

  dispose(): void {
    this.sign.dispose();
  }
}
