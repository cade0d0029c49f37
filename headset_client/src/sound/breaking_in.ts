import { hush, limited, mix, murmur, quiet, ring, shaped, thud, type Random, type Samples } from './synth';

type Make = (rate: number, random: Random) => Samples;

const bell = (rate: number, pitch: number): Samples => ring(rate, 1.1, pitch, { bright: 0.35 });

function bark(rate: number, random: Random): Samples {
  const voice = ring(rate, 0.22, 420, { bright: 0.9, glide: 0.5, attack: 0.015 });
  return mix(voice, hush(rate, 0.18, 1400, random), rate, 0, 0.5);
}

function tune(rate: number, random: Random): Samples {
  const all = quiet(rate, 2.6);
  [220, 277, 330, 277, 247, 330, 370, 330].forEach((pitch, i) => {
    mix(all, ring(rate, 0.5, pitch, { bright: 0.5 }), rate, i * 0.28, 0.4);
    if (i % 2 === 0) mix(all, thud(rate, 0.2, 70, random), rate, i * 0.28, 0.7);
  });
  return all;
}

/** The sounds that may break in, by the names of rooms/sounds.py; each lasts three seconds at the most. */
const SOUNDS: Readonly<Record<string, Make>> = {
  phone: (rate) => {
    const all = quiet(rate, 2.4);
    for (const from of [0, 1.2])
      for (let i = 0; i < 8; i++) mix(all, ring(rate, 0.09, i % 2 ? 880 : 1046, { bright: 0.3 }), rate, from + i * 0.09, 0.6);
    return all;
  },
  door: (rate, random) =>
    mix(
      mix(quiet(rate, 1.2), ring(rate, 0.5, 210, { glide: 1.6, bright: 0.9, attack: 0.2 }), rate, 0, 0.12),
      thud(rate, 0.4, 85, random),
      rate,
      0.55,
      0.9,
    ),
  announcement: (rate, random) => {
    const all = mix(mix(quiet(rate, 2.8), bell(rate, 784), rate, 0, 0.4), bell(rate, 622), rate, 0.35, 0.4);
    return mix(all, murmur(rate, 1.8, 1, random), rate, 0.9, 0.8);
  },
  voices: (rate, random) => shaped(murmur(rate, 2.4, 4, random), rate, (t) => Math.min(1, t * 3) * Math.min(1, (2.4 - t) * 2)),
  clatter: (rate, random) => {
    const all = quiet(rate, 1.2);
    for (let i = 0; i < 11; i++) mix(all, ring(rate, 0.25, 1300 + random() * 2600, { bright: 0.6 }), rate, random() * 0.5 * (i / 6), 0.35);
    return mix(all, thud(rate, 0.2, 160, random), rate, 0, 0.6);
  },
  dog: (rate, random) => mix(mix(quiet(rate, 1.2), bark(rate, random), rate, 0, 0.8), bark(rate, random), rate, 0.42, 0.9),
  baby: (rate) => {
    const all = quiet(rate, 2.4);
    for (const from of [0, 0.8, 1.6])
      mix(
        all,
        shaped(ring(rate, 0.7, 460, { bright: 0.8, glide: 1.15, attack: 0.12 }), rate, (t) => 0.8 + 0.2 * Math.sin(t * 40)),
        rate,
        from,
        0.5,
      );
    return all;
  },
  till: (rate, random) => {
    const all = mix(quiet(rate, 1.2), ring(rate, 0.12, 1250, { attack: 0.01 }), rate, 0, 0.5);
    for (let i = 0; i < 5; i++) mix(all, ring(rate, 0.3, 2600 + random() * 1500, { bright: 0.5 }), rate, 0.4 + i * 0.07, 0.25);
    return all;
  },
  engine: (rate, random) =>
    shaped(hush(rate, 2.8, 190, random), rate, (t) => Math.sin((Math.PI * t) / 2.8) ** 2 * (0.8 + 0.2 * Math.sin(t * 160))),
  knock: (rate, random) => [0, 0.24, 0.48].reduce((all, at) => mix(all, thud(rate, 0.16, 190, random), rate, at, 0.9), quiet(rate, 0.9)),
  music: (rate, random) => tune(rate, random),
  chime: (rate) => mix(mix(quiet(rate, 1.8), bell(rate, 1046), rate, 0, 0.5), bell(rate, 784), rate, 0.4, 0.5),
};

/** A sound that breaks in. Throws for one that nobody knows: scenarios are checked against the same names. */
export function breakingIn(name: string, rate: number, random: Random): Samples {
  const make = SOUNDS[name];
  if (!make) throw new Error(`no such sound: ${name}`);
  return limited(make(rate, random));
}
