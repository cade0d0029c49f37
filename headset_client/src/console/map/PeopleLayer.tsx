import { useRef } from 'preact/hooks';
import type { GroundPoint } from '../../world/view';
import { useWords } from '../../words/use';
import { clientOf, nameOf, useDesk } from '../desk';
import { useEvery } from '../every';
import { busAt } from './bus_at';
import { type Frame, svgTurn, toMap } from './frame';
import { type Marker, type Placed, placeLabels, type Size } from './labels';
import { type NearestPair, nearestTo, type OnMap, peopleOnMap } from './people';
import type { MapPlace } from './place';

/** Smooth enough for people who walk, light enough for an old laptop. */
const REDRAW_MS = 66;
const MARK_PX = 17;
/** The strip at the bottom where the buttons of the views lie: no names there. */
const VIEWS_PX = 60;
/** A map lower than this has no strip to spare. */
const SMALL_PX = 300;
const NAME_H_PX = 22;
const LETTER_PX = 8.6;
const SPACE_PX = 10;
/** Things of a place that are worth a name on the map. */
const NAMED = ['board', 'shelter'] as const;
/** Half the breadth of a board, in metres: its name keeps clear of it. */
const BOARD_M = 0.45;
const BUS = 'bus';
const DISTANCE = 'distance';

interface Label {
  bold: string;
  soft: string;
}

/** People are circles, avatars squares with their number; the wedge shows where each one looks. Never colour alone. */
export function PeopleLayer({ frame, size, place }: { frame: Frame; size: Size; place: MapPlace }) {
  const { t, tongue } = useWords();
  const { session, state, chosen } = useDesk();
  const before = useRef<ReadonlyMap<string, Placed>>(new Map());
  useEvery(REDRAW_MS);
  const inView = ({ at }: OnMap) => within(toMap(frame, at), size);
  const people = peopleOnMap(session, state, tongue).filter(inView);
  const near = nearestTo(people);
  const labels = useLabels(people, place, near);
  const marks = new Map([...people.map(({ id, at }) => [id, toMap(frame, at)] as const), ...thingMarks(place, frame)]);
  const bus = busAt(place, state.props['bus']?.value);
  if (bus !== null) {
    marks.set(BUS, toMap(frame, bus.middle));
    labels.set(BUS, { bold: '', soft: t(bus.here ? 'map.bus' : 'map.bus.arriving') });
  }
  if (near) marks.set(DISTANCE, toMap(frame, between(near.client.at, near.avatar.at)));
  const isPerson = new Set(people.map(({ id }) => id));
  const markers = [...labels].flatMap(([id, label]) =>
    marker(id, label, marks.get(id), isPerson.has(id) ? MARK_PX : id === 'board' ? BOARD_M * frame.scale : 0),
  );
  const placed = placeLabels(markers, { w: size.w, h: size.h > SMALL_PX ? size.h - VIEWS_PX : size.h }, before.current);
  before.current = placed;
  return (
    <>
      {near !== null && <Nearest near={near} frame={frame} />}
      {people.map((person) => (
        <Gaze key={person.id} person={person} frame={frame} />
      ))}
      {people.map((person) => (
        <Mark key={person.id} person={person} frame={frame} chosen={person.id === chosen?.id} />
      ))}
      {[...placed].map(([id, at]) =>
        at.far && !isPerson.has(id) ? null : <Name key={id} id={id} at={at} from={marks.get(id)} label={labels.get(id)} />,
      )}
    </>
  );
}

function within({ x, y }: { x: number; y: number }, { w, h }: Size): boolean {
  return x > -MARK_PX && y > -MARK_PX && x < w + MARK_PX && y < h + MARK_PX;
}

/** People first, then the things of the place that are worth a name. */
function useLabels(people: readonly OnMap[], place: MapPlace, near: NearestPair | null): Map<string, Label> {
  const { t, tongue } = useWords();
  const { session, state } = useDesk();
  const client = clientOf(state);
  const soft = ({ kind, id, playedBy, away }: OnMap) => {
    if (away) return t('people.away');
    if (kind === 'avatar') {
      if (playedBy === session.you) return t('desk.you');
      return playedBy === null ? t('av.script') : (nameOf(state, playedBy) ?? t('says.person'));
    }
    return id === client?.id ? t('role.client') : t(`role.${state.people[id]?.role ?? 'peer'}`);
  };
  const things: [string, Label][] = [];
  if (near !== null) {
    const metres = near.metres.toLocaleString(tongue, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
    things.push([DISTANCE, { bold: t('map.metre', { metres }), soft: '' }]);
  }
  for (const thing of NAMED) if (thing in place.looks_at) things.push([thing, { bold: '', soft: t(`map.${thing}`) }]);
  const clientFirst = [...people].sort((a, b) => Number(b.kind === 'client') - Number(a.kind === 'client'));
  return new Map([...clientFirst.map((person): [string, Label] => [person.id, { bold: person.name, soft: soft(person) }]), ...things]);
}

function thingMarks(place: MapPlace, frame: Frame): [string, { x: number; y: number }][] {
  return NAMED.flatMap((thing): [string, { x: number; y: number }][] => {
    const at = place.looks_at[thing];
    return at ? [[thing, toMap(frame, [at[0], at[2]])]] : [];
  });
}

function marker(id: string, { bold, soft }: Label, at: { x: number; y: number } | undefined, r: number): Marker[] {
  const w = (bold.length + soft.length) * LETTER_PX + SPACE_PX;
  return at ? [{ id, ...at, r, w, h: NAME_H_PX }] : [];
}

/** How far it is from the client to the nearest avatar: a ring, and a line that the number stands at. */
function Nearest({ near, frame }: { near: NearestPair; frame: Frame }) {
  const { x, y } = toMap(frame, near.client.at);
  const to = toMap(frame, near.avatar.at);
  return (
    <g class="near">
      <circle cx={x} cy={y} r={near.metres * frame.scale} />
      <path d={`M${x} ${y}L${to.x} ${to.y}`} />
    </g>
  );
}

function between(a: GroundPoint, b: GroundPoint): GroundPoint {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

function Gaze({ person, frame }: { person: OnMap; frame: Frame }) {
  const { x, y } = toMap(frame, person.at);
  return (
    <path
      class="gaze"
      d="M0 0 84 -30A90 90 0 0 1 84 30Z"
      fill="url(#gaze)"
      transform={`translate(${x} ${y}) rotate(${svgTurn(person.looks)})`}
    />
  );
}

function Mark({ person, frame, chosen }: { person: OnMap; frame: Frame; chosen: boolean }) {
  const { session } = useDesk();
  const { x, y } = toMap(frame, person.at);
  const mine = person.playedBy !== null && person.playedBy === session.you;
  const taken = person.playedBy !== null;
  return (
    <g
      transform={`translate(${x} ${y})`}
      class={`person ${person.kind} ${taken ? 'taken' : ''} ${mine ? 'mine' : ''} ${chosen ? 'chosen' : ''} ${person.away ? 'away' : ''}`}
    >
      {person.kind === 'avatar' ? <rect x="-17" y="-17" width="34" height="34" rx="7" /> : <circle r="17" />}
      <text class="inside" text-anchor="middle" dy="0.36em">
        {person.inside}
      </text>
    </g>
  );
}

function Name({ id, at, from, label }: { id: string; at: Placed; from: { x: number; y: number } | undefined; label: Label | undefined }) {
  return (
    <g class={`name ${id === DISTANCE ? 'distance' : ''}`}>
      {at.far && from && <path d={`M${from.x} ${from.y}L${at.x} ${at.y}`} class="leader" />}
      <text x={at.x} y={at.y} dy="0.36em" text-anchor="middle">
        <tspan class="bold">{label?.bold}</tspan> {label?.soft}
      </text>
    </g>
  );
}
