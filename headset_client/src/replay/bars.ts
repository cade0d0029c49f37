/** Two values as parts (0-1) of the greater one; null for what is not known. */
export function barsOf(first: number | null, second: number | null): [number | null, number | null] {
  const most = Math.max(first ?? 0, second ?? 0);
  const part = (value: number | null) => (value === null ? null : most > 0 ? Math.max(0, value) / most : 0);
  return [part(first), part(second)];
}
