/** A face for how hard it is, 0 (not at all) to 10: the same lines on pages and on panels, in a box of 48 by 48. */
export const RATINGS: readonly number[] = Array.from({ length: 11 }, (_, n) => n);

/** Where a face's lines lie, as SVG paths; `ground` is the colour behind them, and never an alarm. */
export interface FaceLines {
  eyes: string;
  mouth: string;
  /** Empty while there is nothing to frown at. */
  brows: string;
  ground: 'fjord-tint' | 'cloudberry-tint' | 'cloudberry';
}

const FROWNS_FROM = 4;

export function faceLines(rating: number): FaceLines {
  const smile = 1 - rating / 5;
  const y = round(31 - smile * 2);
  const worry = Math.max(0, rating - FROWNS_FROM + 1) / 7;
  const [outer, inner] = [round(14.5 + worry * 1.5), round(14.5 - worry * 3)];
  return {
    eyes: 'M17 19V23M31 19V23',
    mouth: `M15 ${y}Q24 ${round(y + smile * 9)} 33 ${y}`,
    brows: worry === 0 ? '' : `M12 ${outer}L20 ${inner}M36 ${outer}L28 ${inner}`,
    ground: rating < FROWNS_FROM ? 'fjord-tint' : rating < 8 ? 'cloudberry-tint' : 'cloudberry',
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
