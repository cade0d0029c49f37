import { bystander } from '../src/world/people/bystander';
import { describedPlace } from '../src/world/places/description';
import type { Figure, Tone, WorldView } from '../src/world/view';
import type { Shot } from './scenes';

const NAMES = [
  ...['park', 'flat', 'shop', 'office', 'clinic', 'stairwell', 'cafe', 'peer_cafe'],
  ...['quay', 'venue', 'meeting_room', 'home', 'friends_flat', 'talk_room', 'workplace'],
];
const LOOKS = [
  ...['grete', 'samir', 'hanna', 'bjorn', 'turid', 'yusuf', 'marte', 'petter', 'lise', 'kim', 'arne', 'fatima'],
  ...['tone', 'marius', 'ida', 'geir', 'kari', 'jonas', 'amina', 'daniel', 'mai', 'olav', 'elias', 'ingrid'],
];
const EYE_M = 1.6;

/** Something to read of every kind, as long as a full board gets. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  notice: ['Oppslag', 'Dugnad lørdag klokka 12', 'Vi rydder i bakgården', 'Kaffe og boller til alle', 'Spørsmål? Ring Turid|922 00 000'],
  list: ['Før jeg går', 'Dusje', 'Rene sokker', 'Pusse tenner', 'Nøkler', 'Telefon', 'Buss klokka 10.40'],
  letter: [
    'Vedtak om støtte',
    'Vi viser til søknad av 3. mars.',
    'Du må sende oss tre siste lønnsslipper innen 14 dager.',
    'Frist|24. mars',
    'Saksnummer|24/1187',
  ],
  menu: ['I dag', 'Kaffe|38', 'Te|34', 'Bolle|42', 'Suppe med brød|95', 'Vaffel|55', 'Kakao|48'],
  rules: ['Her hos oss', 'Du velger selv hva du sier.', 'Det som sies her, blir her.', 'Vi hører på hverandre.', 'Ingen må fortelle noe.'],
  poster: ['Filmkveld', 'Fredag klokka 18', 'Biblioteket', 'Gratis inngang', 'Ta med en venn'],
  agenda: ['Husmøte', '1. Vaskeliste', '2. Støy etter klokka 22', '3. Kjøleskapet', '4. Eventuelt'],
  phone: ['Kim', 'Hei! Kommer du i kveld?', 'Vi er fem stykker her.', 'Det blir bra stemning!'],
  plan: ['Min plan', 'Ringe Anne hvis det blir tungt', 'Gå en tur før middag', 'Samtale|tirsdag 13'],
  cv: ['CV', 'Lager, Varehuset|2016–2019', 'Pause|2019–2023', 'Kafé, frivillig|2023–', 'Truckførerbevis'],
  shelf_label: ['Lettmelk 1 l', 'Pris|22,90', 'Per liter|22,90'],
};

function figures(id: string, most: number, tone: Tone): Figure[] {
  const { spots } = describedPlace(id);
  const you = spots.find((spot) => spot.id === 'you_a')!;
  const people = spots.filter((spot) => !spot.you && (!/^c\d+$/.test(spot.id) || Number(spot.id.slice(1)) <= most));
  return people.map(({ id: name, at, facing, posture, seat }, i) => ({
    ...bystander(name, LOOKS[i % LOOKS.length]!),
    ...{ at, facing, posture, tone, looksAt: /^c/.test(name) ? null : [you.at[0], EYE_M, you.at[1]] },
    ...(seat === undefined ? {} : { seat }),
  }));
}

/** Something on every surface, and something held out. */
function tempting(id: string): WorldView {
  const parts = ['beer_can', 'beer_bottle', 'ashtray', 'wine_bottle', 'beer_glass', 'spirits_bottle', 'cigarettes', 'snus'];
  const view = shown(id, 3, 'friendly');
  const cues = parts.map((part, i) => ({ part, on: `s${(i % 6) + 1}` }));
  return { ...view, cues, figures: view.figures.map((one, i) => (i === 0 ? { ...one, holds: 'beer_can' } : one)) };
}

const shown = (id: string, most: number, tone: Tone): WorldView => ({
  ...{ place: id, boards: WRITTEN, props: {}, figures: figures(id, most, tone), frozen: false },
});

/** From where the client starts, turned by so many degrees to the left. */
function around(id: string, turn: number, most: number, tone: Tone = 'friendly'): () => Shot {
  return () => {
    const you = describedPlace(id).spots.find((spot) => spot.id === 'you_a')!;
    const angle = ((you.facing + turn) * Math.PI) / 180;
    const [x, z] = you.at;
    const at = [x + Math.sin(angle) * 4, EYE_M - 0.35, z + Math.cos(angle) * 4] as const;
    return { view: shown(id, most, tone), eye: [x, EYE_M, z], at, fov: 66 };
  };
}

/** From as near as one reads it. */
function reading(id: string): () => Shot {
  return () => {
    const [x = 0, , z = 0] = describedPlace(id).looks_at['board'] ?? [];
    const you = describedPlace(id).spots.find((spot) => spot.id === 'you_a')!.at;
    const far = Math.hypot(you[0] - x, you[1] - z);
    const eye = [x + ((you[0] - x) / far) * 1.2, EYE_M, z + ((you[1] - z) / far) * 1.2] as const;
    return { view: shown(id, 0, 'neutral'), eye, at: [x, 1.38, z], fov: 66 };
  };
}

export const PLACE_SHOTS: Readonly<Record<string, () => Shot>> = Object.fromEntries(
  NAMES.flatMap((id) => [
    [`place-${id}-start`, around(id, 0, 12)],
    [`place-${id}-few`, around(id, 0, 1)],
    [`place-${id}-left`, around(id, 85, 12)],
    [`place-${id}-right`, around(id, -85, 12)],
    [`place-${id}-behind`, around(id, 180, 12)],
    [`place-${id}-read`, reading(id)],
    [`place-${id}-cues`, (): Shot => ({ ...around(id, 0, 3)(), view: tempting(id) })],
  ]),
);
