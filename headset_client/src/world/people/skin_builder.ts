import { BufferGeometry, Color, Float32BufferAttribute, Matrix4, SphereGeometry, Uint16BufferAttribute, Vector3 } from 'three';
import { boneIndex, type BoneName } from './skeleton';

/** How much each bone moves a point. Kept to four bones; the shares are made to sum to one. */
export type Weights = Partial<Record<BoneName, number>>;

/** `near` is for the few people one talks with; `far` for the rest, at about a quarter of the triangles. */
export type Detail = 'near' | 'far';

/** One cross-section of a loft: an ellipse in the plane of `u` and `v`, softly squared by `square`. */
export interface Ring {
  at: Vector3;
  /** Half width along u. */
  across: number;
  /** Half depth along +v. */
  front: number;
  /** Half depth along -v; `front` when left out. */
  back?: number;
  colour: Color;
  weights: Weights | ((point: Vector3) => Weights);
  /** 1 is round, 0.5 boxy. */
  square?: number;
  /** How much light reaches a point of the ring, 0..1; all of it when left out. */
  light?: (point: Vector3) => number;
}

interface LoftOptions {
  u?: Vector3;
  v?: Vector3;
  capStart?: boolean;
  capEnd?: boolean;
}

const X = new Vector3(1, 0, 0);
const Z = new Vector3(0, 0, 1);
const weigh = (weights: Ring['weights'], point: Vector3): Weights => (typeof weights === 'function' ? weights(point) : weights);
const soften = (value: number, power: number): number => Math.sign(value) * Math.abs(value) ** power;

/** Collects lofts, sheets and balls into one skinned, vertex-coloured geometry: one draw call for a whole person. */
export class SkinBuilder {
  private readonly positions: number[] = [];
  private readonly colours: number[] = [];
  private readonly bones: number[] = [];
  private readonly shares: number[] = [];
  private readonly index: number[] = [];
  /** Normals that were given and not worked out, by point. */
  private readonly givenNormals = new Map<number, Vector3>();

  constructor(readonly detail: Detail = 'near') {}

  get far(): boolean {
    return this.detail === 'far';
  }

  /** How many sides a round thing gets at this detail. */
  sides(near: number): number {
    return this.far ? Math.max(5, Math.round(near * 0.42)) : near;
  }

  private point(at: Vector3, colour: Color, weights: Weights): number {
    this.positions.push(at.x, at.y, at.z);
    this.colours.push(colour.r, colour.g, colour.b);
    const pairs = (Object.entries(weights) as [BoneName, number][])
      .filter(([, share]) => share > 0.001)
      .sort((a, b) => b[1] - a[1])
      .slice(0, 4);
    const sum = pairs.reduce((total, [, share]) => total + share, 0);
    for (let i = 0; i < 4; i++) {
      const pair = pairs[i];
      this.bones.push(pair ? boneIndex(pair[0]) : 0);
      this.shares.push(pair ? pair[1] / sum : 0);
    }
    return this.positions.length / 3 - 1;
  }

  /** A tube through the rings, first ring to last; caps close the ends with a fan. */
  loft(all: readonly Ring[], nearSegments: number, options: LoftOptions = {}): void {
    const u = options.u ?? X;
    const v = options.v ?? Z;
    const segments = this.sides(nearSegments);
    const rings = this.far && all.length > 5 ? all.filter((_, i) => i % 2 === 0 || i === all.length - 1) : all;
    const rows = rings.map((ring) => this.ringPoints(ring, segments, u, v));
    const first = rings[0]!;
    const last = rings[rings.length - 1]!;
    // the winding that looks outwards depends on the direction of the loft
    const outward = new Vector3().crossVectors(v, u).dot(last.at.clone().sub(first.at)) > 0;
    for (let r = 0; r + 1 < rows.length; r++) this.stitch(rows[r]!, rows[r + 1]!, true, outward);
    if (options.capStart) this.fan(rows[0]!, first, outward);
    if (options.capEnd) this.fan(rows[rows.length - 1]!, last, !outward);
  }

  private ringPoints(ring: Ring, segments: number, u: Vector3, v: Vector3): number[] {
    const square = ring.square ?? 1;
    return Array.from({ length: segments }, (_, i) => {
      const angle = (i / segments) * Math.PI * 2;
      const s = soften(Math.sin(angle), square);
      const c = soften(Math.cos(angle), square);
      const depth = c > 0 ? ring.front : (ring.back ?? ring.front);
      const p = ring.at
        .clone()
        .addScaledVector(u, s * ring.across)
        .addScaledVector(v, c * depth);
      const colour = ring.light ? ring.colour.clone().multiplyScalar(ring.light(p)) : ring.colour;
      return this.point(p, colour, weigh(ring.weights, p));
    });
  }

  private fan(row: number[], ring: Ring, flip: boolean): void {
    const centre = this.point(ring.at, ring.colour, weigh(ring.weights, ring.at));
    for (let i = 0; i < row.length; i++) this.triangle(row[i]!, row[(i + 1) % row.length]!, centre, flip);
  }

  /**
   * An open or closed grid of points, rows from the top down, each row running from own right (-x) to left (+x) at the front.
   * `normals`, when given, light each point as told and not by the shape of the sheet.
   */
  sheet(
    rows: readonly (readonly Vector3[])[],
    colour: Color | ((row: number, column: number) => Color),
    weights: (p: Vector3) => Weights,
    options: { closed?: boolean; flip?: boolean; normals?: (row: number, column: number) => Vector3 } = {},
  ): void {
    const made = rows.map((row, r) =>
      row.map((p, c) => {
        const i = this.point(p, colour instanceof Color ? colour : colour(r, c), weights(p));
        if (options.normals) this.givenNormals.set(i, options.normals(r, c));
        return i;
      }),
    );
    for (let r = 0; r + 1 < made.length; r++) this.stitch(made[r]!, made[r + 1]!, options.closed ?? false, options.flip ?? false);
  }

  ball(at: Vector3, radii: Vector3, colour: Color, weights: Weights, turn?: Matrix4, detail = 10): void {
    const around = this.sides(detail);
    const sphere = new SphereGeometry(1, around, Math.max(4, Math.round(around * 0.7)));
    sphere.scale(radii.x, radii.y, radii.z);
    if (turn) sphere.applyMatrix4(turn);
    this.add(sphere.translate(at.x, at.y, at.z), colour, weights);
  }

  /** Any ready-made indexed geometry, moved by one set of weights. */
  add(geometry: BufferGeometry, colour: Color, weights: Weights): void {
    const source = geometry.getAttribute('position');
    const start = this.positions.length / 3;
    for (let i = 0; i < source.count; i++) this.point(new Vector3().fromBufferAttribute(source, i), colour, weights);
    for (const i of geometry.index!.array) this.index.push(start + i);
    geometry.dispose();
  }

  private stitch(above: number[], below: number[], closed: boolean, flip: boolean): void {
    const count = above.length;
    const end = closed ? count : count - 1;
    for (let i = 0; i < end; i++) {
      const j = (i + 1) % count;
      this.triangle(above[i]!, below[i]!, above[j]!, flip);
      this.triangle(above[j]!, below[i]!, below[j]!, flip);
    }
  }

  private triangle(a: number, b: number, c: number, flip: boolean): void {
    if (flip) this.index.push(a, c, b);
    else this.index.push(a, b, c);
  }

  build(): BufferGeometry {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new Float32BufferAttribute(this.positions, 3));
    geometry.setAttribute('color', new Float32BufferAttribute(this.colours, 3));
    geometry.setAttribute('skinIndex', new Uint16BufferAttribute(this.bones, 4));
    geometry.setAttribute('skinWeight', new Float32BufferAttribute(this.shares, 4));
    geometry.setIndex(this.index);
    geometry.computeVertexNormals();
    const normal = geometry.getAttribute('normal');
    for (const [i, n] of this.givenNormals) normal.setXYZ(i, n.x, n.y, n.z);
    return geometry;
  }
}
