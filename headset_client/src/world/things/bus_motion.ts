/** Where a bus is on its way, without any picture. Metres along the road from the stop: negative before it, positive after. */

export type BusWish = 'away' | 'arriving' | 'here' | 'leaving';

export interface BusState {
  /** Nothing to be seen. */
  away: boolean;
  along: number;
  /** Metres a second. */
  speed: number;
  /** 0 shut .. 1 open. */
  door: number;
}

/** So far off the bus comes out of the haze and goes into it again. */
export const OUT_OF_SIGHT = 62;
const FASTEST = 10.5;
const BRAKE = 1.5;
const PICK_UP = 1.35;
/** This near to the stop, in metres, it stands. */
const CLOSE = 0.004;
const DOOR_SECONDS = 1.6;

/** A bus as it is when a place is opened: one that is here stands with its door open. */
export function busAtStart(wish: BusWish): BusState {
  return { away: wish !== 'here', along: 0, speed: 0, door: wish === 'here' ? 1 : 0 };
}

/** The props of a room as a wish; anything unknown means that there is no bus. */
export function wishOf(prop: string | undefined): BusWish {
  return prop === 'arriving' || prop === 'here' || prop === 'leaving' ? prop : 'away';
}

function come(bus: BusState, open: boolean, dt: number): void {
  if (bus.away) {
    bus.away = false;
    bus.along = -OUT_OF_SIGHT;
    bus.speed = FASTEST;
    bus.door = 0;
  }
  const left = Math.max(0, -bus.along);
  if (left < CLOSE) {
    bus.along = 0;
    bus.speed = 0;
    bus.door = Math.min(1, Math.max(0, bus.door + ((open ? 1 : -1) * dt) / DOOR_SECONDS));
    return;
  }
  // the speed from which an even braking just ends at the stop; the last hand's breadth is crept
  const wanted = Math.max(0.12, Math.min(FASTEST, Math.sqrt(2 * BRAKE * left)));
  bus.speed = Math.min(wanted, bus.speed + PICK_UP * dt);
  bus.along = Math.min(0, bus.along + bus.speed * dt);
}

function go(bus: BusState, dt: number): void {
  if (bus.away) return;
  bus.door = Math.max(0, bus.door - dt / DOOR_SECONDS);
  if (bus.door > 0) return;
  bus.speed = Math.min(FASTEST, bus.speed + PICK_UP * dt);
  bus.along += bus.speed * dt;
  if (bus.along > OUT_OF_SIGHT) bus.away = true;
}

/** Moves a bus on by `dt` seconds towards what is wished. A bus that has passed the stop goes away before it comes again. */
export function driveOn(bus: BusState, wish: BusWish, dt: number): void {
  if (dt <= 0) return;
  const passed = !bus.away && bus.along > 0.02;
  if ((wish === 'arriving' || wish === 'here') && !passed) come(bus, wish === 'here', dt);
  else go(bus, dt);
}

/** One that is still coming or going after so many seconds is not: nothing on its way takes longer. */
const LONGEST_DRIVE = 40;
const DRIVE_STEP = 0.05;

/** A bus as it is `seconds` after it was told what to do. */
export function busAfter(wish: BusWish, seconds: number): BusState {
  const bus = busAtStart(wish === 'leaving' ? 'here' : wish);
  for (let left = Math.min(LONGEST_DRIVE, seconds); left > 0; left -= DRIVE_STEP) driveOn(bus, wish, Math.min(DRIVE_STEP, left));
  return bus;
}
