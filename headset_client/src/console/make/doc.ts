/** The scenario as the page has it: looked into and changed by the way to an entry, never in place. */
import type { Language, Tone } from '../../wire/types.gen';

export type Part = string | number;
/** Names of entries and, in lists, numbers from 0: ['ladder', 3, 'set']. */
export type Path = readonly Part[];
export type Words = Partial<Readonly<Record<Language, string>>>;
export type Lines = Readonly<Record<Tone, readonly Words[]>>;

/** `replies.hello.open.warm[0].nb`, as the checker names places. */
export function dotted(path: Path): string {
  return path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`), '');
}

/** The way that a dotted place names. */
export function pathOf(where: string): Path {
  return [...where.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([name, number]) => (number === undefined ? name : Number(number)));
}

export function at(doc: unknown, path: Path): unknown {
  return path.reduce<unknown>((inside, part) => (inside as Record<Part, unknown> | null | undefined)?.[part], doc);
}

/** `doc` with `value` at `path`; what is not on the way stays the same object. */
export function put<T>(doc: T, path: Path, value: unknown): T {
  const [part, ...rest] = path;
  if (part === undefined) return value as T;
  const inner = put(at(doc, [part]), rest, value);
  if (Array.isArray(doc)) return doc.map((each, n) => (n === part ? inner : each)) as T;
  return { ...doc, [part]: inner };
}

/** `doc` without the entry at `path`, of a list or by name. */
export function without<T>(doc: T, path: Path): T {
  const last = path[path.length - 1];
  const around = at(doc, path.slice(0, -1));
  if (Array.isArray(around)) {
    return put(
      doc,
      path.slice(0, -1),
      around.filter((_, n) => n !== last),
    );
  }
  const kept = Object.entries(around as object).filter(([name]) => name !== last);
  return put(doc, path.slice(0, -1), Object.fromEntries(kept));
}

/** `doc` with `value` behind the others of the list at `path`. */
export function added<T>(doc: T, path: Path, value: unknown): T {
  return put(doc, path, [...(at(doc, path) as readonly unknown[]), value]);
}

/** `doc` with the entry at `path` of a list moved by so many places; as it was where that leads out of the list. */
export function moved<T>(doc: T, path: Path, by: number): T {
  const from = path[path.length - 1] as number;
  const list = [...(at(doc, path.slice(0, -1)) as readonly unknown[])];
  if (from + by < 0 || from + by >= list.length) return doc;
  list.splice(from + by, 0, ...list.splice(from, 1));
  return put(doc, path.slice(0, -1), list);
}
