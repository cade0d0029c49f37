import { Color, DirectionalLight, Fog, Group, HemisphereLight } from 'three';
import type { Point3 } from '../view';

export type MoodName = 'autumn_day' | 'evening_shore';

/** The light of a place. `cover` of clouds 0..1; `from` points towards the sun. */
export interface Mood {
  sky: { top: string; middle: string; horizon: string };
  clouds: { lit: string; shade: string; cover: number; stretch: number };
  hemisphere: { sky: string; ground: string; strength: number };
  sun: { colour: string; strength: number; from: Point3; glow: number };
  fog: { colour: string; near: number; far: number };
}

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
};

/** The fog of a mood: far things fade into its colour. */
export function fogOf(name: MoodName): Fog {
  const { colour, near, far } = MOODS[name].fog;
  return new Fog(new Color(colour), near, far);
}

/** Where the sun stands: a direction, not of length one. */
export const sunOf = (name: MoodName): Point3 => MOODS[name].sun.from;

/** Two lights. The sun's shadow map is drawn once: the place stands still, and people have shadows of their own. */
export function lightsOf(name: MoodName): Group {
  const { sun, hemisphere } = MOODS[name];
  const light = new DirectionalLight(sun.colour, sun.strength);
  light.position.set(...sun.from).multiplyScalar(1.6);
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
  const group = new Group();
  group.add(new HemisphereLight(hemisphere.sky, hemisphere.ground, hemisphere.strength), light);
  return group;
}
