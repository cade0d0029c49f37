import { Color, Mesh, PlaneGeometry, ShaderMaterial, Vector2 } from 'three';
import { MOODS, type MoodName } from './light';

const VERTEX = `
varying vec3 spot;
void main() {
  vec4 w = modelMatrix * vec4(position, 1.0);
  spot = w.xyz;
  gl_Position = projectionMatrix * viewMatrix * w;
}`;

// the sky's colours upside down, slow ripples, a path of light under the sun, and an edge that laps on the sand
const FRAGMENT = `
uniform float time, shore;
uniform vec3 near, far, sun;
uniform vec2 toSun;
varying vec3 spot;
void main() {
  vec3 view = normalize(spot - cameraPosition);
  float away = length(spot.xz - cameraPosition.xz);
  float fine = 1.0 / (1.0 + away * 0.06);
  float wave = sin(spot.z * 3.1 + time * 0.5 + sin(spot.x * 0.7) * 1.4) * 0.5
    + sin(spot.z * 7.3 - time * 0.7 + spot.x * 1.1) * 0.3
    + sin(spot.x * 2.3 + spot.z * 1.3 + time * 0.3) * 0.2;
  float glance = pow(1.0 - abs(view.y + wave * 0.012 * fine), 7.0);
  vec3 c = mix(near, far, clamp(glance + wave * 0.05 * fine, 0.0, 1.0));
  float aim = max(dot(normalize(view.xz), toSun), 0.0);
  float glitter = sin(spot.x * 9.0 + time * 0.9) * sin(spot.z * 11.0 - time * 1.1 + spot.x * 3.0);
  c += sun * pow(aim, 60.0) * (0.22 + 0.4 * smoothstep(0.45, 0.9, wave) + 0.3 * fine * smoothstep(0.7, 1.0, glitter)) * smoothstep(2.0, 12.0, away);
  float lap = 0.14 * sin(spot.x * 1.3 + time * 0.2) + 0.1 * sin(spot.x * 0.53) + 0.16 * sin(time * 0.55 + spot.x * 0.17);
  float edge = shore - (spot.z + lap);
  float deep = smoothstep(0.0, 0.8, edge);
  float foam = smoothstep(0.0, 0.05, edge) * (1.0 - smoothstep(0.05, 0.24, edge));
  c = mix(c, vec3(0.97, 0.93, 0.88), foam * 0.35);
  gl_FragColor = vec4(c, edge < 0.0 ? 0.16 * smoothstep(-0.5, 0.0, edge) : mix(0.3, 0.97, deep) + foam * 0.2);
  #include <colorspace_fragment>
}`;

/** Still water under the sky of a mood, from `edge` along -z to the horizon, at height `y`. One draw call. */
export function water(name: MoodName, { y, edge }: { y: number; edge: number }): { mesh: Mesh; setTime: (seconds: number) => void } {
  const { sun, fog } = MOODS[name];
  const time = { value: 0 };
  const material = new ShaderMaterial({
    uniforms: {
      time,
      shore: { value: edge },
      near: { value: new Color('#56707f') },
      far: { value: new Color(fog.colour) },
      sun: { value: new Color(sun.colour) },
      toSun: { value: new Vector2(sun.from[0], sun.from[2]).normalize() },
    },
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    transparent: true,
  });
  const mesh = new Mesh(new PlaneGeometry(260, 122).rotateX(-Math.PI / 2).translate(0, y, edge - 60.5), material);
  return { mesh, setTime: (seconds) => (time.value = seconds) };
}
