/** What a part of a place looks like from above: what it is made of, and its size in metres where the place does not say. */
export interface PartShape {
  stuff: 'floor' | 'water' | 'wall' | 'wood' | 'seat' | 'soft' | 'steel' | 'read' | 'plant';
  /** Half the breadth of what is round. */
  round?: number;
  size?: readonly [wide: number, deep: number];
}

const seat = (wide = 0.45, deep = 0.45): PartShape => ({ stuff: 'seat', size: [wide, deep] });
const wood = (wide = 1, deep = 0.4): PartShape => ({ stuff: 'wood', size: [wide, deep] });
const read: PartShape = { stuff: 'read', size: [0.86, 0.12] };
const steel: PartShape = { stuff: 'steel' };

/** The parts worth drawing, in the order in which they lie on one another; what is not named here is left out. */
export const SHAPES: ReadonlyMap<string, PartShape> = new Map<string, PartShape>([
  ...(['ground', 'verge', 'road', 'bus_bay', 'quay', 'paving', 'kerb', 'room'] as const).map((name) => [name, { stuff: 'floor' }] as const),
  ['sea', { stuff: 'water' }],
  ['rug', { stuff: 'soft' }],
  ['door_mat', { stuff: 'soft', size: [0.75, 0.45] }],
  ...(['facade', 'townhouse', 'club_front', 'partition'] as const).map((name) => [name, { stuff: 'wall' }] as const),
  ['kiosk', { stuff: 'wall', size: [2.4, 1.5] }],
  ['shelter', { stuff: 'wall', size: [3.8, 1.5] }],
  ['stairs', { stuff: 'steel', size: [1.3, 2.6] }],
  ['bench', seat(1.7, 0.42)],
  ['waiting_chairs', seat(2.4, 0.5)],
  ['sofa', seat(2.1, 0.9)],
  ['armchair', seat(0.72, 0.68)],
  ['chair', seat()],
  ['office_chair', seat()],
  ['stool', { stuff: 'seat', round: 0.2 }],
  ['exam_couch', seat(1.85, 0.62)],
  ['bench_box', seat(1.1, 0.4)],
  ...(
    ['counter', 'service_counter', 'till', 'kitchen', 'long_table', 'table', 'low_table', 'desk', 'sideboard', 'side_table'] as const
  ).map((name) => [name, wood(1.4, 0.7)] as const),
  ...(['round_table', 'bar_table'] as const).map((name) => [name, { stuff: 'wood', round: 0.4 }] as const),
  ['cafe_table', { stuff: 'wood', round: 0.32 }],
  ...(['shelf', 'bookcase', 'wardrobe', 'goods_shelf', 'wall_goods', 'fruit_stand', 'shelf_box', 'shoe_rack', 'tv_bench'] as const).map(
    (name) => [name, wood(1.2, 0.4)] as const,
  ),
  ['sweets_rack', wood(0.5, 0.3)],
  ['leaflet_rack', wood(0.7, 0.26)],
  ['beer_fridge', { stuff: 'steel', size: [2.4, 0.6] }],
  ['fridge', { stuff: 'steel', size: [0.66, 0.64] }],
  ['door', wood(0.95, 0.12)],
  ['doorway', wood(1.1, 0.16)],
  ['flat_door', wood(1, 0.12)],
  ['fence', wood()],
  ['rope_barrier', wood(3, 0.1)],
  ['bike', { stuff: 'steel', size: [1.7, 0.4] }],
  ['pram', { stuff: 'steel', size: [0.9, 0.5] }],
  ['hedge', { stuff: 'plant', size: [8, 0.7] }],
  ['flower_bed', { stuff: 'plant', size: [3, 1] }],
  ['planter', { stuff: 'plant', size: [0.8, 0.6] }],
  ['bike_hoops', steel],
  ...(['timetable', 'notice', 'list', 'letter', 'menu', 'rules', 'poster', 'agenda', 'phone', 'plan', 'cv', 'shelf_label'] as const).map(
    (name) => [name, read] as const,
  ),
  ...(
    [
      ['bin', 0.3],
      ['lamp', 0.12],
      ['night_lamp', 0.12],
      ['sign_pole', 0.12],
      ['bollard', 0.17],
      ['queue_machine', 0.16],
      ['water_cooler', 0.2],
    ] as const
  ).map(([name, round]) => [name, { stuff: 'steel', round }] as const),
  ...(
    [
      ['plant', 0.3],
      ['stone', 0.4],
      ['bush', 0.6],
      ['tree', 1.3],
    ] as const
  ).map(([name, round]) => [name, { stuff: 'plant', round }] as const),
]);
