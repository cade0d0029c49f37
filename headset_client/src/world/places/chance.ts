/** Small steady numbers in 0..1 from a seed, so that a place looks the same for everybody. */
export function steady(seed: number): () => number {
  let state = Math.abs(Math.round(seed * 7919)) + 13;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

/** Multiplies a colour's brightness. */
export function shade(colour: string, by: number): string {
  const n = parseInt(colour.slice(1), 16);
  const channel = (value: number): string =>
    Math.max(0, Math.min(255, Math.round(value * by)))
      .toString(16)
      .padStart(2, '0');
  return `#${channel(n >> 16)}${channel((n >> 8) & 255)}${channel(n & 255)}`;
}

/** A colour between two: `share` 0 is the first, 1 the second. */
export function mixed(from: string, to: string, share: number): string {
  const [a, b] = [from, to].map((colour) => parseInt(colour.slice(1), 16)) as [number, number];
  const channel = (shift: number): string => {
    const x = (a >> shift) & 255;
    return Math.round(x + (((b >> shift) & 255) - x) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(16)}${channel(8)}${channel(0)}`;
}
