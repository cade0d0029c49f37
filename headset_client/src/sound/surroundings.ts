import { hush, looped, mix, murmur, quiet, ring, shaped, thud, type Random, type Samples } from './synth';

type Make = (rate: number, random: Random) => Samples;
const SECONDS = 8;
const BEATS_A_MINUTE = 112;

/** Places short sounds here and there. */
function scattered(rate: number, random: Random, count: number, one: () => Samples, loud = 1): Samples {
  const all = quiet(rate, SECONDS);
  for (let i = 0; i < count; i++) mix(all, one(), rate, ((i + random()) * (SECONDS - 1)) / count, loud * (0.4 + 0.6 * random()));
  return all;
}

/** What can be heard all the time somewhere. */
const LAYERS = {
  traffic: (rate, random) => shaped(hush(rate, SECONDS, 380, random), rate, (t) => 0.6 + 0.4 * Math.sin((t * 2 * Math.PI) / SECONDS)),
  air: (rate, random) => hush(rate, SECONDS, 210, random),
  hum: (rate) =>
    shaped(quiet(rate, SECONDS).fill(1), rate, (t) => 0.5 * Math.sin(t * 2 * Math.PI * 100) + 0.2 * Math.sin(t * 2 * Math.PI * 150)),
  talk: (rate, random) => murmur(rate, SECONDS, 7, random),
  few_talk: (rate, random) => murmur(rate, SECONDS, 3, random),
  cups: (rate, random) => scattered(rate, random, 6, () => ring(rate, 0.22, 2100 + random() * 1900, { bright: 0.4 }), 0.5),
  birds: (rate, random) =>
    scattered(
      rate,
      random,
      9,
      () => ring(rate, 0.1 + random() * 0.12, 2600 + random() * 1800, { glide: 0.8 + random() * 0.5, attack: 0.02 }),
      0.5,
    ),
  gulls: (rate, random) =>
    scattered(rate, random, 3, () => ring(rate, 0.5, 900 + random() * 350, { glide: 0.75, bright: 0.6, attack: 0.08 }), 0.5),
  waves: (rate, random) =>
    shaped(hush(rate, SECONDS, 620, random), rate, (t) => Math.max(0.08, Math.sin((t * 4 * Math.PI) / SECONDS)) ** 2),
  clock: (rate, random) => {
    const all = quiet(rate, SECONDS);
    for (let t = 0; t < SECONDS - 0.1; t++) mix(all, thud(rate, 0.03, t % 2 ? 900 : 1100, random), rate, t, 0.7);
    return all;
  },
  keys: (rate, random) => scattered(rate, random, 26, () => thud(rate, 0.025, 700 + random() * 400, random), 0.5),
  beeps: (rate, random) => scattered(rate, random, 4, () => ring(rate, 0.11, 1250, { attack: 0.01 }), 0.5),
  beat: (rate, random) => {
    const all = quiet(rate, (60 / BEATS_A_MINUTE) * 16);
    for (let i = 0; i < 16; i++) {
      const at = (i * 60) / BEATS_A_MINUTE;
      mix(all, thud(rate, 0.24, 62, random), rate, at, 0.9);
      mix(all, ring(rate, 0.4, [55, 55, 65.4, 49][Math.floor(i / 4)]!, { bright: 0.3 }), rate, at + 30 / BEATS_A_MINUTE, 0.5);
    }
    return all;
  },
} as const satisfies Record<string, Make>;

type LayerName = keyof typeof LAYERS;

/** What is heard where, and how loud beside the rest, 0..1. */
const PLACES: Readonly<Record<string, Partial<Record<LayerName, number>>>> = {
  bus_stop: { traffic: 0.8, birds: 0.15 },
  park: { birds: 0.4, traffic: 0.3, few_talk: 0.3 },
  flat: { hum: 0.12, air: 0.3, clock: 0.12 },
  shop: { hum: 0.25, talk: 0.35, beeps: 0.3, air: 0.3 },
  office: { air: 0.35, few_talk: 0.35, keys: 0.25 },
  clinic: { air: 0.35, few_talk: 0.25, clock: 0.15 },
  stairwell: { air: 0.4, few_talk: 0.12 },
  cafe: { talk: 0.7, cups: 0.4 },
  peer_cafe: { few_talk: 0.6, cups: 0.2, clock: 0.05 },
  quay: { waves: 0.5, gulls: 0.2, traffic: 0.2 },
  venue: { beat: 0.8, talk: 0.6, traffic: 0.25 },
  meeting_room: { air: 0.35, few_talk: 0.2, cups: 0.1 },
  home: { hum: 0.15, clock: 0.12, air: 0.2 },
  friends_flat: { beat: 0.4, talk: 0.5, cups: 0.15 },
  talk_room: { air: 0.3, clock: 0.1 },
  workplace: { talk: 0.35, keys: 0.2, cups: 0.2, air: 0.25 },
};

/** What is heard all the time in a place, as one sound without a seam; null where nothing is. */
export function surroundings(place: string, rate: number, random: Random): Samples | null {
  const layers = Object.entries(PLACES[place] ?? {}) as [LayerName, number][];
  if (layers.length === 0) return null;
  const made = layers.map(([name, loud]) => [looped(LAYERS[name](rate, random), rate, name === 'beat' ? 0.004 : 0.4), loud] as const);
  const length = Math.max(...made.map(([samples]) => samples.length));
  const all: Samples = new Float32Array(length);
  for (const [samples, loud] of made) for (let i = 0; i < length; i++) all[i]! += samples[i % samples.length]! * loud;
  const most = all.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 1);
  return all.map((sample) => sample / most);
}
