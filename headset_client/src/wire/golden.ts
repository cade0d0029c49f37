/** For tests: the vectors that the server's tests read too. */

const FILES = import.meta.glob('../../../tests/golden/wire/*.json', { eager: true, import: 'default' });

/** The vectors of `tests/golden/wire/<name>.json`, taken to be of the shape that is asked for. */
export function golden<T>(name: string): T {
  const found = FILES[`../../../tests/golden/wire/${name}.json`];
  if (found === undefined) throw new Error(`there are no vectors ${name}; run \`python infra/write_golden.py\``);
  return found as T;
}

export function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
