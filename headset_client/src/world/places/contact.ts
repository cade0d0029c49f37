import { BufferGeometry, Float32BufferAttribute } from 'three';
import type { Point3 } from '../view';

const SHADE: Point3 = [0.1, 0.11, 0.14];

/** A flat grid that is dark in the middle and clear at its rim: the shadow right under a thing, `spread` metres soft. */
export function contactGeometry(
  width: number,
  depth: number,
  [x, y, z]: Point3,
  strength: number,
  spread: number,
  colour: Point3 = SHADE,
): BufferGeometry {
  const line = (size: number): number[] => [-size / 2 - spread, -size / 2 + spread * 0.3, size / 2 - spread * 0.3, size / 2 + spread];
  const xs = line(width);
  const zs = line(depth);
  const position: number[] = [];
  const colours: number[] = [];
  const index: number[] = [];
  for (let r = 0; r < 4; r++) {
    for (let c = 0; c < 4; c++) {
      position.push(x + xs[c]!, y + 0.006, z + zs[r]!);
      const inside = r > 0 && r < 3 && c > 0 && c < 3;
      colours.push(...colour, inside ? strength : 0);
    }
  }
  for (let r = 0; r < 3; r++) {
    for (let c = 0; c < 3; c++) {
      const a = r * 4 + c;
      // the diagonal of a corner runs from the dark point outwards, so that corners are round
      if ((r + c) % 2 === 0) index.push(a, a + 4, a + 5, a, a + 5, a + 1);
      else index.push(a, a + 4, a + 1, a + 1, a + 4, a + 5);
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(position, 3));
  geometry.setAttribute('color', new Float32BufferAttribute(colours, 4));
  geometry.setIndex(index);
  return geometry;
}
