import { Color, Vector3 } from 'three';
import type { Look } from '../looks';
import type { SkinBuilder } from '../skin_builder';
import { trunkPoint, trunkRing, trunkWeights } from './trunk';

/** A colour with less light. */
export const darker = (colour: Color, by = 0.72): Color => colour.clone().multiplyScalar(by);

/** A closed garment on the trunk, from the hem up, with the hem folded in so that nobody looks inside. */
export function garment(
  skin: SkinBuilder,
  look: Look,
  colour: Color,
  cloth: number,
  hem: number,
  top: number,
  band?: { from: number; colour: Color },
): void {
  const heights = [hem, hem + 0.05, 0.8, 0.88, 0.95, 1.02, 1.09, 1.16, 1.23, 1.29, 1.34, 1.38, 1.41, 1.435, 1.455, 1.475, 1.49].filter(
    (y, i) => i === 0 || (y > hem + 0.03 && y <= top + 0.001),
  );
  const inside = trunkRing(hem + 0.03, look, Math.max(0.013, cloth - 0.02), darker(colour, 0.35));
  const fold = trunkRing(hem + 0.002, look, cloth - 0.004, darker(colour, 0.6));
  const shadeAt = (y: number): Color =>
    band && y < band.from ? band.colour : colour.clone().multiplyScalar(y > 1.2 && y < 1.3 ? 0.97 : 1);
  skin.loft([inside, fold, ...heights.map((y) => trunkRing(y, look, cloth, shadeAt(y)))], 32);
}

/** Angles to the own left and right of the front, heights above the floor; `taper` narrows the top and `tip` the bottom, 0..1. */
interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
  taper?: number;
  tip?: number;
}

/**
 * A patch that follows the trunk's surface: pockets, plackets, aprons, reflex bands. From afar it has few points and lies a little further
 * out, or the cloth beneath would come through.
 */
export function patch(skin: SkinBuilder, look: Look, colour: Color, cloth: number, area: Area): void {
  const step = skin.far ? 2.2 : 1;
  const out = skin.far ? cloth + 0.006 : cloth;
  const rowCount = Math.max(skin.far ? 1 : 2, Math.ceil((area.top - area.bottom) / (0.06 * step)));
  const columnCount = Math.max(skin.far ? 1 : 2, Math.ceil((area.left - area.right) / (0.12 * step)));
  const rows = Array.from({ length: rowCount + 1 }, (_, r) =>
    Array.from({ length: columnCount + 1 }, (_, c) => {
      const t = r / rowCount;
      const narrow = 1 - (area.taper ?? 0) * (1 - t) - (area.tip ?? 0) * t;
      const angle = (area.right + (c / columnCount) * (area.left - area.right)) * narrow;
      return trunkPoint(angle, area.top + (area.bottom - area.top) * t, look, out);
    }),
  );
  skin.sheet(rows, colour, trunkWeights);
}

/** A soft roll around the neck: collars, ribs, scarves, hoods. */
export function roll(
  skin: SkinBuilder,
  colour: Color,
  y: number,
  size: { across: number; depth: number; z: number; thick: number; tall: number; rise: number },
): void {
  const around = skin.sides(24);
  const tube = skin.far ? 4 : 7;
  const rows: Vector3[][] = [];
  for (let t = 0; t <= tube; t++)
    rows.push(
      Array.from({ length: around }, (_, i) => {
        const a = (i / around) * Math.PI * 2;
        const b = (t / tube) * Math.PI * 2;
        const back = (1 - Math.cos(a)) / 2;
        const r = 1 + (Math.cos(b) * size.thick) / size.across;
        return new Vector3(
          Math.sin(a) * size.across * r,
          y + Math.sin(b) * size.tall + back * size.rise,
          Math.cos(a) * size.depth * r + size.z,
        );
      }),
    );
  skin.sheet(rows, colour, (p) => trunkWeights(p.clone().setY(Math.min(p.y, 1.49))), { closed: true, flip: true });
}

export function buttons(skin: SkinBuilder, look: Look, colour: Color, cloth: number, heights: readonly number[]): void {
  if (skin.far) return;
  for (const y of heights)
    skin.ball(
      trunkPoint(0.02, y, look, cloth),
      new Vector3(0.008, 0.008, 0.004),
      colour,
      trunkWeights(new Vector3(0, y, 0.1)),
      undefined,
      6,
    );
}

/** Two stiff leaves of a shirt collar. */
export function shirtCollar(skin: SkinBuilder, colour: Color): void {
  roll(skin, colour, 1.487, { across: 0.06, depth: 0.056, z: -0.012, thick: 0.006, tall: 0.02, rise: 0.016 });
  for (const side of [-1, 1]) {
    const p = (x: number, y: number, z: number): Vector3 => new Vector3(side * x, y, z);
    const rows = [
      [p(0.004, 1.492, 0.048), p(0.04, 1.512, 0.036), p(0.062, 1.518, -0.002)],
      [p(0.034, 1.44, 0.092), p(0.068, 1.452, 0.072), p(0.084, 1.478, 0.012)],
    ];
    skin.sheet(rows, colour, () => ({ chest: 0.85, neck: 0.15 }), { flip: side < 0 });
  }
}
