import { BufferGeometry, Float32BufferAttribute, PlaneGeometry } from 'three';
import type { PlaceBuilder, Vec3 } from './builder';
import { BOARD_HEIGHT, BOARD_WIDTH } from '../things/board';
import type { PartSpec } from './description';

const STEEL = { colour: '#5c7074', foot: 0.15 };
const WOOD = '#b98d5e';

/** Small steady numbers from a seed, so that a place looks the same for everybody. */
export function steady(seed: number): () => number {
  let s = Math.abs(Math.round(seed * 7919)) + 13;
  return () => (s = (s * 16807) % 2147483647) / 2147483647;
}

export function ground(b: PlaceBuilder, { size = [20, 0, 20], colour = '#b9b4a8' }: PartSpec): void {
  b.solidGeometry(new PlaneGeometry(size[0], size[2], 12, 12).rotateX(-Math.PI / 2), { colour, grain: 'coarse' });
}

/** Paving: slabs with slightly different greys and dark joints. */
export function paving(b: PlaceBuilder, { size = [10, 0, 3], colour = '#bdb8ad' }: PartSpec): void {
  const slab = 0.6,
    random = steady(size[0] + size[2]);
  for (let i = 0; i < Math.round(size[0] / slab); i++)
    for (let k = 0; k < Math.round(size[2] / slab); k++) {
      const g = new PlaneGeometry(slab - 0.014, slab - 0.014)
        .rotateX(-Math.PI / 2)
        .translate(-size[0] / 2 + (i + 0.5) * slab, 0.004, -size[2] / 2 + (k + 0.5) * slab);
      b.solidGeometry(g, { colour: shade(colour, 0.95 + random() * 0.09), grain: 'even' });
    }
  b.solidGeometry(new PlaneGeometry(size[0], size[2]).rotateX(-Math.PI / 2), { colour: shade(colour, 0.72) });
}

export function road(b: PlaceBuilder, { size = [40, 0, 6.5] }: PartSpec): void {
  b.solidGeometry(new PlaneGeometry(size[0], size[2], 20, 1).rotateX(-Math.PI / 2).translate(0, -0.13, 0), {
    colour: '#6f7273',
    grain: 'coarse',
  });
  for (let x = -size[0] / 2 + 1; x < size[0] / 2; x += 5)
    b.solidGeometry(new PlaneGeometry(2.2, 0.11).rotateX(-Math.PI / 2).translate(x, -0.122, 0), { colour: '#dad6cb' });
}

export function kerb(b: PlaceBuilder, { size = [40, 0.14, 0.24] }: PartSpec): void {
  const random = steady(size[0]);
  for (let x = -size[0] / 2; x < size[0] / 2; x += 1)
    b.box([0.985, size[1], size[2]], [x + 0.5, 0.012 - size[1], 0], { colour: shade('#a9a69e', 0.94 + random() * 0.1), foot: 0.3 });
}

/** Grass or snow beside a way: a soft bank with tufts. */
export function verge(b: PlaceBuilder, { size = [20, 0.1, 3], colour = '#7f8c66' }: PartSpec): void {
  const plane = new PlaneGeometry(size[0], size[2], Math.round(size[0] * 1.5), 8).rotateX(-Math.PI / 2),
    p = plane.getAttribute('position');
  for (let i = 0; i < p.count; i++) {
    const edge = Math.min(1, (size[2] / 2 - Math.abs(p.getZ(i))) / 0.7);
    p.setY(i, -0.02 + size[1] * edge * (0.7 + 0.3 * Math.sin(p.getX(i) * 0.9) * Math.cos(p.getZ(i) * 1.3 + p.getX(i) * 0.4)));
  }
  plane.computeVertexNormals();
  b.solidGeometry(plane, { colour, grain: 'coarse' });
  if (colour.startsWith('#e')) return; // snow has no blades
  const random = steady(size[0] * 3),
    blades: number[] = [],
    normals: number[] = [];
  for (let i = 0; i < size[0] * size[2] * 9; i++) {
    const x = (random() - 0.5) * size[0],
      z = (random() - 0.5) * (size[2] - 0.3),
      h = 0.07 + random() * 0.13,
      w = 0.012,
      turn = random() * 3,
      lean = (random() - 0.5) * 0.1;
    const dx = Math.cos(turn) * w,
      dz = Math.sin(turn) * w,
      y = size[1] * 0.55;
    blades.push(x - dx, y - 0.04, z - dz, x + dx, y - 0.04, z + dz, x + lean, y + h, z + lean);
    normals.push(0, 1, 0.2, 0, 1, 0.2, 0, 1, 0.2);
    blades.push(x + dx, y - 0.04, z + dz, x - dx, y - 0.04, z - dz, x + lean, y + h, z + lean);
    normals.push(0, 1, 0.2, 0, 1, 0.2, 0, 1, 0.2);
  }
  const g = new BufferGeometry();
  g.setAttribute('position', new Float32BufferAttribute(blades, 3));
  g.setAttribute('normal', new Float32BufferAttribute(normals, 3));
  b.solidGeometry(g, { colour: shade(colour, 1.12), foot: 0.35 });
}

/** A wooden house front facing +z: boards, plinth, windows with pale frames, eaves. */
export function facade(b: PlaceBuilder, { size = [8, 5.6, 4], colour = '#8c9a94' }: PartSpec): void {
  const [w, h, d] = size,
    front = d / 2,
    board = 0.2,
    random = steady(w + h);
  b.box([w, h, d], [0, 0, 0], { colour, grain: 'woodY', foot: 0.06 }).box([w + 0.06, 0.45, d + 0.06], [0, 0, 0], {
    colour: '#8e8b86',
    foot: 0.25,
  });
  for (let x = -w / 2 + board / 2; x < w / 2; x += board)
    b.box([0.035, h - 0.45, 0.03], [x, 0.45, front + 0.012], { colour: shade(colour, 0.9 + random() * 0.06), grain: 'woodY' });
  for (const storey of [0, 1])
    for (let x = -w / 2 + 1.2; x <= w / 2 - 1.1; x += 1.75) {
      const y = 1.15 + storey * 2.55;
      if (y + 1.4 > h) continue;
      b.box([1.06, 1.42, 0.09], [x, y - 0.06, front + 0.03], { colour: '#ece7dc' }).box([0.9, 1.26, 0.1], [x, y + 0.02, front + 0.032], {
        colour: random() > 0.68 ? '#e9cfa0' : '#8fa3aa',
        foot: 0.25,
      });
      b.box([0.035, 1.26, 0.12], [x, y + 0.02, front + 0.03], { colour: '#ece7dc' })
        .box([0.9, 0.035, 0.12], [x, y + 0.85, front + 0.03], { colour: '#ece7dc' })
        .box([1.16, 0.05, 0.2], [x, y - 0.1, front + 0.05], { colour: '#dcd6ca' });
    }
  b.solidGeometry(gable(w + 0.7, d * 0.42, d + 0.9).translate(0, h - 0.02, 0), { colour: '#77716e', grain: 'woodX' });
  b.box([w + 0.5, 0.12, 0.5], [0, h - 0.06, front + 0.1], { colour: '#e4ded2', foot: 0.2 });
}

/** A timber and glass bus shelter, open towards +z. */
export function shelter(b: PlaceBuilder, { size = [3.8, 2.45, 1.5] }: PartSpec): void {
  const [w, h, d] = size;
  for (const x of [-w / 2 + 0.05, 0, w / 2 - 0.05])
    b.box([0.07, h, 0.07], [x, 0, -d / 2 + 0.05], STEEL, 0.008).contact(0.07, 0.07, [x, 0, -d / 2 + 0.05], 0.4);
  for (const x of [-w / 2 + 0.05, w / 2 - 0.05])
    b.box([0.07, h, 0.07], [x, 0, d / 2 - 0.25], STEEL, 0.008).contact(0.07, 0.07, [x, 0, d / 2 - 0.25], 0.4);
  b.box([w + 0.3, 0.1, d + 0.35], [0, h, 0.05], { colour: '#4d5d60' }, 0.02);
  for (let i = 0; i < 11; i++)
    b.box([w + 0.1, 0.03, 0.125], [0, h - 0.035, -d / 2 + 0.08 + i * 0.145], { colour: shade(WOOD, i % 2 ? 1 : 0.94), grain: 'woodX' });
  for (const x of [-w / 4, w / 4])
    b.pane([w / 2 - 0.12, h - 0.5, 0.012], [x, 0.28, -d / 2 + 0.05])
      .box([w / 2 - 0.08, 0.04, 0.04], [x, 0.25, -d / 2 + 0.05], STEEL)
      .box([w / 2 - 0.08, 0.04, 0.04], [x, h - 0.22, -d / 2 + 0.05], STEEL);
  for (const x of [-w / 2 + 0.05, w / 2 - 0.05])
    b.pane([0.012, h - 0.5, d - 0.4], [x, 0.28, -0.1]).box([0.04, 0.04, d - 0.36], [x, 0.25, -0.1], STEEL);
  for (const x of [-w / 4, w / 4]) b.box([w / 2 - 0.14, 0.05, 0.003], [x, 1.5, -d / 2 + 0.058], { colour: '#dfe8e6' }); // the band that birds and people see
  b.contact(w, d, [0, 0, 0], 0.22);
}

export function bench(b: PlaceBuilder, { size = [1.7, 0.45, 0.42] }: PartSpec): void {
  const [w, h, d] = size;
  for (let i = 0; i < 4; i++)
    b.box(
      [w, 0.035, d / 4 - 0.012],
      [0, h - 0.035, -d / 2 + (i + 0.5) * (d / 4)],
      { colour: shade(WOOD, 0.96 + 0.04 * (i % 2)), grain: 'woodX' },
      0.008,
    );
  for (const x of [-w / 2 + 0.2, w / 2 - 0.2]) b.box([0.05, h - 0.035, d - 0.06], [x, 0, 0], STEEL, 0.006);
  b.contact(w, d, [0, 0, 0], 0.45);
}

/** A frame for the live timetable; what it says comes from the room. */
export function timetable(b: PlaceBuilder, _spec: PartSpec): void {
  b.box([BOARD_WIDTH + 0.08, BOARD_HEIGHT + 0.08, 0.05], [0, 0.86, 0], STEEL, 0.012)
    .tube(0.03, 0.9, [-0.36, 0, 0], STEEL)
    .tube(0.03, 0.9, [0.36, 0, 0], STEEL)
    .contact(0.78, 0.06, [0, 0, 0], 0.4)
    .board([0, 0.9 + BOARD_HEIGHT / 2, 0.027]);
}

export function signPole(b: PlaceBuilder, { text = ['Buss'] }: PartSpec): void {
  b.tube(0.03, 2.75, [0, 0, 0], STEEL)
    .contact(0.08, 0.08, [0, 0, 0], 0.45)
    .box([0.5, 0.62, 0.03], [0, 2.1, 0.03], { colour: '#24525c' }, 0.012);
  b.panel(0.46, 0.58, [0, 2.41, 0.047], (g, w, h) => {
    g.fillStyle = '#2b6470';
    g.fillRect(0, 0, w, h);
    g.fillStyle = '#fff';
    g.beginPath();
    g.roundRect(w * 0.2, h * 0.12, w * 0.6, h * 0.42, 22);
    g.fill();
    g.fillStyle = '#2b6470';
    g.beginPath();
    g.roundRect(w * 0.26, h * 0.18, w * 0.48, h * 0.17, 8);
    g.fill();
    for (const x of [0.3, 0.7]) {
      g.beginPath();
      g.arc(w * x, h * 0.45, w * 0.045, 0, 7);
      g.fill();
    }
    g.fillStyle = '#fff';
    g.fillRect(w * 0.26, h * 0.53, w * 0.12, h * 0.06);
    g.fillRect(w * 0.62, h * 0.53, w * 0.12, h * 0.06);
    g.font = `700 ${h * 0.13}px "DejaVu Sans", sans-serif`;
    g.textAlign = 'center';
    g.fillText(text[0] ?? '', w / 2, h * 0.8);
  });
}

/** A birch: pale bark with dark marks, and airy clumps of leaves. */
export function tree(b: PlaceBuilder, { size = [2.4, 5.2, 2.4], colour = '#98994f', at }: PartSpec): void {
  const [w, h] = size,
    random = steady(at[0] * 3.3 + at[2]);
  b.tube(0.11, h * 0.75, [0, 0, 0], { colour: '#dcd8cf', foot: 0.25, grain: 'woodX' }, { top: 0.04, sides: 10 }).contact(
    0.3,
    0.3,
    [0, 0.01, 0],
    0.5,
  );
  for (let i = 0; i < 9; i++) {
    const y = 0.3 + random() * h * 0.5,
      a = random() * 6.3,
      r = 0.105 - 0.07 * (y / (h * 0.75));
    b.box([0.07, 0.016, 0.02], [Math.sin(a) * r, y, Math.cos(a) * r], { colour: '#56504b' });
  }
  const leaves: number[] = [],
    normals: number[] = [];
  for (let i = 0; i < 10; i++) {
    const t = i / 9,
      a = i * 2.4,
      r = w * 0.3 * Math.sin(Math.PI * (0.2 + 0.75 * t)),
      s = w * (0.24 - 0.1 * t),
      cx = Math.sin(a) * r,
      cy = h * (0.42 + 0.55 * t),
      cz = Math.cos(a) * r;
    if (i < 8) b.bar([0, cy - 0.5, 0], [cx, cy, cz], 0.016, { colour: '#a39a90' }, 5);
    b.lump([s * 0.6, s * 0.6, s * 0.6], [cx, cy, cz], { colour: shade(colour, 0.86 + random() * 0.12), foot: 0.3 }, 0.2, 1);
    for (let k = 0; k < 170; k++) {
      // loose leaves break the outline of the clump
      const u = random() * 2 - 1,
        v = random() * 6.283,
        q = Math.sqrt(1 - u * u),
        n: Vec3 = [q * Math.cos(v), u, q * Math.sin(v)],
        out = s * (0.5 + random() * 0.62),
        size = 0.028 + random() * 0.034,
        spin = random() * 6.283;
      for (let corner = 0; corner < 3; corner++) {
        const c = spin + corner * 2.1;
        leaves.push(cx + n[0] * out + Math.cos(c) * size, cy + n[1] * out + Math.sin(c) * size, cz + n[2] * out + Math.sin(c * 1.7) * size);
        normals.push(n[0] * 0.7, n[1] * 0.7 + 0.35, n[2] * 0.7);
      }
    }
  }
  b.solidGeometry(triangles(leaves, normals), { colour: shade(colour, 1.06), foot: 0.22 });
}

/** Loose triangles that look the same from both sides: each is added twice with the same light. */
function triangles(points: number[], normals: number[]): BufferGeometry {
  const both = (v: number[]): number[] => {
    const out = [...v];
    for (let i = 0; i < v.length; i += 9) out.push(...v.slice(i + 3, i + 6), ...v.slice(i, i + 3), ...v.slice(i + 6, i + 9));
    return out;
  };
  const g = new BufferGeometry();
  g.setAttribute('position', new Float32BufferAttribute(both(points), 3));
  g.setAttribute('normal', new Float32BufferAttribute(both(normals), 3));
  return g;
}

/** A pitched roof with its ridge along x. */
function gable(w: number, h: number, d: number): BufferGeometry {
  const x = w / 2,
    z = d / 2,
    frontLeft = [-x, 0, z],
    frontRight = [x, 0, z],
    backLeft = [-x, 0, -z],
    backRight = [x, 0, -z],
    ridgeLeft = [-x, h, 0],
    ridgeRight = [x, h, 0];
  const faces = [
    [frontLeft, frontRight, ridgeRight],
    [frontLeft, ridgeRight, ridgeLeft],
    [backRight, backLeft, ridgeLeft],
    [backRight, ridgeLeft, ridgeRight],
    [frontRight, backRight, ridgeRight],
    [backLeft, frontLeft, ridgeLeft],
    [backLeft, backRight, frontRight],
    [backLeft, frontRight, frontLeft],
  ];
  const g = new BufferGeometry();
  g.setAttribute('position', new Float32BufferAttribute(faces.flat(2), 3));
  g.computeVertexNormals();
  return g;
}

export function lamp(b: PlaceBuilder, _spec: PartSpec): void {
  b.tube(0.06, 4.4, [0, 0, 0], STEEL, { top: 0.04 })
    .bar([0, 4.3, 0], [0.9, 4.5, 0], 0.03, STEEL)
    .box([0.5, 0.06, 0.18], [1, 4.46, 0], STEEL, 0.02)
    .contact(0.12, 0.12, [0, 0, 0], 0.5);
}

/** Far wooded hills facing +z: a ridge line that the fog takes most of. */
export function hills(b: PlaceBuilder, { size = [120, 9, 0], colour = '#6f8786', at }: PartSpec): void {
  const steps = 120,
    seed = at[0] * 0.37 + at[2] * 0.71,
    points: number[] = [],
    normals: number[] = [];
  const ridge = (i: number): Vec3 => {
    const t = i / steps,
      x = (t - 0.5) * size[0],
      end = Math.min(1, Math.min(t, 1 - t) * 7);
    return [
      x,
      size[1] *
        end *
        (0.5 +
          0.27 * Math.sin(x * 0.09 + seed) +
          0.15 * Math.sin(x * 0.23 + seed * 3) +
          0.05 * Math.sin(x * 0.71 + seed) +
          0.02 * Math.sin(x * 2.3)),
      0,
    ];
  };
  for (let i = 0; i < steps; i++) {
    const p = ridge(i),
      q = ridge(i + 1);
    points.push(p[0], -2, 0, q[0], -2, 0, ...q, p[0], -2, 0, ...q, ...p);
    for (let k = 0; k < 6; k++) normals.push(0, 0.8, 0.6);
  }
  const g = new BufferGeometry();
  g.setAttribute('position', new Float32BufferAttribute(points, 3));
  g.setAttribute('normal', new Float32BufferAttribute(normals, 3));
  b.solidGeometry(g, { colour, foot: 0.1 });
}

export function stone(b: PlaceBuilder, { size = [0.5, 0.3, 0.4], colour = '#8c8a86' }: PartSpec): void {
  b.lump([size[0], size[1], size[2]], [0, size[1] * 0.25, 0], { colour, foot: 0.35 }, 0.09, 4).contact(
    size[0] * 1.5,
    size[2] * 1.5,
    [0, 0, 0],
    0.4,
  );
}

export function bin(b: PlaceBuilder, _spec: PartSpec): void {
  b.tube(0.2, 0.7, [0, 0.08, 0], { colour: '#4f6a66', foot: 0.2 }, { top: 0.22 })
    .tube(0.225, 0.05, [0, 0.78, 0], { colour: '#3d4a4d' })
    .tube(0.05, 0.1, [0, 0, 0], STEEL)
    .contact(0.34, 0.34, [0, 0, 0], 0.5);
}

/** Multiplies a colour's brightness. */
export function shade(colour: string, by: number): string {
  const n = parseInt(colour.slice(1), 16),
    c = (v: number): string =>
      Math.max(0, Math.min(255, Math.round(v * by)))
        .toString(16)
        .padStart(2, '0');
  return `#${c(n >> 16)}${c((n >> 8) & 255)}${c(n & 255)}`;
}
