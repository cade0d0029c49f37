import { bystander } from '../src/world/people/bystander';
import { describedPlace } from '../src/world/places/description';
import type { Figure, Pose, Tone, WorldView } from '../src/world/view';

/** A picture to take: what is shown, from where, and for how long it runs before the picture, in seconds. */
export interface Shot {
  view: WorldView;
  eye: readonly [number, number, number];
  at: readonly [number, number, number];
  fov?: number;
  run?: number;
}

export const BOARD = ['Solbakken', '31 Sentrum', '31 Sykehuset', '54 Fjellveien', '70 Sjøbadet', '12 Skogen'].map((row, i) => {
  if (i === 0) return row;
  const [line, to] = row.split(' ');
  return `${line}|${to}|06:${12 + i * 6}  06:${30 + i * 4}  07:${10 + i * 5}${i === 2 ? '|6 min sen' : ''}`;
});

export const figure = (id: string, more: Partial<Figure> = {}): Figure => ({ ...bystander(id, id), ...more });

export function atSpot(spotId: string, look: string, tone: Tone, more: Partial<Figure> = {}): Figure {
  const spot = describedPlace('bus_stop').spots.find(({ id }) => id === spotId);
  if (!spot) throw new Error(`no such spot: ${spotId}`);
  const { at, facing, posture, seat } = spot;
  return figure(look, { at, facing, posture, tone, ...(seat === undefined ? {} : { seat }), ...more });
}

const bus = (figures: Figure[], props: Record<string, string> = { bus: 'away' }): WorldView => ({
  place: 'bus_stop',
  boards: { timetable: BOARD },
  props,
  figures,
  frozen: false,
});

const CLOSE_EYE = [2.9, 1.6, 1.75] as const;
const CROWD_EYE = [0.2, 1.62, 1.75] as const;
const crowd = (): Figure[] => [
  figure('ingrid', { at: [-0.62, 0.5], facing: 42, tone: 'cool', looksAt: CROWD_EYE, label: 'Ingrid · kunstig' }),
  figure('jonas', { at: [-0.46, -0.18], facing: 20, posture: 'crossed', tone: 'hostile', looksAt: CROWD_EYE }),
  figure('kari', { at: [-0.05, 0.3], facing: 10, posture: 'crossed', tone: 'cool', looksAt: CROWD_EYE }),
  figure('olav', { at: [0.3, -0.32], facing: -4, tone: 'neutral', looksAt: CROWD_EYE }),
  figure('daniel', { at: [0.58, 0.12], facing: -18, posture: 'pockets', tone: 'hostile', looksAt: CROWD_EYE }),
  figure('elias', { at: [1.0, 0.2], facing: -38, posture: 'phone', tone: 'cool', looksAt: CROWD_EYE }),
];

const eight = (): Figure[] => [
  atSpot('bench_a', 'ingrid', 'friendly'),
  atSpot('bench_b', 'mai', 'neutral'),
  atSpot('shelter_right', 'kari', 'friendly', { looksAt: [2.2, 1.6, 3], label: 'Kari · kunstig' }),
  atSpot('shelter_left', 'jonas', 'neutral'),
  atSpot('board', 'daniel', 'neutral', { looksAt: [1.95, 1.5, 0.1] }),
  atSpot('kerb_left', 'elias', 'neutral'),
  atSpot('far_right', 'olav', 'cool'),
  atSpot('far_left', 'amina', 'neutral'),
];

/** A head at a height that looks along an angle (degrees, as `facing`) and a little down. */
function headAt(x: number, y: number, z: number, facing: number, down = 0): Pose {
  const half = ((facing + 180) * Math.PI) / 360;
  const tilt = -down / 2;
  const [cy, sy, cx, sx] = [Math.cos(half), Math.sin(half), Math.cos(tilt), Math.sin(tilt)];
  return { p: [x, y, z], q: [cy * sx, sy * cx, -sy * sx, cy * cx] };
}
const hand = (x: number, y: number, z: number): Pose => ({ p: [x, y, z], q: [0, 0, 0, 1] });

/** People who wear headsets: standing with hands, seated, flat. */
const worn = (): Figure[] => [
  figure('sol', { tracked: { head: headAt(0, 1.6, 0, 20), right: hand(-0.35, 1.5, 0.3), left: hand(0.25, 1.05, 0.35) }, label: 'Sol' }),
  figure('tor', {
    tracked: { head: headAt(1.1, 1.18, 0, -10, 0.2), right: hand(0.95, 0.85, 0.35), left: hand(1.3, 0.85, 0.32) },
    label: 'Tor',
  }),
  figure('nora', { tracked: { head: headAt(2.2, 1.58, 0, -40) }, label: 'Nora', tone: 'friendly' }),
  figure('per', { tracked: { head: headAt(-1.1, 1.7, 0.2, 40, 0.5) }, label: 'Per · veileder' }),
];

export const SHOTS: Record<string, () => Shot> = {
  bus_far: () => ({ view: bus([atSpot('kerb_left', 'elias', 'neutral')]), eye: [2.2, 1.62, 3.3], at: [-0.35, 1.3, -1.6] }),
  bus_near: () => ({ view: bus(crowd()), eye: CROWD_EYE, at: [0.18, 1.47, -1] }),
  bus_eight: () => ({ view: bus(eight()), eye: [1.6, 1.65, 4.2], at: [-0.2, 1.2, -1] }),
  bus_here: () => ({
    view: bus([atSpot('kerb_left', 'elias', 'neutral'), atSpot('bus_door', 'olav', 'friendly', { label: 'Olav · kunstig' })], {
      bus: 'here',
    }),
    eye: [-0.6, 1.62, -0.6],
    at: [0.6, 1.3, 4],
  }),
  bus_side: () => ({ view: bus([], { bus: 'here' }), eye: [-5.2, 1.8, 0.2], at: [1, 1.3, 3.4] }),
  bus_coming: () => ({
    view: bus([atSpot('kerb_right', 'kari', 'neutral')], { bus: 'arriving' }),
    eye: [0.9, 1.62, 1.3],
    at: [9, 1.3, 3.2],
    run: 5,
  }),
  street: () => ({ view: bus([]), eye: [0.9, 1.62, 0.6], at: [0.4, 1.3, 6] }),
  street_left: () => ({ view: bus([]), eye: [0.9, 1.62, 1.3], at: [-8, 1.3, 1.5] }),
  street_right: () => ({ view: bus([]), eye: [0.9, 1.62, 1.3], at: [8, 1.3, 0] }),
  board: () => ({ view: bus([]), eye: [2.38, 1.6, 2.06], at: [1.95, 1.45, 0.1] }),
  pace: () => ({ view: bus(eight()), eye: [1.6, 1.65, 4.2], at: [-0.2, 1.2, -1] }),
  bench: () => ({
    view: bus([
      atSpot('bench_a', 'ingrid', 'friendly', { looksAt: [-0.6, 1.3, 0.4] }),
      atSpot('bench_b', 'mai', 'neutral', { thinking: true }),
      atSpot('shelter_right', 'amina', 'friendly', {
        speaking: { since: 0, until: 5000, text: 'Unnskyld, går denne bussen til sykehuset?' },
      }),
    ]),
    eye: [-0.7, 1.5, 1.6],
    at: [-1.0, 0.95, -0.5],
    run: 2.1,
  }),
  zoom: () => ({ view: bus([atSpot('bench_b', 'mai', 'neutral')]), eye: [-0.9, 1.25, 0.5], at: [-1.0, 1.05, -0.5], run: 2.1 }),
  close: () => ({
    view: bus([
      figure('nora', { at: [2.6, 0.55], facing: 20, tone: 'warm', looksAt: CLOSE_EYE, label: 'Nora' }),
      figure('kari', {
        ...{ at: [3.3, 0.5], facing: -20, tone: 'friendly', looksAt: CLOSE_EYE, label: 'Kari · kunstig' },
        speaking: { since: 0, until: 4000, text: 'Ja, bussen til sentrum kommer snart.' },
      }),
      figure('olav', { at: [4.2, 0.9], facing: -50, tone: 'neutral', looksAt: [3.3, 1.6, 0.5] }),
    ]),
    eye: CLOSE_EYE,
    at: [3.1, 1.42, 0],
    run: 1.55,
  }),
  worn: () => ({ view: bus(worn()), eye: [0.6, 1.5, 3.4], at: [0.5, 1.05, 0] }),
  calm_left: () => ({
    view: { place: 'calm', boards: {}, props: {}, figures: [], frozen: false },
    eye: [0, 1.55, 1.2],
    at: [-8, 1.25, 0],
    run: 3,
  }),
  calm: () => ({
    view: { place: 'calm', boards: {}, props: {}, figures: [], frozen: false },
    eye: [-0.2, 1.55, 2.6],
    at: [-0.6, 1.25, -6],
    run: 3,
  }),
};
