import {
  BackSide,
  Camera,
  Color,
  HalfFloatType,
  LinearFilter,
  Mesh,
  MeshBasicMaterial,
  PlaneGeometry,
  RepeatWrapping,
  Scene,
  ShaderMaterial,
  SphereGeometry,
  Vector3,
  WebGLRenderTarget,
  type WebGLRenderer,
} from 'three';
import type { Mood } from './light';

const WIDTH = 1024;
const HEIGHT = 384;
const RADIUS = 150;

// the picture holds azimuth across and the square root of the elevation upwards, so that the horizon has most of it
const FRAGMENT = `
varying vec2 spot;
uniform vec3 top, middle, horizon, sun, glow, lit, shade;
uniform float cover, stretch, shine;
float hash(vec2 p) { return fract(sin(dot(p, vec2(127.1, 311.7))) * 43758.5453); }
float noise(vec2 p) {
  vec2 i = floor(p), f = fract(p), u = f * f * (3.0 - 2.0 * f);
  return mix(mix(hash(i), hash(i + vec2(1, 0)), u.x), mix(hash(i + vec2(0, 1)), hash(i + vec2(1, 1)), u.x), u.y);
}
float clouds(vec2 p) {
  float sum = 0.0, part = 0.5;
  mat2 turn = mat2(0.8, -0.6, 0.6, 0.8);
  for (int i = 0; i < 6; i++) { sum += part * noise(p); p = turn * p * 2.03 + 7.1; part *= 0.5; }
  return sum;
}
void main() {
  float up = spot.y * spot.y * 1.5707963, round = (spot.x - 0.5) * 6.2831853;
  vec3 d = vec3(cos(up) * cos(round), sin(up), cos(up) * sin(round));
  float h = d.y;
  vec3 c = mix(horizon, middle, smoothstep(0.0, 0.24, h));
  c = mix(c, top, smoothstep(0.14, 0.85, h));
  float aim = max(dot(d, sun), 0.0);
  c += glow * shine * (pow(aim, 5.0) * 0.35 + pow(aim, 28.0) * 0.8 + pow(aim, 900.0) * 2.5);
  vec2 p = d.xz / (h + 0.13) * vec2(0.62 / stretch, 0.62) + 3.7;
  float thick = clouds(p), towards = clouds(p + normalize(sun.xz) * 0.22);
  float density = smoothstep(1.0 - cover, 1.32 - cover, thick + 0.12);
  float light = clamp(0.62 + (thick - towards) * 2.6 + 0.35 * pow(aim, 4.0), 0.0, 1.0);
  vec3 cloud = mix(shade, lit, light);
  cloud = mix(cloud, horizon, 1.0 - smoothstep(0.0, 0.22, h));
  c = mix(c, cloud, density * 0.86 * smoothstep(0.015, 0.12, h));
  gl_FragColor = vec4(c, 1.0);
}`;
const VERTEX = 'varying vec2 spot; void main() { spot = uv; gl_Position = vec4(position.xy, 0.0, 1.0); }';

function paint(renderer: WebGLRenderer, mood: Mood): WebGLRenderTarget {
  const target = new WebGLRenderTarget(WIDTH, HEIGHT, { type: HalfFloatType, depthBuffer: false });
  target.texture.minFilter = target.texture.magFilter = LinearFilter;
  target.texture.wrapS = RepeatWrapping;
  const { sky, clouds, sun } = mood;
  const values = {
    ...{ top: new Color(sky.top), middle: new Color(sky.middle), horizon: new Color(sky.horizon) },
    ...{ lit: new Color(clouds.lit), shade: new Color(clouds.shade), cover: clouds.cover, stretch: clouds.stretch },
    ...{ sun: new Vector3(...sun.from).normalize(), glow: new Color(sun.colour), shine: sun.glow },
  };
  const uniforms = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
  const material = new ShaderMaterial({ uniforms, vertexShader: VERTEX, fragmentShader: FRAGMENT, depthTest: false, depthWrite: false });
  const quad = new Mesh(new PlaneGeometry(2, 2), material);
  quad.frustumCulled = false;
  const scene = new Scene();
  scene.add(quad);
  const before = renderer.getRenderTarget();
  const xr = renderer.xr.enabled;
  renderer.xr.enabled = false;
  renderer.setRenderTarget(target);
  renderer.render(scene, new Camera());
  renderer.setRenderTarget(before);
  renderer.xr.enabled = xr;
  quad.geometry.dispose();
  material.dispose();
  return target;
}

/** A dome under a sky that is painted once: clouds cost nothing from then on. One draw call. */
export function skyDome(renderer: WebGLRenderer, mood: Mood): { mesh: Mesh; dispose: () => void } {
  const target = paint(renderer, mood);
  const geometry = new SphereGeometry(RADIUS, 48, 32);
  const position = geometry.getAttribute('position');
  const uv = geometry.getAttribute('uv');
  const v = new Vector3();
  for (let i = 0; i < position.count; i++) {
    v.fromBufferAttribute(position, i).normalize();
    const up = Math.asin(Math.min(1, Math.max(0, v.y))) / (Math.PI / 2);
    // three's spheres begin at -x and wind the other way; turning their u round keeps it whole across the seam
    uv.setXY(i, 1 - uv.getX(i), Math.sqrt(up));
  }
  const material = new MeshBasicMaterial({ map: target.texture, side: BackSide, depthWrite: false, fog: false, dithering: true });
  const mesh = new Mesh(geometry, material);
  mesh.renderOrder = -1;
  const dispose = (): void => {
    target.dispose();
    geometry.dispose();
    material.dispose();
  };
  return { mesh, dispose };
}
