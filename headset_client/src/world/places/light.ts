import { Color, DirectionalLight, Fog, Group, HemisphereLight } from 'three';
import type { Point3 } from '../view';

export type MoodName =
  | 'autumn_day'
  | 'evening_shore'
  | 'summer_day'
  | 'summer_evening'
  | 'night_street'
  | 'indoor_day'
  | 'indoor_bright'
  | 'indoor_warm'
  | 'indoor_evening';

/** The light of a place. `cover` of clouds 0..1; `from` points towards the sun, or indoors towards the windows; only a sun casts shadows. */
export interface Mood {
  sky: { top: string; middle: string; horizon: string };
  clouds: { lit: string; shade: string; cover: number; stretch: number };
  hemisphere: { sky: string; ground: string; strength: number };
  sun: { colour: string; strength: number; from: Point3; glow: number };
  fog: { colour: string; near: number; far: number };
  indoors?: boolean;
  /** So dark that what is to be read has a lamp. */
  dark?: boolean;
}

/** A room: even light from above and from the windows, which stand towards `from`. */
const indoors = (sky: string, ground: string, strength: number, key: string, keyStrength: number, from: Point3): Mood => ({
  sky: { top: '#dfe9ec', middle: '#e8ece9', horizon: '#f3efe6' },
  clouds: { lit: '#fbf8f1', shade: '#dfe3e2', cover: 0.3, stretch: 1 },
  hemisphere: { sky, ground, strength },
  sun: { colour: key, strength: keyStrength, from, glow: 0 },
  fog: { colour: '#efe9de', near: 20, far: 90 },
  indoors: true,
});

export const MOODS: Readonly<Record<MoodName, Mood>> = {
  autumn_day: {
    sky: { top: '#6f9cc0', middle: '#a9c8da', horizon: '#e6e8e2' },
    clouds: { lit: '#fbf8f1', shade: '#b9c4cc', cover: 0.46, stretch: 1 },
    hemisphere: { sky: '#d3e3ef', ground: '#a59b88', strength: 2.2 },
    sun: { colour: '#ffe8c6', strength: 2.75, from: [6, 7.5, 5.5], glow: 0.16 },
    fog: { colour: '#dde3e0', near: 18, far: 88 },
  },
  evening_shore: {
    sky: { top: '#5b7896', middle: '#b3a6b4', horizon: '#f7d2a4' },
    clouds: { lit: '#ffd9b4', shade: '#9c8ba0', cover: 0.5, stretch: 2.6 },
    hemisphere: { sky: '#b4bdd2', ground: '#937f6d', strength: 2.4 },
    sun: { colour: '#ffc58e', strength: 2.2, from: [-5, 2.2, -8], glow: 0.42 },
    fog: { colour: '#ecc9a9', near: 16, far: 120 },
  },
  summer_day: {
    sky: { top: '#5f98c9', middle: '#a3cbe2', horizon: '#e9efe9' },
    clouds: { lit: '#fdfbf5', shade: '#c3cfd6', cover: 0.36, stretch: 1 },
    hemisphere: { sky: '#d8e8f2', ground: '#a8a184', strength: 2.3 },
    sun: { colour: '#fff0d2', strength: 2.7, from: [5, 8, 5], glow: 0.16 },
    fog: { colour: '#e2e8e4', near: 20, far: 96 },
  },
  summer_evening: {
    sky: { top: '#5f83a8', middle: '#b9b3bd', horizon: '#f6d5a8' },
    clouds: { lit: '#ffddb8', shade: '#a096a8', cover: 0.42, stretch: 2 },
    hemisphere: { sky: '#cdd5e2', ground: '#ac9983', strength: 2.65 },
    sun: { colour: '#ffcf98', strength: 2.3, from: [7, 5, 2.4], glow: 0.3 },
    fog: { colour: '#e6cdb2', near: 18, far: 120 },
  },
  night_street: {
    sky: { top: '#18223a', middle: '#2c3a55', horizon: '#5a5468' },
    clouds: { lit: '#5d6079', shade: '#2b3550', cover: 0.42, stretch: 1.6 },
    hemisphere: { sky: '#b3bcd6', ground: '#b0947c', strength: 2.4 },
    sun: { colour: '#ffd19a', strength: 1.9, from: [-3, 6.5, 2.2], glow: 0 },
    fog: { colour: '#37405a', near: 16, far: 80 },
    dark: true,
  },
  indoor_day: indoors('#f6f3ea', '#f7f1e6', 2.75, '#fff0d6', 1.1, [-5, 6, 3.5]),
  indoor_bright: indoors('#f8f8f4', '#f6f4ee', 2.95, '#ffffff', 0.95, [2, 8, 4]),
  indoor_warm: indoors('#f8ebd4', '#f5e3c8', 2.6, '#ffdfae', 1.1, [-4, 6, 4]),
  indoor_evening: indoors('#f4e4cc', '#ecd4b4', 2.4, '#ffcf94', 1.15, [3, 6, 4]),
};

/** The fog of a mood: far things fade into its colour. */
export function fogOf(name: MoodName): Fog {
  const { colour, near, far } = MOODS[name].fog;
  return new Fog(new Color(colour), near, far);
}

/** Which way shadows of people fall from: a direction, not of length one. In a room light comes from all round, and mostly from above. */
export function sunOf(name: MoodName): Point3 {
  const { sun, indoors } = MOODS[name];
  const [x, y, z] = sun.from;
  return indoors ? [x * 0.2, y, z * 0.2] : sun.from;
}

/** Two lights; indoors none casts shadows but the ones under things and feet. The sun's shadow map is drawn once: the place stands still, and people have shadows of their own. */
export function lightsOf(name: MoodName): Group {
  const { sun, hemisphere, indoors } = MOODS[name];
  const light = new DirectionalLight(sun.colour, sun.strength);
  light.position.set(...sun.from).multiplyScalar(1.6);
  const group = new Group();
  group.add(new HemisphereLight(hemisphere.sky, hemisphere.ground, hemisphere.strength), light);
  if (indoors) return group;
  light.castShadow = true;
  const { shadow } = light;
  shadow.mapSize.set(1024, 1024);
  Object.assign(shadow.camera, { left: -9, right: 9, top: 9, bottom: -9, far: 40 });
  shadow.bias = -0.0008;
  shadow.normalBias = 0.03;
  shadow.radius = 2.6;
  shadow.intensity = 0.78;
  shadow.autoUpdate = false;
  shadow.needsUpdate = true;
  return group;
}
