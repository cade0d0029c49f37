const drawings = import.meta.glob<string>(
  [
    '/node_modules/openmoji/black/svg/{1F552,2753,1F501,23F3,1F44B,1F64F,1F44D,1F44E,1F68C,1FAA7,1F3AB,1F4B0,1F4F1,1F6DF,E201,2764}.svg',
    '/node_modules/openmoji/black/svg/{1FA91,26C5,1F5FA,1F620,1F442,1F440,1F6B6,2615,1F614,1F4AC,1F4A1,270B,1F35E,1F9FA,1F4B3,1F6CD}.svg',
    '/node_modules/openmoji/black/svg/{1F4CB,2709,1F58A,1F9D1-200D-2695-FE0F,1F48A,1F915,1F634,1F4C5,1F6AA,1F511,1F6E0,1F50A,1F91D}.svg',
    '/node_modules/openmoji/black/svg/{1F3AC,1F3B5,26BD,1F37D,1F415,1F46A,1F4BC,1F4D6,2B50,1F6B0,1F37A,1F6AC,1F455,1F6BF,1FA9E}.svg',
    '/node_modules/openmoji/black/svg/{1F9D1-200D-1F91D-200D-1F9D1,1F465,1F64B,1F4E8,1F4F7,1F3E0,1F6CB,1F914,1F6D1,2B05,27A1,1F6B2}.svg',
    '/node_modules/openmoji/black/svg/{2600,1F381,1F5D2,1F92B,1F622,1F60A,1F610}.svg',
  ],
  { query: '?url', import: 'default', eager: true },
);

/** One drawing for each name in rooms/icons.py, by OpenMoji's own number for it. */
const NUMBERS = {
  clock: '1F552',
  question: '2753',
  repeat: '1F501',
  hourglass: '23F3',
  hello: '1F44B',
  thanks: '1F64F',
  yes: '1F44D',
  no: '1F44E',
  bus: '1F68C',
  sign: '1FAA7',
  ticket: '1F3AB',
  money: '1F4B0',
  phone: '1F4F1',
  help: '1F6DF',
  leave: 'E201',
  heart: '2764',
  chair: '1FA91',
  weather: '26C5',
  map: '1F5FA',
  angry: '1F620',
  ear: '1F442',
  eyes: '1F440',
  walk: '1F6B6',
  coffee: '2615',
  sorry: '1F614',
  talk: '1F4AC',
  lightbulb: '1F4A1',
  wait: '270B',
  bread: '1F35E',
  basket: '1F9FA',
  card: '1F4B3',
  bag: '1F6CD',
  list: '1F4CB',
  letter: '2709',
  pen: '1F58A',
  doctor: '1F9D1-200D-2695-FE0F',
  pill: '1F48A',
  pain: '1F915',
  sleep: '1F634',
  calendar: '1F4C5',
  door: '1F6AA',
  key: '1F511',
  tools: '1F6E0',
  noise: '1F50A',
  handshake: '1F91D',
  film: '1F3AC',
  music: '1F3B5',
  sport: '26BD',
  food: '1F37D',
  dog: '1F415',
  family: '1F46A',
  work: '1F4BC',
  book: '1F4D6',
  star: '2B50',
  water: '1F6B0',
  beer: '1F37A',
  smoke: '1F6AC',
  shirt: '1F455',
  shower: '1F6BF',
  mirror: '1FA9E',
  friend: '1F9D1-200D-1F91D-200D-1F9D1',
  group: '1F465',
  raise_hand: '1F64B',
  message: '1F4E8',
  camera: '1F4F7',
  home: '1F3E0',
  sit: '1F6CB',
  idea: '1F914',
  stop: '1F6D1',
  left: '2B05',
  right: '27A1',
  bike: '1F6B2',
  sun: '2600',
  gift: '1F381',
  plan: '1F5D2',
  secret: '1F92B',
  sad: '1F622',
  happy: '1F60A',
  neutral_face: '1F610',
} as const;
export type PictoName = keyof typeof NUMBERS;
export const PICTOS = Object.keys(NUMBERS) as readonly PictoName[];

export function isPicto(name: string): name is PictoName {
  return Object.hasOwn(NUMBERS, name);
}

/** The address of a pictogram's SVG; one that is not known here is drawn as a speech bubble. */
export function pictoUrl(name: string): string {
  const number = isPicto(name) ? NUMBERS[name] : NUMBERS.talk;
  return drawings[`/node_modules/openmoji/black/svg/${number}.svg`]!;
}

/** A pictogram from OpenMoji (CC BY-SA 4.0). Decorative: the words stand beside it. */
export function Picto({ name, class: className = '' }: { name: string; class?: string }) {
  return <img class={`picto ${className}`} src={pictoUrl(name)} alt="" width="72" height="72" />;
}
