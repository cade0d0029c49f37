import { Color, DirectionalLight, HemisphereLight, LinearToneMapping, PerspectiveCamera, Scene, WebGLRenderer } from 'three';
import { lookOf } from './people/looks';
import { Person } from './people/person';
import { REST_HEIGHT } from './people/skeleton';
import type { Figure } from './view';

const SIZES = [96, 192, 384] as const;
const drawn = new Map<string, string>();

function sitter(look: string): Figure {
  return {
    id: `portrait of ${look}`,
    look,
    at: [0, 0],
    facing: 0,
    posture: 'pockets',
    speed: 0,
    tone: 'friendly',
    looksAt: [0.25, 1.6, 3],
    gesture: null,
    speaking: null,
    thinking: false,
    tracked: null,
    away: false,
    label: '',
  };
}

function draw(lookId: string, size: number): string {
  const renderer = new WebGLRenderer({ antialias: true, preserveDrawingBuffer: true, alpha: true });
  renderer.setSize(size, size, false);
  renderer.toneMapping = LinearToneMapping;
  const scene = new Scene();
  scene.background = new Color('#dfe6e2');
  const sun = new DirectionalLight('#fff1dc', 1.7);
  sun.position.set(-2.2, 2.6, 4);
  scene.add(new HemisphereLight('#eef3f4', '#b5a899', 2.5), sun);
  const person = new Person(sitter(lookId));
  scene.add(person);
  for (let i = 0; i < 40; i++) person.update(0, 0.05);
  person.paint();
  const scale = lookOf(lookId).height / REST_HEIGHT;
  const camera = new PerspectiveCamera(9.5, 1, 0.1, 20);
  camera.position.set(0.35 * scale, 1.6 * scale, 3.6 * scale);
  camera.lookAt(0, 1.57 * scale, 0);
  renderer.render(scene, camera);
  const url = renderer.domElement.toDataURL('image/png');
  person.dispose();
  renderer.dispose();
  renderer.forceContextLoss();
  return url;
}

/**
 * Head and shoulders of a look as a data URL, rendered once from the real person and kept. `sizePx` is rounded up to one of three sizes,
 * so that lists of different sizes share their pictures.
 */
export function portrait(lookId: string, sizePx: number): string {
  const size = SIZES.find((candidate) => candidate >= sizePx) ?? SIZES[SIZES.length - 1]!;
  const key = `${lookId}/${size}`;
  const known = drawn.get(key);
  if (known) return known;
  const url = draw(lookId, size);
  drawn.set(key, url);
  return url;
}
