import { Color, DirectionalLight, HemisphereLight, LinearToneMapping, PerspectiveCamera, Scene, WebGLRenderer } from 'three';
import { bystander } from './people/bystander';
import { Person } from './people/person';
import { REST_HEIGHT } from './people/skeleton';
import type { Figure } from './view';

/** Lists of different sizes share their pictures: a size is rounded up to one of these. */
const SIZES = [96, 192, 384] as const;
/** Milliseconds after the last picture at which the studio is closed: browsers allow few of them. */
const CLOSE_AFTER = 4000;
const STEP = 0.05;

const drawn = new Map<string, string>();

function sitter(look: string): Figure {
  return { ...bystander(`portrait of ${look}`, look), posture: 'pockets', tone: 'friendly', looksAt: [0.22, 1.62, 3] };
}

/** One small renderer with light and a backdrop, used for every portrait. */
class Studio {
  private readonly renderer = new WebGLRenderer({ antialias: true, preserveDrawingBuffer: true });
  private readonly scene = new Scene();
  private readonly camera = new PerspectiveCamera(7.4, 1, 0.1, 20);

  constructor() {
    this.renderer.toneMapping = LinearToneMapping;
    this.renderer.setPixelRatio(1);
    this.scene.background = new Color('#dfe6e2');
    const sun = new DirectionalLight('#fff1dc', 1.7);
    sun.position.set(-2.2, 2.6, 4);
    this.scene.add(new HemisphereLight('#eef3f4', '#b5a899', 2.5), sun);
  }

  draw(look: string, size: number): string {
    const person = new Person(sitter(look));
    this.scene.add(person);
    person.appear(1);
    for (let i = 0; i < 30 || (person.isBlinking && i < 60); i++) person.update(0, STEP);
    person.paint();
    const scale = person.look.height / REST_HEIGHT;
    this.camera.position.set(0.32 * scale, 1.6 * scale, 3.6 * scale);
    this.camera.lookAt(0, 1.585 * scale, 0);
    this.renderer.setSize(size, size, false);
    this.renderer.render(this.scene, this.camera);
    const url = this.renderer.domElement.toDataURL('image/png');
    person.dispose();
    return url;
  }

  close(): void {
    this.renderer.dispose();
    this.renderer.forceContextLoss();
  }
}

let studio: Studio | null = null;
let closing: ReturnType<typeof setTimeout> | undefined;

function close(): void {
  studio?.close();
  studio = null;
}

/**
 * Head and shoulders of a look as a data URL, drawn once from the real person and kept. Throws where there is no 3D, and for an
 * unknown look.
 */
export function portrait(lookId: string, sizePx: number): string {
  const size = SIZES.find((candidate) => candidate >= sizePx) ?? SIZES[SIZES.length - 1]!;
  const key = `${lookId}/${size}`;
  const known = drawn.get(key);
  if (known) return known;
  clearTimeout(closing);
  studio ??= new Studio();
  const url = studio.draw(lookId, size);
  closing = setTimeout(close, CLOSE_AFTER);
  drawn.set(key, url);
  return url;
}
