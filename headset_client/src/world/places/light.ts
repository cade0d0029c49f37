import { BackSide, Color, DirectionalLight, Fog, Group, HemisphereLight, Mesh, ShaderMaterial, SphereGeometry } from 'three';

export type MoodName = 'autumn_day' | 'evening_shore';

interface Mood {
  sky: readonly [top: string, middle: string, horizon: string];
  hemisphere: { sky: string; ground: string; strength: number };
  sun: { colour: string; strength: number; from: readonly [number, number, number] };
  fog: readonly [colour: string, near: number, far: number];
}

const MOODS: Record<MoodName, Mood> = {
  autumn_day: {
    sky: ['#8fb1c4', '#c6d8dc', '#ece9df'],
    hemisphere: { sky: '#dbe8ee', ground: '#9c9486', strength: 2.35 },
    sun: { colour: '#ffe9cb', strength: 2.3, from: [6, 7.5, 5.5] },
    fog: ['#dfe3dd', 16, 75],
  },
  evening_shore: {
    sky: ['#53708a', '#b9a9a6', '#f3cfa6'],
    hemisphere: { sky: '#a9b6cc', ground: '#8d7a6a', strength: 2.5 },
    sun: { colour: '#ffc58e', strength: 2.0, from: [-5, 2.2, -8] },
    fog: ['#e3c3a8', 14, 95],
  },
};

/** A dome with a soft vertical gradient and a faint glow round the sun: one draw call, no picture. */
function sky(mood: Mood): Mesh {
  const [top, middle, horizon] = mood.sky.map((c) => new Color(c));
  const material = new ShaderMaterial({
    side: BackSide,
    depthWrite: false,
    fog: false,
    uniforms: {
      top: { value: top },
      middle: { value: middle },
      horizon: { value: horizon },
      sun: { value: [...mood.sun.from] },
      glow: { value: new Color(mood.sun.colour) },
    },
    vertexShader:
      'varying vec3 way; void main() { way = position; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }',
    fragmentShader: `uniform vec3 top, middle, horizon, sun, glow; varying vec3 way;
      void main() {
        vec3 d = normalize(way); float h = max(d.y, 0.0);
        vec3 c = mix(horizon, middle, smoothstep(0.0, 0.2, h)); c = mix(c, top, smoothstep(0.12, 0.75, h));
        float streak = sin(d.x * 5.0 + d.y * 26.0) * sin(d.z * 4.0 - d.y * 17.0 + d.x * 3.0);
        c = mix(c, horizon, 0.35 * smoothstep(0.25, 1.0, streak) * smoothstep(0.02, 0.16, h) * (1.0 - smoothstep(0.3, 0.6, h)));
        c += glow * 0.22 * pow(max(dot(d, normalize(sun)), 0.0), 24.0);
        c += (fract(sin(dot(gl_FragCoord.xy, vec2(12.9898, 78.233))) * 43758.5453) - 0.5) / 160.0; // hides banding
        gl_FragColor = vec4(c, 1.0);
        #include <colorspace_fragment>
      }`,
  });
  const dome = new Mesh(new SphereGeometry(90, 32, 20), material);
  dome.renderOrder = -1;
  return dome;
}

/** The fog of a mood: far things fade into its colour. */
export function fogOf(name: MoodName): Fog {
  const [colour, near, far] = MOODS[name].fog;
  return new Fog(new Color(colour), near, far);
}

/** Where the sun stands: a direction, not of length one. */
export const sunOf = (name: MoodName): readonly [number, number, number] => MOODS[name].sun.from;

/** Sky and two lights. The sun's shadow map is drawn once: the place stands still and people have contact shadows. */
export function moodGroup(name: MoodName): Group {
  const mood = MOODS[name];
  const group = new Group();
  const sun = new DirectionalLight(mood.sun.colour, mood.sun.strength);
  sun.position.set(...mood.sun.from).multiplyScalar(1.6);
  sun.castShadow = true;
  const { shadow } = sun;
  shadow.mapSize.set(1024, 1024);
  Object.assign(shadow.camera, { left: -9, right: 9, top: 9, bottom: -9, far: 40 });
  shadow.bias = -0.0008;
  shadow.normalBias = 0.03;
  shadow.radius = 5;
  shadow.intensity = 0.72;
  shadow.autoUpdate = false;
  shadow.needsUpdate = true;
  group.add(sky(mood), new HemisphereLight(mood.hemisphere.sky, mood.hemisphere.ground, mood.hemisphere.strength), sun);
  return group;
}
