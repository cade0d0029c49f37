import { useMemo, useRef } from 'preact/hooks';
import { frameOf, groundOf, svgTurn, toGround, toMap } from '../console/map/frame';
import { Parts } from '../console/map/Parts';
import { type OnMap, peopleOnMap } from '../console/map/people';
import { placeNamed } from '../console/map/place';
import { useSize } from '../console/map/useSize';
import { useWords } from '../words/use';
import type { GroundPoint } from '../world/view';
import type { Player } from './player';
import { usePosition } from './use_player';
import type { Viewing } from './viewing';
import { pointsOf, watcherFigures } from './watchers';

const MARGIN_M = 1.1;
const MARK_PX = 15;

interface Props {
  player: Player;
  viewing: Viewing | null;
  /** Called with the ground that is pressed on; null while nobody points. */
  onPoint: ((at: GroundPoint) => void) | null;
}

/** The place from above: people as circles, avatars as squares, those who watch as rings. Never told apart by colour alone. */
export function Above({ player, viewing, onPoint }: Props) {
  const { t, tongue } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  usePosition(player);
  const { scene } = player;
  const place = placeNamed(scene.state?.scene?.place ?? '');
  const ground = useMemo(() => groundOf(place?.spots.map(({ at }) => at) ?? [[0, 0]], MARGIN_M), [place]);
  const frame = useMemo(() => frameOf(ground, size), [ground, size]);
  const people = scene.state ? peopleOnMap(scene, scene.state, tongue) : [];
  const watchers = viewing ? watcherFigures(viewing, tongue) : [];
  const pressed = (event: MouseEvent) => {
    const corner = box.current?.getBoundingClientRect();
    if (corner && onPoint) onPoint(toGround(frame, event.clientX - corner.left, event.clientY - corner.top));
  };
  const { scale, left, top } = frame;
  return (
    <div class="above" ref={box}>
      {place !== null && size.w > 0 && (
        <svg class="map" viewBox={`0 0 ${size.w} ${size.h}`} onClick={pressed} aria-hidden="true">
          <g transform={`translate(${left} ${top}) scale(${scale})`}>
            <Parts place={place} />
          </g>
          {people.map((person) => (
            <Mark key={person.id} person={person} at={toMap(frame, person.at)} />
          ))}
          {watchers.map(({ id, at, label }) => (
            <Ring key={id} at={toMap(frame, at)} label={label} kind="watcher" />
          ))}
          {(viewing ? pointsOf(viewing) : []).map(({ id, name, at }) => (
            <Ring key={id} at={toMap(frame, at)} label={name} kind="point" />
          ))}
        </svg>
      )}
      <p class="unseen">{`${t('re.above')}: ${people.map(({ name }) => name).join(', ')}`}</p>
    </div>
  );
}

interface Dot {
  readonly x: number;
  readonly y: number;
}

function Mark({ person, at }: { person: OnMap; at: Dot }) {
  return (
    <g transform={`translate(${at.x} ${at.y})`} class={`person ${person.kind}`}>
      <path class="nose" d={`M0 -9 ${MARK_PX + 13} 0 0 9Z`} transform={`rotate(${svgTurn(person.looks)})`} />
      {person.kind === 'avatar' ? (
        <rect x={-MARK_PX} y={-MARK_PX} width={MARK_PX * 2} height={MARK_PX * 2} rx="6" />
      ) : (
        <circle r={MARK_PX} />
      )}
      <text class="inside" text-anchor="middle" dy="0.36em">
        {person.inside}
      </text>
      <text class="label" text-anchor="middle" y={MARK_PX + 17}>
        {person.name}
      </text>
    </g>
  );
}

function Ring({ at, label, kind }: { at: Dot; label: string; kind: 'watcher' | 'point' }) {
  return (
    <g transform={`translate(${at.x} ${at.y})`} class={kind}>
      <circle r={kind === 'watcher' ? 10 : 13} />
      {kind === 'point' && <circle r="4" class="dot" />}
      <text class="label" text-anchor="middle" y="28">
        {label}
      </text>
    </g>
  );
}
