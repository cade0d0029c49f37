import {
  BoxGeometry,
  BufferGeometry,
  CanvasTexture,
  Color,
  CylinderGeometry,
  Float32BufferAttribute,
  Group,
  IcosahedronGeometry,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  SRGBColorSpace,
  Vector3,
} from 'three';
import { RoundedBoxGeometry } from 'three/addons/geometries/RoundedBoxGeometry.js';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import { penOn, type Pen } from '../canvas';
import type { Point3 } from '../view';
import { steady } from './chance';
import type { Cards } from './foliage';
import { placeMaterials, type PlaceMaterials } from './materials';
import { contactGeometry } from './contact';

/** How the one grain texture is laid on a part: even, or drawn out along one axis like wood. */
type Grain = 'even' | 'woodX' | 'woodY' | 'woodZ' | 'coarse';
export interface Paint {
  colour: string;
  grain?: Grain;
  /** Darkens the lower points, 0..1: baked contact shade. */
  foot?: number;
}

const GRAIN_SCALE: Record<Grain, Point3> = {
  even: [1.6, 1.6, 1.6],
  coarse: [0.5, 0.5, 0.5],
  woodX: [0.22, 2.6, 2.6],
  woodY: [2.6, 0.22, 2.6],
  woodZ: [2.6, 2.6, 0.22],
};

/** Colours every point, and lays the grain by the world's axes so that it fits from part to part. */
function painted(geometry: BufferGeometry, paint: Paint): BufferGeometry {
  const position = geometry.getAttribute('position');
  const normal = geometry.getAttribute('normal');
  const colour = new Color(paint.colour);
  const [sx, sy, sz] = GRAIN_SCALE[paint.grain ?? 'even'];
  geometry.computeBoundingBox();
  const low = geometry.boundingBox!.min.y;
  const tall = Math.max(0.001, geometry.boundingBox!.max.y - low);
  const colours: number[] = [];
  const uvs: number[] = [];
  for (let i = 0; i < position.count; i++) {
    const x = position.getX(i);
    const y = position.getY(i);
    const z = position.getZ(i);
    const nx = Math.abs(normal.getX(i));
    const ny = Math.abs(normal.getY(i));
    const nz = Math.abs(normal.getZ(i));
    const light = 1 - (paint.foot ?? 0) * (1 - (y - low) / tall);
    colours.push(colour.r * light, colour.g * light, colour.b * light);
    if (ny >= nx && ny >= nz) uvs.push(x * sx, z * sz);
    else if (nx > nz) uvs.push(z * sz, y * sy);
    else uvs.push(x * sx, y * sy);
  }
  const clean = new BufferGeometry();
  clean.setAttribute('position', position);
  clean.setAttribute('normal', normal);
  clean.setAttribute('color', new Float32BufferAttribute(colours, 3));
  clean.setAttribute('uv', new Float32BufferAttribute(uvs, 2));
  return clean;
}

type Draw = (g: Pen, width: number, height: number) => void;
interface Panel {
  width: number;
  height: number;
  place: Matrix4;
  draw: Draw;
  lit: boolean;
}
const PANEL_PIXELS = 700;

function hang({ width, height, place, draw, lit }: Panel): Mesh {
  const g = penOn(Math.round(width * PANEL_PIXELS), Math.round(height * PANEL_PIXELS));
  draw(g, g.canvas.width, g.canvas.height);
  const map = new CanvasTexture(g.canvas);
  map.colorSpace = SRGBColorSpace;
  map.anisotropy = 8;
  const mesh = new Mesh(new BoxGeometry(width, height, 0.002), lit ? new MeshBasicMaterial({ map }) : new MeshLambertMaterial({ map }));
  mesh.applyMatrix4(place);
  return mesh;
}

/** Collects the parts of a place and merges them into at most five draw calls, and one for each picture. */
export class PlaceBuilder {
  private readonly parts: Record<keyof PlaceMaterials, BufferGeometry[]> = { solid: [], glow: [], shade: [], glass: [], leaves: [] };
  private readonly panels: Panel[] = [];
  /** Where the things hang that the room writes on, in the world, by the name of the thing. */
  readonly boards: { prop: string; place: Matrix4 }[] = [];
  /** Still water to the horizon: its height, and where along z it begins. */
  sea: { y: number; edge: number } | null = null;
  private place = new Matrix4();
  private readonly random = steady(11);

  /** Everything until the next call is built relative to this spot; turn in degrees. */
  at([x, y, z]: Point3, turn = 0): this {
    this.place = new Matrix4().makeRotationY((turn * Math.PI) / 180).setPosition(x, y, z);
    return this;
  }

  private take(geometry: BufferGeometry, into: keyof PlaceMaterials, paint: Paint): this {
    const g = geometry.index ? geometry.toNonIndexed() : geometry;
    this.parts[into].push(painted(g.applyMatrix4(this.place), paint));
    return this;
  }

  /** A box by its size and the middle of its underside; `soft` rounds the edges so that they catch light. */
  box(size: Point3, [x, y, z]: Point3, paint: Paint, soft = 0): this {
    const g = soft > 0 ? new RoundedBoxGeometry(size[0], size[1], size[2], 1, soft) : new BoxGeometry(size[0], size[1], size[2]);
    return this.take(g.translate(x, y + size[1] / 2, z), 'solid', paint);
  }

  tube(radius: number, height: number, [x, y, z]: Point3, paint: Paint, options: { top?: number; sides?: number } = {}): this {
    const g = new CylinderGeometry(options.top ?? radius, radius, height, options.sides ?? 14);
    return this.take(g.translate(x, y + height / 2, z), 'solid', paint);
  }

  /** A bar between two points. */
  bar(from: Point3, to: Point3, radius: number, paint: Paint, sides = 8, end = radius): this {
    const a = new Vector3(...from);
    const b = new Vector3(...to);
    const length = a.distanceTo(b);
    const upright = Math.abs(b.y - a.y) > length * 0.99;
    const turn = new Matrix4().lookAt(a, b, upright ? new Vector3(1, 0, 0) : new Vector3(0, 1, 0));
    const g = new CylinderGeometry(radius, end, length, sides).rotateX(Math.PI / 2).applyMatrix4(turn);
    const middle = a.add(b).multiplyScalar(0.5);
    return this.take(g.translate(middle.x, middle.y, middle.z), 'solid', paint);
  }

  /** A lumpy ball, lit like a smooth one: stones, snow. Fewer sides than a ball and no seams. */
  lump(radii: Point3, at: Point3, paint: Paint, rough = 0.12, detail = 2): this {
    const g = new IcosahedronGeometry(1, detail);
    const p = g.getAttribute('position');
    const n = g.getAttribute('normal');
    const v = new Vector3();
    const seed = this.random() * 50;
    for (let i = 0; i < p.count; i++) {
      v.fromBufferAttribute(p, i);
      const wave = Math.sin(v.x * 4.1 + seed) * Math.sin(v.y * 3.7 + seed * 2) + 0.6 * Math.sin(v.z * 6.3 + v.x * 5 + seed);
      v.multiplyScalar(1 + rough * wave);
      p.setXYZ(i, v.x * radii[0], v.y * radii[1], v.z * radii[2]);
      v.set(v.x / radii[0], v.y / radii[1], v.z / radii[2]).normalize();
      n.setXYZ(i, v.x, v.y, v.z);
    }
    return this.take(g.translate(at[0], at[1], at[2]), 'solid', paint);
  }

  solid(geometry: BufferGeometry, paint: Paint): this {
    return this.take(geometry, 'solid', paint);
  }

  pane(size: Point3, [x, y, z]: Point3, colour = '#bcd3d3'): this {
    return this.take(new BoxGeometry(...size).translate(x, y + size[1] / 2, z), 'glass', { colour });
  }

  /** Something that gives light and takes none: lamps, daylight in a window. `foot` fades it downwards. */
  light(geometry: BufferGeometry, paint: Paint): this {
    return this.take(geometry, 'glow', paint);
  }

  /** Cards of leaves or grass, given relative to the spot. */
  leaves(cards: Cards): this {
    this.parts.leaves.push(cards.build().applyMatrix4(this.place));
    return this;
  }

  /** A soft contact shadow on the floor: width and depth of the thing that casts it. */
  contact(width: number, depth: number, at: Point3, strength = 0.5, spread = 0.16): this {
    this.parts.shade.push(contactGeometry(width, depth, at, strength, spread).applyMatrix4(this.place));
    return this;
  }

  /** A patch of daylight on the floor. */
  gleam(width: number, depth: number, at: Point3, strength: number): this {
    this.parts.shade.push(contactGeometry(width, depth, at, strength, 0.3, [1, 0.94, 0.82]).applyMatrix4(this.place));
    return this;
  }

  /** A picture drawn by code, on a plane facing +z; `lit` gives light of its own, as a screen does. */
  panel(width: number, height: number, [x, y, z]: Point3, draw: Draw, lit = false): this {
    const place = new Matrix4().multiplyMatrices(this.place, new Matrix4().makeTranslation(x, y, z));
    this.panels.push({ width, height, place, draw, lit });
    return this;
  }

  /** Where the board of `prop` hangs, leaning back by `lean` radians. */
  board(prop: string, [x, y, z]: Point3, lean = 0): this {
    const here = new Matrix4().makeRotationX(-lean).setPosition(x, y, z);
    this.boards.push({ prop, place: new Matrix4().multiplyMatrices(this.place, here) });
    return this;
  }

  /** How many triangles were collected, pictures and boards not counted. */
  get triangles(): number {
    const count = (g: BufferGeometry): number => (g.index?.count ?? g.getAttribute('position').count) / 3;
    return Object.values(this.parts)
      .flat()
      .reduce((sum, geometry) => sum + count(geometry), 0);
  }

  /** How many pictures and boards were hung. */
  get pictures(): number {
    return this.panels.length + this.boards.length;
  }

  /** Merges what was collected. `casts` says whether it throws a shadow in the sun. */
  build(casts = true): Group {
    const group = new Group();
    const materials = placeMaterials();
    for (const kind of ['solid', 'leaves', 'glow', 'shade', 'glass'] as const) {
      const parts = this.parts[kind];
      if (parts.length === 0) continue;
      const mesh = new Mesh(mergeGeometries(parts), materials[kind]);
      for (const part of parts) part.dispose();
      mesh.matrixAutoUpdate = false;
      if (kind === 'solid' || kind === 'leaves') {
        mesh.castShadow = casts;
        // cards that shade each other only grow noisy
        mesh.receiveShadow = kind === 'solid';
      }
      if (kind === 'glass') mesh.renderOrder = 2;
      group.add(mesh);
    }
    for (const panel of this.panels) group.add(hang(panel));
    return group;
  }
}
