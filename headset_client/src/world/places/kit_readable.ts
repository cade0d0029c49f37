import type { PlaceBuilder } from './builder';
import type { PartSpec } from './description';
import { BOARD_FACES } from '../things/board_faces';
import { OAK } from './kit_room';

const STEEL = { colour: '#5c7074', foot: 0.15 };
/** How far a sheet on an easel leans back, radians. */
const LEAN = 0.14;

type Part = (b: PlaceBuilder, spec: PartSpec) => void;
type Prop = 'notice' | 'list' | 'letter' | 'menu' | 'rules' | 'poster' | 'agenda' | 'phone' | 'plan' | 'cv' | 'shelf_label';

const sizeOf = (prop: Prop): { width: number; height: number } => BOARD_FACES[prop]!;

/** Two posts with a board between them, as stands in parks, halls and streets. */
const posts =
  (prop: Prop, colour: string): Part =>
  (b) => {
    const { width, height } = sizeOf(prop);
    const low = 0.86;
    for (const x of [-width / 2 - 0.03, width / 2 + 0.03])
      b.box([0.06, low + height + 0.1, 0.06], [x, 0, 0], { colour, grain: 'woodY', foot: 0.15 }).contact(0.08, 0.08, [x, 0.006, 0], 0.45);
    b.box([width + 0.12, 0.05, 0.16], [0, low + height + 0.08, 0.02], { colour, grain: 'woodX' }, 0.01).box(
      [width + 0.02, height + 0.04, 0.03],
      [0, low - 0.02, 0],
      { colour },
    );
    b.board(prop, [0, low + height / 2, 0.018]);
  };

/** A sheet clipped to an easel at reading height, leaning back a little. */
const easel =
  (prop: Prop, board: string, clip = true): Part =>
  (b) => {
    const { width, height } = sizeOf(prop);
    const low = 0.82;
    const wood = { colour: '#8f6f4c', foot: 0.2 };
    for (const x of [-1, 1]) b.bar([x * 0.34, 0, 0.16], [x * 0.1, low + height + 0.12, -0.16], 0.018, wood, 7);
    b.bar([0, 0, -0.46], [0, low + height, -0.14], 0.016, wood, 7).box([width + 0.04, 0.03, 0.09], [0, low - 0.04, 0.06], {
      colour: '#8f6f4c',
      grain: 'woodX',
    });
    const lean = Math.sin(LEAN) * (height / 2);
    const middle = low + height / 2;
    for (let i = 0; i < 6; i++) {
      const t = (i + 0.5) / 6;
      b.box([width + 0.05, height / 6 + 0.01, 0.02], [0, low + (i * height) / 6, 0.02 + lean - 2 * lean * t], { colour: board });
    }
    if (clip) b.box([0.22, 0.05, 0.03], [0, low + height - 0.02, 0.05 - lean], { colour: '#8d9492' }, 0.008);
    b.board(prop, [0, middle, 0.047], LEAN).contact(0.7, 0.5, [0, 0.003, -0.1], 0.28, 0.12);
  };

/** A board in a frame of its own, on feet: menus, rules and posters. */
const stand =
  (prop: Prop, frame: string): Part =>
  (b) => {
    const { width, height } = sizeOf(prop);
    const low = 0.8;
    b.box([width + 0.09, height + 0.09, 0.04], [0, low - 0.045, 0], { colour: frame, grain: 'woodY' }, 0.012);
    for (const x of [-width / 2 + 0.06, width / 2 - 0.06])
      b.box([0.05, low, 0.04], [x, 0, 0], { colour: frame, grain: 'woodY', foot: 0.1 }).box([0.06, 0.035, 0.46], [x, 0, 0], {
        colour: frame,
      });
    b.board(prop, [0, low + height / 2, 0.024]).contact(width, 0.4, [0, 0.003, 0], 0.3, 0.12);
  };

/** A flip chart on three legs. */
const flipChart: Part = (b) => {
  const { width, height } = sizeOf('agenda');
  const low = 0.84;
  for (const x of [-0.34, 0.34]) b.bar([x * 1.25, 0, -0.03], [x * 0.6, low + height + 0.06, -0.05], 0.017, STEEL, 7);
  b.bar([0, 0, -0.6], [0, low + height, -0.06], 0.016, STEEL, 7)
    .box([width + 0.04, height + 0.1, 0.02], [0, low - 0.04, -0.008], { colour: '#d9dcd6' })
    .box([width + 0.06, 0.07, 0.04], [0, low + height, 0], STEEL, 0.01);
  b.box([width * 0.7, 0.025, 0.08], [0, low - 0.06, 0.03], STEEL)
    .board('agenda', [0, low + height / 2, 0.005])
    .contact(0.8, 0.5, [0, 0.003, -0.1], 0.28, 0.12);
};

/** A phone on a stand, drawn as large as it feels when it rings. */
const bigPhone: Part = (b) => {
  const { width, height } = sizeOf('phone');
  const low = 0.82;
  b.box([width + 0.06, height + 0.14, 0.035], [0, low - 0.07, -0.004], { colour: '#1f2528' }, 0.016);
  b.box([0.12, 0.012, 0.01], [0, low + height + 0.02, 0.012], { colour: '#4a5357' }).box([0.16, 0.012, 0.01], [0, low - 0.045, 0.012], {
    colour: '#4a5357',
  });
  b.box([0.3, 0.05, 0.3], [0, 0, 0], { colour: OAK, grain: 'woodX' }, 0.02).box([0.09, low - 0.05, 0.05], [0, 0.05, -0.03], {
    colour: OAK,
    grain: 'woodY',
    foot: 0.15,
  });
  b.board('phone', [0, low + height / 2, 0.016]).contact(0.3, 0.3, [0, 0.003, 0], 0.4);
};

/** A price card on a stand beside the shelves. */
const priceCard: Part = (b) => {
  const { width, height } = sizeOf('shelf_label');
  b.tube(0.16, 0.02, [0, 0, 0], STEEL, { sides: 18 })
    .tube(0.02, 1.05, [0, 0, 0], STEEL, { sides: 8 })
    .box([width + 0.05, height + 0.05, 0.03], [0, 1.0, 0], { colour: '#4d7a5c' }, 0.012);
  b.board('shelf_label', [0, 1.025 + height / 2, 0.018]).contact(0.3, 0.3, [0, 0.003, 0], 0.4);
};

/** What stands in places to be read; each bears the name of the board that a scenario writes. */
export const READABLE = {
  notice: posts('notice', '#7c6a52'),
  list: easel('list', '#cdbb98'),
  letter: easel('letter', '#b9a27e', false),
  menu: stand('menu', '#8a6a47'),
  rules: stand('rules', '#7c5a40'),
  poster: posts('poster', '#3a4a50'),
  agenda: flipChart,
  phone: bigPhone,
  plan: easel('plan', '#8fa39a'),
  cv: easel('cv', '#b9b4a8'),
  shelf_label: priceCard,
} as const satisfies Record<Prop, Part>;
