import {
  BoxGeometry,
  BufferGeometry,
  CanvasTexture,
  Color,
  CylinderGeometry,
  DoubleSide,
  Float32BufferAttribute,
  Group,
  IcosahedronGeometry,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  RepeatWrapping,
  SRGBColorSpace,
  Vector3,
} from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import { RoundedBoxGeometry } from 'three/addons/geometries/RoundedBoxGeometry.js';

export type Vec3 = readonly [x: number, y: number, z: number];
/** How the one grain texture is laid on a part: even, or drawn out along one axis like wood. */
export type Grain = 'even' | 'woodX' | 'woodY' | 'woodZ' | 'coarse';
export interface Paint {
  colour: string;
  grain?: Grain;
  /** darkens the lower points: baked contact shade */ foot?: number;
}

const random = (() => {
  let seed = 11;
  return (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
})();

function grainTexture(): CanvasTexture {
  const size = 256,
    canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const g = canvas.getContext('2d')!;
  g.fillStyle = '#f4f4f4';
  g.fillRect(0, 0, size, size);
  for (let i = 0; i < 5200; i++) {
    const tone = Math.round(214 + random() * 41),
      r = 0.4 + random() * 1.1,
      x = random() * size,
      y = random() * size;
    g.fillStyle = `rgba(${tone},${tone},${tone},.42)`;
    for (const dx of [-size, 0, size])
      for (const dy of [-size, 0, size]) {
        if (x + dx < -4 || x + dx > size + 4 || y + dy < -4 || y + dy > size + 4) continue;
        g.beginPath();
        g.arc(x + dx, y + dy, r, 0, 7);
        g.fill();
      }
  }
  const texture = new CanvasTexture(canvas);
  texture.wrapS = texture.wrapT = RepeatWrapping;
  texture.colorSpace = SRGBColorSpace;
  texture.anisotropy = 4;
  return texture;
}

const GRAIN_SCALE: Record<Grain, Vec3> = {
  even: [1.6, 1.6, 1.6],
  coarse: [0.5, 0.5, 0.5],
  woodX: [0.22, 2.6, 2.6],
  woodY: [2.6, 0.22, 2.6],
  woodZ: [2.6, 2.6, 0.22],
};

/** Collects the parts of a place and merges them into at most six draw calls: solid, glass, glow, shade, and one per text panel sheet. */
export class PlaceBuilder {
  private readonly solid: BufferGeometry[] = [];
  private readonly glass: BufferGeometry[] = [];
  private readonly glow: BufferGeometry[] = [];
  private readonly shade: BufferGeometry[] = [];
  private readonly panels: Mesh[] = [];
  /** Where live timetables hang, in the world. */
  readonly boards: Matrix4[] = [];
  private place = new Matrix4();

  /** Everything until the next call is built relative to this spot; turn in degrees. */
  at([x, y, z]: Vec3, turn = 0): this {
    this.place = new Matrix4().makeRotationY((turn * Math.PI) / 180).setPosition(x, y, z);
    return this;
  }

  private take(geometry: BufferGeometry, into: BufferGeometry[], paint: Paint): void {
    const g = geometry.index ? geometry.toNonIndexed() : geometry;
    g.applyMatrix4(this.place);
    const position = g.getAttribute('position'),
      normal = g.getAttribute('normal'),
      colour = new Color(paint.colour),
      scale = GRAIN_SCALE[paint.grain ?? 'even'];
    g.computeBoundingBox();
    const low = g.boundingBox!.min.y,
      tall = Math.max(0.001, g.boundingBox!.max.y - low),
      colours: number[] = [],
      uvs: number[] = [];
    for (let i = 0; i < position.count; i++) {
      const x = position.getX(i),
        y = position.getY(i),
        z = position.getZ(i),
        nx = Math.abs(normal.getX(i)),
        ny = Math.abs(normal.getY(i)),
        nz = Math.abs(normal.getZ(i));
      const k = 1 - (paint.foot ?? 0) * (1 - (y - low) / tall);
      colours.push(colour.r * k, colour.g * k, colour.b * k);
      if (ny >= nx && ny >= nz) uvs.push(x * scale[0], z * scale[2]);
      else if (nx > nz) uvs.push(z * scale[2], y * scale[1]);
      else uvs.push(x * scale[0], y * scale[1]);
    }
    const clean = new BufferGeometry();
    clean.setAttribute('position', position);
    clean.setAttribute('normal', normal);
    clean.setAttribute('color', new Float32BufferAttribute(colours, 3));
    clean.setAttribute('uv', new Float32BufferAttribute(uvs, 2));
    into.push(clean);
  }

  /** A box by its size and the middle of its underside; `soft` rounds the edges so that they catch light. */
  box(size: Vec3, [x, y, z]: Vec3, paint: Paint, soft = 0, tilt = 0): this {
    const g = soft > 0 ? new RoundedBoxGeometry(size[0], size[1], size[2], 1, soft) : new BoxGeometry(size[0], size[1], size[2]);
    if (tilt) g.rotateX((tilt * Math.PI) / 180);
    this.take(g.translate(x, y + size[1] / 2, z), this.solid, paint);
    return this;
  }

  tube(radius: number, height: number, [x, y, z]: Vec3, paint: Paint, options: { top?: number; sides?: number } = {}): this {
    this.take(
      new CylinderGeometry(options.top ?? radius, radius, height, options.sides ?? 14).translate(x, y + height / 2, z),
      this.solid,
      paint,
    );
    return this;
  }

  /** A bar between two points. */
  bar(from: Vec3, to: Vec3, radius: number, paint: Paint, sides = 8): this {
    const a = new Vector3(...from),
      b = new Vector3(...to),
      length = a.distanceTo(b),
      g = new CylinderGeometry(radius, radius, length, sides);
    const turn = new Matrix4().lookAt(a, b, Math.abs(b.y - a.y) > length * 0.99 ? new Vector3(1, 0, 0) : new Vector3(0, 1, 0));
    g.rotateX(Math.PI / 2)
      .applyMatrix4(turn)
      .translate((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, (from[2] + to[2]) / 2);
    this.take(g, this.solid, paint);
    return this;
  }

  /** A lumpy ball: leaves, snow, stones. Fewer sides than a ball and no seams. */
  lump(radii: Vec3, at: Vec3, paint: Paint, rough = 0.12, detail = 2): this {
    const g = new IcosahedronGeometry(1, detail),
      p = g.getAttribute('position'),
      v = new Vector3(),
      seed = random() * 50;
    for (let i = 0; i < p.count; i++) {
      v.fromBufferAttribute(p, i);
      v.multiplyScalar(
        1 + rough * (Math.sin(v.x * 4.1 + seed) * Math.sin(v.y * 3.7 + seed * 2) + 0.6 * Math.sin(v.z * 6.3 + v.x * 5 + seed)),
      );
      p.setXYZ(i, v.x, v.y, v.z);
    }
    g.scale(radii[0], radii[1], radii[2]).computeVertexNormals();
    const n = g.getAttribute('normal'); // light the lump like a ball: no facets
    for (let i = 0; i < p.count; i++) {
      v.fromBufferAttribute(p, i)
        .divide(new Vector3(...radii))
        .normalize();
      n.setXYZ(i, v.x, v.y, v.z);
    }
    this.take(g.translate(at[0], at[1], at[2]), this.solid, paint);
    return this;
  }

  solidGeometry(geometry: BufferGeometry, paint: Paint): this {
    this.take(geometry, this.solid, paint);
    return this;
  }
  pane(size: Vec3, [x, y, z]: Vec3, colour = '#bcd3d3'): this {
    this.take(new BoxGeometry(...size).translate(x, y + size[1] / 2, z), this.glass, { colour });
    return this;
  }
  /** Something that gives light and takes none: lamps, daylight in a window. `foot` fades it downwards. */
  light(geometry: BufferGeometry, paint: Paint): this {
    this.take(geometry, this.glow, paint);
    return this;
  }

  /** A soft contact shadow on the floor: width and depth of the thing that casts it. */
  contact(width: number, depth: number, [x, y, z]: Vec3, strength = 0.5, colour: Vec3 = [0.1, 0.11, 0.14], spread = 0.16): this {
    const g = new BufferGeometry(),
      xs = [-width / 2 - spread, -width / 2 + spread * 0.3, width / 2 - spread * 0.3, width / 2 + spread],
      zs = [-depth / 2 - spread, -depth / 2 + spread * 0.3, depth / 2 - spread * 0.3, depth / 2 + spread];
    const position: number[] = [],
      colours: number[] = [],
      index: number[] = [];
    for (let r = 0; r < 4; r++)
      for (let c = 0; c < 4; c++) {
        position.push(x + xs[c]!, y + 0.006, z + zs[r]!);
        const inside = r > 0 && r < 3 && c > 0 && c < 3;
        colours.push(...colour, inside ? strength : 0);
      }
    for (let r = 0; r < 3; r++)
      for (let c = 0; c < 3; c++) {
        const a = r * 4 + c;
        if ((r + c) % 2 === 0 && r !== c) index.push(a, a + 4, a + 5, a, a + 5, a + 1);
        else if (r === c) index.push(a, a + 4, a + 5, a, a + 5, a + 1);
        else index.push(a, a + 4, a + 1, a + 1, a + 4, a + 5);
      }
    g.setAttribute('position', new Float32BufferAttribute(position, 3));
    g.setAttribute('color', new Float32BufferAttribute(colours, 4));
    g.setIndex(index);
    this.shade.push(g.applyMatrix4(this.place));
    return this;
  }

  /** A picture drawn by code, on a plane facing +z. */
  panel(
    width: number,
    height: number,
    [x, y, z]: Vec3,
    draw: (g: CanvasRenderingContext2D, w: number, h: number) => void,
    pixelsPerMetre = 900,
  ): this {
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * pixelsPerMetre);
    canvas.height = Math.round(height * pixelsPerMetre);
    draw(canvas.getContext('2d')!, canvas.width, canvas.height);
    const map = new CanvasTexture(canvas);
    map.colorSpace = SRGBColorSpace;
    map.anisotropy = 8;
    const mesh = new Mesh(new BoxGeometry(width, height, 0.002), new MeshLambertMaterial({ map }));
    mesh.applyMatrix4(new Matrix4().multiplyMatrices(this.place, new Matrix4().makeTranslation(x, y, z)));
    this.panels.push(mesh);
    return this;
  }

  /** Where the live timetable hangs. */
  board([x, y, z]: Vec3): this {
    this.boards.push(new Matrix4().multiplyMatrices(this.place, new Matrix4().makeTranslation(x, y, z)));
    return this;
  }

  build(): Group {
    const group = new Group();
    const add = (parts: BufferGeometry[], make: () => Mesh['material']): Mesh | null => {
      if (parts.length === 0) return null;
      const mesh = new Mesh(mergeGeometries(parts), make());
      mesh.matrixAutoUpdate = false;
      group.add(mesh);
      return mesh;
    };
    const solid = add(this.solid, () => new MeshLambertMaterial({ vertexColors: true, map: grainTexture() }));
    if (solid) {
      solid.castShadow = true;
      solid.receiveShadow = true;
    }
    add(this.glow, () => new MeshBasicMaterial({ vertexColors: true }));
    add(this.shade, () => new MeshBasicMaterial({ vertexColors: true, transparent: true, depthWrite: false }));
    const glass = add(
      this.glass,
      () => new MeshLambertMaterial({ vertexColors: true, transparent: true, opacity: 0.22, depthWrite: false, side: DoubleSide }),
    );
    if (glass) glass.renderOrder = 2;
    for (const panel of this.panels) group.add(panel);
    return group;
  }
}
