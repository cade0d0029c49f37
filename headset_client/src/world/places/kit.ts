import type { PlaceBuilder } from './builder';
import type { PartSpec, PlaceDescription } from './description';
import * as city from './kit_city';
import * as furniture from './kit_furniture';
import * as land from './kit_ground';
import * as home from './kit_home';
import { facade } from './kit_house';
import * as nature from './kit_nature';
import * as office from './kit_office';
import { READABLE } from './kit_readable';
import * as inside from './kit_room';
import * as shop from './kit_shop';
import * as shore from './kit_shore';
import * as stairs from './kit_stairs';
import * as street from './kit_street';
import * as things from './kit_things';

/** Every part a description may name. */
const PARTS = {
  ground: land.ground,
  paving: land.paving,
  road: land.road,
  bus_bay: land.busBay,
  kerb: land.kerb,
  verge: land.verge,
  meadow: land.meadow,
  fallen_leaves: land.fallenLeaves,
  facade,
  shelter: street.shelter,
  bench: street.bench,
  timetable: street.timetable,
  sign_pole: street.signPole,
  lamp: street.lamp,
  bin: street.bin,
  fence: street.fence,
  bike_hoops: street.bikeHoops,
  tree: nature.tree,
  bush: nature.bush,
  hedge: nature.hedge,
  reeds: nature.reeds,
  hills: nature.hills,
  woods: nature.woods,
  stone: nature.stone,
  jetty: shore.jetty,
  boat: shore.boat,
  room: inside.room,
  doorway: inside.doorway,
  window: inside.roomWindow,
  curtains: inside.curtains,
  picture: inside.picture,
  rug: inside.rug,
  pendant: inside.pendant,
  ceiling_light: inside.ceilingLight,
  ceiling_lamp: inside.ceilingLamp,
  partition: inside.partition,
  round_table: furniture.roundTable,
  table: furniture.table,
  long_table: furniture.longTable,
  low_table: furniture.lowTable,
  bar_table: furniture.barTable,
  chair: furniture.chair,
  office_chair: furniture.officeChair,
  stool: furniture.stool,
  armchair: furniture.armchair,
  sofa: furniture.sofa,
  pillow: furniture.pillow,
  bookcase: furniture.bookcase,
  sideboard: furniture.sideboard,
  side_table: furniture.sideTable,
  desk: furniture.desk,
  desk_screen: furniture.deskScreen,
  waiting_chairs: furniture.waitingChairs,
  plant: things.plant,
  mug: things.mug,
  thermos: things.thermos,
  pastry_plate: things.pastryPlate,
  papers: things.papers,
  magazines: things.magazines,
  table_lamp: things.tableLamp,
  floor_lamp: things.floorLamp,
  lantern: things.lantern,
  string_lights: things.stringLights,
  tv: things.tv,
  speaker: things.speaker,
  guitar: things.guitar,
  board_game: things.boardGame,
  water_jug: things.waterJug,
  tissues: things.tissues,
  pizza_box: things.pizzaBox,
  lunch: things.lunch,
  wall_clock: things.wallClock,
  photos: things.photos,
  kitchen: home.kitchen,
  fridge: home.fridge,
  wardrobe: home.wardrobe,
  mirror: home.mirror,
  coat_hooks: home.coatHooks,
  shoe_rack: home.shoeRack,
  shoes: home.shoes,
  door_mat: home.doorMat,
  bench_box: home.benchBox,
  backpack: home.backpack,
  key_bowl: home.keyBowl,
  umbrella: home.umbrella,
  tv_bench: home.tvBench,
  bike: home.bike,
  pram: home.pram,
  counter: shop.counter,
  pastry_case: shop.pastryCase,
  coffee_machine: shop.coffeeMachine,
  till_screen: shop.tillScreen,
  wall_shelf: shop.wallShelf,
  goods_shelf: shop.goodsShelf,
  wall_goods: shop.wallGoods,
  beer_fridge: shop.beerFridge,
  fruit_stand: shop.fruitStand,
  till: shop.till,
  sweets_rack: shop.sweetsRack,
  basket_stack: shop.basketStack,
  hanging_sign: shop.hangingSign,
  service_counter: office.serviceCounter,
  queue_screen: office.queueScreen,
  queue_machine: office.queueMachine,
  leaflet_rack: office.leafletRack,
  notice_small: office.noticeSmall,
  whiteboard: office.whiteboard,
  water_cooler: office.waterCooler,
  exam_couch: office.examCouch,
  eye_chart: office.eyeChart,
  flat_door: stairs.flatDoor,
  stairs: stairs.stairs,
  letter_boxes: stairs.letterBoxes,
  shelf_box: stairs.shelfBox,
  window_sill: stairs.windowSill,
  townhouse: city.townhouse,
  kiosk: city.kiosk,
  cafe_table: city.cafeTable,
  sandwich_board: city.sandwichBoard,
  flower_bed: city.flowerBed,
  planter: city.planter,
  quay: city.quay,
  sea: city.sea,
  bollard: city.bollard,
  lifebuoy: city.lifebuoy,
  sailboat: city.sailboat,
  rope_barrier: city.ropeBarrier,
  night_lamp: city.nightLamp,
  club_front: city.clubFront,
  ...READABLE,
} as const satisfies Record<string, (b: PlaceBuilder, spec: PartSpec) => void>;

export type PartName = keyof typeof PARTS;

/** Lays what a description says into the builder. */
export function addParts(builder: PlaceBuilder, { parts }: Pick<PlaceDescription, 'parts'>): void {
  for (const spec of parts) {
    const { count, step } = spec.copies ?? { count: 1, step: [0, 0, 0] as const };
    for (let i = 0; i < count; i++) {
      const at = [spec.at[0] + step[0] * i, spec.at[1] + step[1] * i, spec.at[2] + step[2] * i] as const;
      PARTS[spec.part](builder.at(at, spec.turn ?? 0), { ...spec, at });
    }
  }
}
