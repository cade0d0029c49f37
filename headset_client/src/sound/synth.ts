/** Sound as plain samples between -1 and 1: what is heard in places is made here, from noise and tones, and not from recordings. */
export type Samples = Float32Array<ArrayBuffer>;
export type Random = () => number;

/** Quiet, so long. */
export const quiet = (rate: number, seconds: number): Samples => new Float32Array(Math.round(rate * seconds));

/** Adds `what` to `into` from `at` seconds on; what goes over the end is left out. */
export function mix(into: Samples, what: Samples, rate: number, at = 0, loud = 1): Samples {
  const from = Math.round(at * rate);
  for (let i = 0; i < what.length && from + i < into.length; i++) into[from + i]! += what[i]! * loud;
  return into;
}

/** Noise of which little above `cutoff` hertz is left; as loud whatever the cutoff. */
export function hush(rate: number, seconds: number, cutoff: number, random: Random): Samples {
  const samples = quiet(rate, seconds);
  const share = 1 - Math.exp((-2 * Math.PI * cutoff) / rate);
  let [a, b] = [0, 0];
  let most = 1e-6;
  for (let i = 0; i < samples.length; i++) {
    a += (random() * 2 - 1 - a) * share;
    b += (a - b) * share;
    samples[i] = b;
    most = Math.max(most, Math.abs(b));
  }
  return samples.map((sample) => (sample / most) * 0.8);
}

/** A tone that rings out: `bright` is how much of its overtones is heard, 0..1; `glide` how its pitch changes, as a factor. */
export function ring(
  rate: number,
  seconds: number,
  pitch: number,
  options: { bright?: number; glide?: number; attack?: number } = {},
): Samples {
  const { bright = 0.2, glide = 1, attack = 0.004 } = options;
  const samples = quiet(rate, seconds);
  let phase = 0;
  for (let i = 0; i < samples.length; i++) {
    const t = i / samples.length;
    phase += (2 * Math.PI * pitch * glide ** t) / rate;
    const shape = Math.sin(phase) + bright * Math.sin(2 * phase) + bright * 0.6 * Math.sin(3 * phase);
    const swell = Math.min(1, i / rate / attack) * (1 - t) ** 1.6;
    samples[i] = (shape / (1 + 1.6 * bright)) * swell;
  }
  return samples;
}

/** A dull blow: a door, a knock, a drum. */
export function thud(rate: number, seconds: number, pitch: number, random: Random): Samples {
  const body = ring(rate, seconds, pitch, { bright: 0.1, glide: 0.55 });
  return mix(body, hush(rate, seconds * 0.3, pitch * 8, random), rate, 0, 0.25).map((sample, i) => sample * (1 - i / body.length));
}

/** Scales samples by what `loud` says of each moment, in seconds. */
export const shaped = (samples: Samples, rate: number, loud: (t: number) => number): Samples =>
  samples.map((sample, i) => sample * loud(i / rate));

/** Several people talking at once, too far off for words: noise in the range of voices that swells like syllables. */
export function murmur(rate: number, seconds: number, voices: number, random: Random): Samples {
  const all = quiet(rate, seconds);
  for (let i = 0; i < voices; i++) {
    const low = 140 + random() * 160;
    const voice = hush(rate, seconds, 500 + random() * 700, random);
    const pace = 2.6 + random() * 2.4;
    const from = random() * 6;
    mix(
      all,
      shaped(voice, rate, (t) => {
        const syllable = Math.max(0, Math.sin((t + from) * pace * 2 * Math.PI * 0.5)) ** 1.5;
        const breath = Math.max(0, Math.sin((t + from) * 0.9 + i));
        return syllable * breath * (0.6 + 0.4 * Math.sin(t * low));
      }),
      rate,
      0,
      1.1 / voices,
    );
  }
  return all;
}

/** The same sound without a seam: its last `fade` seconds are laid over its first. */
export function looped(samples: Samples, rate: number, fade = 0.4): Samples {
  const overlap = Math.min(Math.round(fade * rate), Math.floor(samples.length / 2));
  const loop = samples.slice(0, samples.length - overlap);
  for (let i = 0; i < overlap; i++) {
    const share = i / overlap;
    loop[i] = samples[i]! * Math.sqrt(share) + samples[loop.length + i]! * Math.sqrt(1 - share);
  }
  return loop;
}

/** No sample beyond -1 or 1. */
export const limited = (samples: Samples): Samples => samples.map((sample) => Math.max(-1, Math.min(1, sample)));
