/**
 * What the world is asked to show: plain data, in metres and milliseconds, +y up.
 *
 * Ground positions are [x, z]. Angles are degrees round the vertical: 0 looks along +z, 90 along +x.
 */

export type Point3 = readonly [x: number, y: number, z: number];
export type GroundPoint = readonly [x: number, z: number];

/** Where something is and how it is turned, in three's axes: with no turn a head looks along -z. */
export interface Pose {
  p: Point3;
  q: readonly [number, number, number, number];
}

export type Tone = 'warm' | 'friendly' | 'neutral' | 'cool' | 'hostile';
export type PostureName = 'stand' | 'sit' | 'phone' | 'crossed' | 'lean' | 'table' | 'pockets';
export type Gesture = 'nod' | 'shake' | 'shrug' | 'point' | 'wave' | 'step_back' | 'beckon';

/** One line being said. Times are on the clock that is given to `World.render`. */
export interface Speech {
  since: number;
  until: number;
  text: string;
}

/** Where a person's own head and hands are, from a headset or from a flat camera. */
export interface Tracked {
  head: Pose;
  left?: Pose;
  right?: Pose;
}

export interface Figure {
  id: string;
  look: string;
  at: GroundPoint;
  facing: number;
  posture: PostureName;
  /** Height of the seat in metres, for those who sit. */
  seat?: number;
  /** Metres a second along `facing`; the legs keep time with it. */
  speed: number;
  tone: Tone;
  looksAt: Point3 | null;
  gesture: { name: Gesture; since: number } | null;
  speaking: Speech | null;
  thinking: boolean;
  tracked: Tracked | null;
  /** The connection is lost: grey and still, but not gone. */
  away: boolean;
  /** Drawn on a small plate above the head; empty for none. */
  label: string;
  /** What is held out in the right hand: the name of a cue, such as 'beer_can'. */
  holds?: string;
  /** Moves also in a room that is frozen, at the usual pace: somebody who watches a recording. */
  live?: boolean;
}

/** Something that reminds of substances, lying on a surface of the place. */
export interface CueView {
  part: string;
  on: string;
}

export interface WorldView {
  /** A place of the library, or nothing at all when empty. */
  place: string;
  /** What is written on each thing that is read, by its name: a heading, then rows; `|` parts the columns. */
  boards: Readonly<Record<string, readonly string[]>>;
  /** Movable things by name, such as { bus: 'away' | 'arriving' | 'here' | 'leaving' }. */
  props: Record<string, string>;
  /** What lies about in the place. */
  cues?: readonly CueView[];
  figures: readonly Figure[];
  /** Nobody and nothing moves: a pause, or Stop. */
  frozen: boolean;
  /** How fast everything goes; 1 when it is not said. */
  pace?: number;
}
