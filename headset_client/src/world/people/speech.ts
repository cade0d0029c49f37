import type { Speech } from '../view';
import type { Viseme } from './expression';

/** Mouth shapes of a line, in order; `ends[i]` is the share of the line (0..1) at which shape i is over. */
export interface MouthTrack {
  shapes: readonly Viseme[];
  ends: readonly number[];
  /** Shares of the line at which a longer word begins: where hands and head stress what is said. */
  beats: readonly number[];
}

/** Spellings of more than one letter come first; Norwegian and English share the table. */
const SOUNDS: readonly [spelling: string, shape: Viseme][] = [
  ['skj', 'CH'],
  ['sch', 'CH'],
  ['sj', 'CH'],
  ['kj', 'CH'],
  ['tj', 'CH'],
  ['sh', 'CH'],
  ['ch', 'CH'],
  ['th', 'TH'],
  ['ng', 'kk'],
  ['oo', 'U'],
  ['ou', 'U'],
  ['ee', 'I'],
  ['ea', 'I'],
  ['ei', 'E'],
  ['øy', 'O'],
  ['au', 'aa'],
  ['a', 'aa'],
  ['å', 'O'],
  ['o', 'O'],
  ['u', 'U'],
  ['y', 'U'],
  ['ø', 'O'],
  ['ö', 'O'],
  ['e', 'E'],
  ['æ', 'E'],
  ['ä', 'E'],
  ['i', 'I'],
  ['b', 'PP'],
  ['p', 'PP'],
  ['m', 'PP'],
  ['f', 'FF'],
  ['v', 'FF'],
  ['w', 'U'],
  ['d', 'DD'],
  ['t', 'DD'],
  ['l', 'nn'],
  ['n', 'nn'],
  ['s', 'SS'],
  ['z', 'SS'],
  ['c', 'kk'],
  ['k', 'kk'],
  ['g', 'kk'],
  ['q', 'kk'],
  ['x', 'SS'],
  ['h', 'E'],
  ['j', 'I'],
  ['r', 'RR'],
];
const VOWELS: ReadonlySet<Viseme> = new Set<Viseme>(['aa', 'E', 'I', 'O', 'U']);

function soundAt(text: string, at: number): { shape: Viseme; letters: number; weight: number } {
  for (const [spelling, shape] of SOUNDS) {
    if (text.startsWith(spelling, at)) return { shape, letters: spelling.length, weight: VOWELS.has(shape) ? 1.5 : 0.9 };
  }
  const letter = text[at]!;
  if (/[.!?…]/.test(letter)) return { shape: 'sil', letters: 1, weight: 3 };
  if (/[,;:–-]/.test(letter)) return { shape: 'sil', letters: 1, weight: 1.8 };
  if (/\d/.test(letter)) return { shape: Number(letter) % 2 ? 'E' : 'aa', letters: 1, weight: 2.4 };
  return { shape: 'sil', letters: 1, weight: 0.5 };
}

/** Works out the mouth shapes of a line from its spelling, for lines that have no voice. An empty line gives one closed shape. */
export function mouthTrack(line: string): MouthTrack {
  const text = line.toLowerCase().trim();
  const shapes: Viseme[] = [];
  const weights: number[] = [];
  const beatsAt: number[] = [];
  let total = 0;
  for (let at = 0; at < text.length;) {
    const starts = at === 0 || text[at - 1] === ' ';
    if (starts && /^\p{L}{4,}/u.test(text.slice(at, at + 12))) beatsAt.push(total);
    const { shape, letters, weight } = soundAt(text, at);
    if (shape === shapes[shapes.length - 1]) weights[weights.length - 1]! += weight * 0.6;
    else {
      shapes.push(shape);
      weights.push(weight);
    }
    total = weights.reduce((sum, w) => sum + w, 0);
    at += letters;
  }
  if (shapes.length === 0) return { shapes: ['sil'], ends: [1], beats: [] };
  let sum = 0;
  const ends = weights.map((weight) => (sum += weight) / total);
  return { shapes, ends, beats: beatsAt.map((beat) => beat / total) };
}

/** The mouth shape at a share of the line. Outside 0..1 the mouth is closed. */
export function mouthAt(track: MouthTrack, share: number): Viseme {
  if (share < 0 || share >= 1) return 'sil';
  let low = 0;
  let high = track.ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (track.ends[middle]! > share) high = middle;
    else low = middle + 1;
  }
  return track.shapes[low]!;
}

/** How strongly the words are stressed at a share of the line of `seconds`: 0..1, a bump of half a second after each beat. */
export function stressAt(track: MouthTrack, share: number, seconds: number): number {
  let stress = 0;
  for (const beat of track.beats) {
    const after = (share - beat) * seconds;
    if (after >= 0 && after < 0.5) stress = Math.max(stress, Math.sin((after / 0.5) * Math.PI));
  }
  return stress;
}

/** How far into its line a speech is, 0..1, or null when it has not begun or is over. */
export function shareOf(speech: Speech | null, now: number): number | null {
  if (!speech || now < speech.since || now >= speech.until) return null;
  return (now - speech.since) / (speech.until - speech.since);
}
