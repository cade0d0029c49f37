/** For tests: what is told of a short session. */
import type { Lane, Retold } from '../wire/types.gen';

const words = (nb: string, en = nb) => ({ nb, en });
const EMPTY = { spans: [], points: [], curves: [] };

const LANES: readonly Lane[] = [
  {
    ...EMPTY,
    id: 'spoke',
    words: words('Hvem snakket', 'Who spoke'),
    spans: [
      { from_ms: 4000, until_ms: 6000, who: 'berit', kind: 'authored', words: words('Berit (manus)', 'Berit (script)') },
      { from_ms: 9000, until_ms: 11_000, who: 'c1', kind: 'person', words: words('Sol (menneske)', 'Sol (person)') },
      { from_ms: 12_000, until_ms: 14_000, who: 'jonas', kind: 'model', words: words('Jonas (modell)', 'Jonas (model)') },
      { from_ms: 20_000, until_ms: 21_000, who: 'berit', kind: 'played', words: words('Berit (spilt)', 'Berit (played)') },
    ],
  },
  {
    ...EMPTY,
    id: 'pressure',
    words: words('Trykk', 'Pressure'),
    curves: [
      {
        id: 'closeness',
        words: words('Nærhet', 'Closeness'),
        unit: words('nivå 0–4', 'level 0–4'),
        least: 0,
        most: 4,
        holds: true,
        t: [0, 15_000],
        values: [1, 2],
        rows: [words('Nærhet: 1 av 4', 'Closeness: 1 of 4'), words('Nærhet: 2 av 4', 'Closeness: 2 of 4')],
        limit_t: [0],
        limits: [3],
      },
    ],
  },
  {
    ...EMPTY,
    id: 'near',
    words: words('Avstand', 'Distance'),
    curves: [
      {
        id: 'near',
        words: words('Avstand', 'Distance'),
        unit: words('m'),
        least: 0,
        most: 4,
        holds: false,
        t: [0, 1000, 2000],
        values: [4, 2, 2],
        rows: [words('4 m til Berit', '4 m to Berit'), {}, {}],
        limit_t: [],
        limits: [],
      },
    ],
  },
  {
    ...EMPTY,
    id: 'goals',
    words: words('Klarte', 'Reached'),
    points: [{ t: 10_000, who: null, kind: 'goal', words: words('Spurte'), value: null }],
  },
  {
    ...EMPTY,
    id: 'marks',
    words: words('Merket', 'Marked'),
    points: [{ t: 16_000, who: 'w1', kind: 'staff', words: words('Fint'), value: null }],
  },
];

export const TOLD: Retold = {
  session: 's1',
  opened_at: 1_700_000_000,
  client: 'c1',
  who: {
    c1: { id: 'c1', name: 'Sol', role: 'client' },
    berit: { id: 'berit', name: 'Berit', role: null },
    jonas: { id: 'jonas', name: 'Jonas', role: null },
  },
  timeline: { from_ms: 0, until_ms: 30_000, lanes: LANES },
  summary: {
    own: [{ t: 9000, words: words('Du spurte selv.', 'You asked by yourself.'), who: null }],
    staff: [{ t: 16_000, words: words('Fint'), who: 'w1' }],
    happened: [{ t: null, words: words('Du sa noe én gang.', 'You said something once.'), who: null }],
  },
};
