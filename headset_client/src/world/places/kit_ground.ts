import { Color, PlaneGeometry, Vector3 } from 'three';
import type { PlaceBuilder } from './builder';
import { shade, steady } from './chance';
import type { PartSpec } from './description';
import { Cards } from './foliage';

const flat = (width: number, depth: number, across = 1, along = 1): PlaneGeometry =>
  new PlaneGeometry(width, depth, across, along).rotateX(-Math.PI / 2);

export function ground(b: PlaceBuilder, { size = [20, 0, 20], colour = '#b9b4a8' }: PartSpec): void {
  b.solid(flat(size[0], size[2], 12, 12), { colour, grain: 'coarse' });
}

/** Paving: slabs with slightly different greys and dark joints. */
export function paving(b: PlaceBuilder, { size = [10, 0, 3], colour = '#bdb8ad' }: PartSpec): void {
  const slab = 0.6;
  const random = steady(size[0] + size[2]);
  for (let i = 0; i < Math.round(size[0] / slab); i++) {
    for (let k = 0; k < Math.round(size[2] / slab); k++) {
      const x = -size[0] / 2 + (i + 0.5) * slab;
      const z = -size[2] / 2 + (k + 0.5) * slab;
      const tone = shade(colour, 0.94 + random() * 0.1);
      b.solid(flat(slab - 0.014, slab - 0.014).translate(x, 0.004, z), { colour: tone });
    }
  }
  b.solid(flat(size[0], size[2]), { colour: shade(colour, 0.72) });
}

/** Asphalt, a broken line down its middle, and a pale line along each edge. */
export function road(b: PlaceBuilder, { size = [40, 0, 6.5] }: PartSpec): void {
  b.solid(flat(size[0], size[2], 20, 1).translate(0, -0.13, 0), { colour: '#6d7174', grain: 'coarse' });
  for (let x = -size[0] / 2 + 1; x < size[0] / 2; x += 5) b.solid(flat(2.2, 0.11).translate(x, -0.122, 0), { colour: '#dad6cb' });
  for (const side of [-1, 1]) b.solid(flat(size[0], 0.08, 16).translate(0, -0.123, side * (size[2] / 2 - 0.25)), { colour: '#b9b7b0' });
}

/** The bay where the bus stops: a yellow broken line on the road. */
export function busBay(b: PlaceBuilder, { size = [13, 0, 2.7] }: PartSpec): void {
  const yellow = { colour: '#d2a64a' };
  for (let x = -size[0] / 2; x < size[0] / 2; x += 1) b.solid(flat(0.55, 0.1).translate(x + 0.28, -0.121, size[2]), yellow);
  for (const x of [-size[0] / 2, size[0] / 2]) b.solid(flat(0.1, size[2]).translate(x, -0.121, size[2] / 2), yellow);
}

export function kerb(b: PlaceBuilder, { size = [40, 0.14, 0.24] }: PartSpec): void {
  const random = steady(size[0]);
  for (let x = -size[0] / 2; x < size[0] / 2; x += 1) {
    b.box([0.985, size[1], size[2]], [x + 0.5, 0.012 - size[1], 0], { colour: shade('#a9a69e', 0.94 + random() * 0.1), foot: 0.3 });
  }
}

/** Grass beside a way: a soft bank with tufts. */
export function verge(b: PlaceBuilder, { size = [20, 0.1, 3], colour = '#7f8c66' }: PartSpec): void {
  const heightAt = (x: number, z: number): number => {
    const edge = Math.min(1, (size[2] / 2 - Math.abs(z)) / 0.7);
    return -0.02 + size[1] * edge * (0.7 + 0.3 * Math.sin(x * 0.9) * Math.cos(z * 1.3 + x * 0.4));
  };
  const plane = flat(size[0], size[2], Math.round(size[0] * 0.75), 5);
  const p = plane.getAttribute('position');
  for (let i = 0; i < p.count; i++) p.setY(i, heightAt(p.getX(i), p.getZ(i)));
  plane.computeVertexNormals();
  b.solid(plane, { colour, grain: 'coarse' });
  tufts(b, size[0], size[2] - 0.25, Math.min(300, size[0] * size[2] * 3), [0.05, 0.1], colour, heightAt);
}

/** Tufts of grass here and there on an area; `tall` is the least and the most half height, metres. */
function tufts(
  b: PlaceBuilder,
  width: number,
  depth: number,
  count: number,
  tall: readonly [number, number],
  colour: string,
  heightAt: (x: number, z: number) => number,
): void {
  const random = steady(width * 3 + depth);
  const cards = new Cards();
  const light = new Vector3(0, 1, 0.15);
  for (let i = 0; i < count; i++) {
    const x = (random() - 0.5) * width;
    const z = (random() - 0.5) * depth;
    const turn = random() * 3.2;
    const half = tall[0] + random() * (tall[1] - tall[0]);
    const wide = half * (1.5 + random());
    const at = new Vector3(x, heightAt(x, z) + half * 0.9, z);
    const tone = new Color(shade(colour, 0.78 + random() * 0.26));
    cards.add('grass', at, new Vector3(Math.cos(turn) * wide, 0, Math.sin(turn) * wide), new Vector3(0, half, 0), light, tone, 0.8);
  }
  b.leaves(cards);
}

/** Thick grass on flat ground; `size` is width, height and depth. */
export function meadow(b: PlaceBuilder, { size = [4, 0.2, 2], colour = '#8a9060' }: PartSpec): void {
  tufts(b, size[0], size[2], size[0] * size[2] * 16, [size[1] * 0.3, size[1] * 0.6], colour, () => 0);
}

/** Leaves that have come down, in drifts. `size` is the area they lie in. */
export function fallenLeaves(b: PlaceBuilder, { size = [6, 0, 2], colour = '#c59a3f' }: PartSpec): void {
  const random = steady(size[0] * 7 + size[2]);
  for (let i = 0; i < size[0] * size[2] * 2.6; i++) {
    const x = (random() - 0.5) * size[0];
    const z = (random() - 0.5) * size[2] * random();
    const leaf = new PlaneGeometry(0.045 + random() * 0.03, 0.035 + random() * 0.02).rotateX(-Math.PI / 2 + (random() - 0.5) * 0.5);
    b.solid(leaf.rotateY(random() * 6.3).translate(x, 0.014 + random() * 0.006, z), { colour: shade(colour, 0.75 + random() * 0.5) });
  }
}
