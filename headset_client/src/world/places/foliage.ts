import { BufferGeometry, Color, Float32BufferAttribute, Vector3 } from 'three';
import { penOn, type Pen } from '../canvas';
import { steady } from './chance';

/** What a card of foliage shows: one quarter of the picture each. */
export type Leafage = 'birch' | 'grass' | 'hedge' | 'reeds';
const CELL = 256;
const CORNER: Record<Leafage, readonly [x: number, y: number]> = { birch: [0, 0], grass: [1, 0], hedge: [0, 1], reeds: [1, 1] };

const tone = (value: number, warm: number): string =>
  `rgb(${Math.round(255 * Math.min(1, value * (1 + warm)))},${Math.round(255 * Math.min(1, value))},${Math.round(255 * Math.min(1, value * (1 - warm)))})`;

function leaf(g: Pen, x: number, y: number, size: number, angle: number): void {
  g.save();
  g.translate(x, y);
  g.rotate(angle);
  g.beginPath();
  g.moveTo(0, -size);
  g.quadraticCurveTo(size * 0.75, -size * 0.1, 0, size);
  g.quadraticCurveTo(-size * 0.75, -size * 0.1, 0, -size);
  g.fill();
  g.restore();
}

/** Sprays of small leaves on thin twigs that hang a little. */
function paintBirch(g: Pen): void {
  const random = steady(3);
  for (let twig = 0; twig < 9; twig++) {
    const x0 = 60 + random() * 136;
    const y0 = 26 + random() * 70;
    const dx = (random() - 0.5) * 130;
    const dy = 80 + random() * 80;
    g.strokeStyle = tone(0.55, 0.08);
    g.lineWidth = 2;
    g.beginPath();
    g.moveTo(x0, y0);
    g.quadraticCurveTo(x0 + dx * 0.6, y0 + dy * 0.3, x0 + dx, y0 + dy);
    g.stroke();
    for (let i = 0; i < 15; i++) {
      const t = i / 14;
      const x = x0 + dx * (1.2 * t - 0.2 * t * t) + (random() - 0.5) * 34;
      const y = y0 + dy * (0.6 * t + 0.4 * t * t) + (random() - 0.5) * 30;
      g.fillStyle = tone(0.72 + random() * 0.28, (random() - 0.4) * 0.16);
      leaf(g, Math.min(244, Math.max(12, x)), Math.min(242, Math.max(14, y)), 8 + random() * 6, random() * 6.3);
    }
  }
}

function paintBlades(g: Pen, count: number, tall: number, width: number, plumes: boolean): void {
  const random = steady(count);
  for (let i = 0; i < count; i++) {
    const x = 20 + random() * 216;
    const top = 250 - tall * (0.45 + 0.55 * random());
    const bend = (random() - 0.5) * 90;
    g.fillStyle = tone(0.62 + random() * 0.38, (random() - 0.5) * 0.12);
    g.beginPath();
    g.moveTo(x - width, 256);
    g.quadraticCurveTo(x, (256 + top) / 2, Math.min(250, Math.max(6, x + bend)), top);
    g.quadraticCurveTo(x + width, (256 + top) / 2, x + width, 256);
    g.fill();
    if (!plumes || i % 3) continue;
    for (let k = 0; k < 7; k++) leaf(g, Math.min(244, Math.max(10, x + bend * (1 - k * 0.03))), top + k * 6, 5, 0.3 * (k % 2 ? 1 : -1));
  }
}

function paintHedge(g: Pen): void {
  const random = steady(17);
  for (let i = 0; i < 330; i++) {
    const r = 104 * Math.sqrt(random());
    const a = random() * 6.3;
    g.fillStyle = tone(0.55 + (i / 330) * 0.45, (random() - 0.5) * 0.12);
    leaf(g, 128 + Math.cos(a) * r, 128 + Math.sin(a) * r, 8 + random() * 6, random() * 6.3);
  }
}

/** Four pictures of leaves in one, in shades of grey that the points of each card colour. */
export function foliagePicture(): HTMLCanvasElement {
  const g = penOn(CELL * 2, CELL * 2);
  const paint: Record<Leafage, () => void> = {
    birch: () => paintBirch(g),
    grass: () => paintBlades(g, 34, 235, 5, false),
    hedge: () => paintHedge(g),
    reeds: () => paintBlades(g, 22, 250, 3.2, true),
  };
  for (const name of Object.keys(CORNER) as Leafage[]) {
    g.save();
    g.translate(CORNER[name][0] * CELL, CORNER[name][1] * CELL);
    g.beginPath();
    g.rect(0, 0, CELL, CELL);
    g.clip();
    paint[name]();
    g.restore();
  }
  return g.canvas;
}

/** Collects cards of foliage: flat pictures that together make a crown, a hedge or a meadow. */
export class Cards {
  private readonly positions: number[] = [];
  private readonly normals: number[] = [];
  private readonly uvs: number[] = [];
  private readonly colours: number[] = [];

  /**
   * One card round `at`, spanned by `across` and `up` (half sizes, metres), lit as if it faced `normal`. `feet` is the share of light at
   * its lower edge.
   */
  add(kind: Leafage, at: Vector3, across: Vector3, up: Vector3, normal: Vector3, colour: Color, feet = 0.8): void {
    const [cx, cy] = CORNER[kind];
    const corners = [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, -1],
      [1, 1],
      [-1, 1],
    ] as const;
    for (const [u, v] of corners) {
      this.positions.push(at.x + across.x * u + up.x * v, at.y + across.y * u + up.y * v, at.z + across.z * u + up.z * v);
      this.normals.push(normal.x, normal.y, normal.z);
      this.uvs.push((cx + 0.5 + u * 0.49) / 2, 1 - (cy + 0.5 - v * 0.49) / 2);
      const light = v < 0 ? feet : 1;
      this.colours.push(colour.r * light, colour.g * light, colour.b * light);
    }
  }

  build(): BufferGeometry {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new Float32BufferAttribute(this.positions, 3));
    geometry.setAttribute('normal', new Float32BufferAttribute(this.normals, 3));
    geometry.setAttribute('uv', new Float32BufferAttribute(this.uvs, 2));
    geometry.setAttribute('color', new Float32BufferAttribute(this.colours, 3));
    return geometry;
  }
}
