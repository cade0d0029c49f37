import { Color, DirectionalLight, HemisphereLight, PerspectiveCamera, Scene, type WebGLRenderer } from 'three';
import { Person } from '../src/world/people/person';
import { LOOKS } from '../src/world/people/looks';
import type { Figure, Gesture, PostureName, Tone } from '../src/world/view';
import { figure } from './scenes';

/** Rows of people before a plain wall, for looking at one by one. */
interface Row {
  figures: Figure[];
  /** Height and distance of the camera, metres, and its angle of sight. */
  eye: number;
  away: number;
  fov: number;
  apart: number;
  turn?: number;
  /** When, in milliseconds, the picture is taken. */
  when?: number;
  /** Milliseconds from one to the next: everybody is the same person a moment later. */
  film?: number;
}

const TONES: Tone[] = ['warm', 'friendly', 'neutral', 'cool', 'hostile'];
const POSTURES: PostureName[] = ['stand', 'pockets', 'phone', 'crossed', 'lean', 'sit', 'table'];
const GESTURES: Gesture[] = ['nod', 'shake', 'shrug', 'point', 'wave', 'step_back', 'beckon'];
const CUES = [
  ...['beer_can', 'beer_bottle', 'beer_glass', 'wine_bottle', 'wine_glass', 'spirits_bottle', 'ashtray'],
  ...['cigarettes', 'lighter', 'snus', 'pill_bottle', 'bottle_bag', 'beer_crate'],
];
const LINE = { since: 0, until: 4000, text: 'Hei, vet du når bussen kommer hit i dag?' };

const looks = (from: number, to: number): string[] => LOOKS.slice(from, to).map(({ id }) => id);
const busts = (ids: string[], tone: (i: number) => Tone): Row => ({
  figures: ids.map((look, i) => figure(`${look}${i}`, { look, tone: tone(i), posture: 'pockets', looksAt: [0, 1.6, 5] })),
  eye: 1.56,
  away: 4.6,
  fov: 7.2,
  apart: 0.34,
});
const whole = (figures: Figure[], more: Partial<Row> = {}): Row => ({ figures, eye: 1.2, away: 7, fov: 18, apart: 0.85, ...more });

export const SHEETS: Record<string, () => Row[]> = {
  people: () => [busts(looks(0, 7), () => 'friendly'), busts(looks(7, 14), () => 'friendly')],
  company: () => [busts(looks(8, 16), () => 'friendly'), busts(looks(16, 24), () => 'neutral')],
  company_bodies: () => [
    whole(looks(8, 16).map((look) => figure(look, { facing: 25 }))),
    whole(looks(16, 24).map((look) => figure(look, { facing: 25 }))),
  ],
  company_far: () => [
    { ...whole(looks(8, 16).map((look) => figure(look, { facing: 25 }))), when: -1 },
    { ...whole(looks(16, 24).map((look) => figure(look, { facing: 25 }))), when: -1 },
  ],
  company_warm: () => [busts(looks(8, 16), () => 'warm'), busts(looks(8, 16), () => 'hostile')],
  company_cool: () => [busts(looks(16, 24), () => 'warm'), busts(looks(16, 24), () => 'hostile')],
  holding: () => [
    whole(CUES.slice(0, 7).map((holds, i) => figure(LOOKS[i + 8]!.id, { holds, facing: 35 }))),
    whole(CUES.slice(6).map((holds, i) => figure(LOOKS[i + 15]!.id, { holds, facing: -30, posture: i % 2 ? 'sit' : 'stand', seat: 0.45 }))),
  ],
  tones: () =>
    ['kari', 'daniel'].map((look) =>
      busts(
        TONES.map(() => look),
        (i) => TONES[i]!,
      ),
    ),
  bodies: () => [
    whole(looks(0, 7).map((look) => figure(look, { facing: 25 }))),
    whole(looks(7, 14).map((look) => figure(look, { facing: 25 }))),
  ],
  backs: () => [
    { ...busts(looks(0, 7), () => 'neutral'), turn: 150 },
    { ...busts(looks(7, 14), () => 'neutral'), turn: 90 },
  ],
  postures: () => [
    whole(POSTURES.map((posture, i) => figure(LOOKS[i]!.id, { posture, facing: 40, seat: 0.45 }))),
    whole(['mai', 'ingrid', 'olav', 'amina'].map((look, i) => figure(look, { posture: i > 1 ? 'table' : 'sit', facing: 35, seat: 0.45 }))),
  ],
  gestures: () => [
    whole(
      GESTURES.map((name, i) => figure(LOOKS[i]!.id, { facing: 20, gesture: { name, since: 0 }, looksAt: [2, 1.5, 4] })),
      { when: 900 },
    ),
    whole(
      [
        figure('nora', { speaking: LINE, facing: 20 }),
        figure('tor', { speaking: LINE, facing: 20 }),
        figure('sol', { thinking: true, facing: 20 }),
        figure('ali', { thinking: true, posture: 'pockets', facing: 20 }),
        figure('eva', { speed: 1.2, facing: 60 }),
        figure('per', { speed: 1.2, facing: 60 }),
        figure('elias', { away: true, facing: 20 }),
      ],
      { when: 1500 },
    ),
  ],
  mouths: () =>
    [
      [300, 900],
      [1300, 1900],
    ]
      .map((times) => ({
        ...busts(['kari', 'daniel', 'nora', 'ali', 'jonas', 'mai'], () => 'friendly'),
        when: times[0]!,
      }))
      .map((row) => ({ ...row, figures: row.figures.map((one, i) => ({ ...one, speaking: { ...LINE, since: -i * 230 } })) })),
  /** One walker in eight moments of two steps, and one wave. */
  film: () => [
    whole(
      Array.from({ length: 8 }, (_, i) => figure(`walker${i}`, { look: 'nora', speed: 1.2, facing: 70 })),
      { film: 129 },
    ),
    whole(
      Array.from({ length: 8 }, (_, i) => figure(`waver${i}`, { look: 'ali', facing: 15, gesture: { name: 'beckon', since: 0 } })),
      { film: 260 },
    ),
  ],
  far: () => [
    { ...whole(looks(0, 7).map((look) => figure(look, { facing: 25 }))), when: -1 },
    { ...whole(looks(7, 14).map((look) => figure(look, { facing: 25 }))), when: -1 },
  ],
};

function studio(row: Row): { scene: Scene; camera: PerspectiveCamera } {
  const scene = new Scene();
  scene.background = new Color('#dfe3df');
  const sun = new DirectionalLight('#fff1dc', 1.6);
  sun.position.set(-2.2, 2.6, 4);
  scene.add(new HemisphereLight('#eef3f4', '#b5a899', 2.5), sun);
  const camera = new PerspectiveCamera(row.fov, 1280 / 360, 0.1, 50);
  const bust = row.fov < 10;
  camera.position.set(0, row.eye, row.away);
  camera.lookAt(0, bust ? row.eye : 0.92, 0);
  row.figures.forEach((one, i) => {
    const at = [(i - (row.figures.length - 1) / 2) * row.apart, 0] as const;
    const person = new Person({ ...one, at, facing: one.facing + (row.turn ?? 0) });
    if (row.when === -1) person.setDetail('far');
    if (bust) person.position.y = row.eye - person.look.height * 0.925;
    scene.add(person);
    person.appear(1);
    const end = (row.when ?? 0) + (row.film ?? 0) * i;
    for (let k = 59 + Math.round(end / 20); k >= 0; k--) person.update(end - k * 20, 0.02);
    for (let k = 0; k < 30 && person.needsPaint; k++) person.paint();
  });
  return { scene, camera };
}

export function drawSheet(renderer: WebGLRenderer, rows: Row[]): void {
  renderer.setScissorTest(true);
  rows.forEach((row, i) => {
    const { scene, camera } = studio(row);
    const y = (1 - i) * 360;
    renderer.setViewport(0, y, 1280, 360);
    renderer.setScissor(0, y, 1280, 360);
    renderer.render(scene, camera);
  });
}
