import { useMemo, useRef } from 'preact/hooks';
import type { GroundPoint } from '../../world/view';
import { useWords } from '../../words/use';
import { useDesk } from '../desk';
import { isMine, usePlaying } from '../playing';
import { frameOf, groundOf, toGround } from './frame';
import { Parts } from './Parts';
import { nearestTo, peopleOnMap } from './people';
import { PeopleLayer } from './PeopleLayer';
import { placeNamed } from './place';
import { Bus } from './Bus';
import { useSize } from './useSize';
import { WalkTo } from './WalkTo';

const MARGIN_M = 1.1;

/** The room from above, drawn from the place's own description. A press on the floor walks the avatar one plays. */
export function RoomMap() {
  const desk = useDesk();
  const { walk } = usePlaying();
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const place = placeNamed(desk.state.scene?.place ?? '');
  const ground = useMemo(() => groundOf(place?.spots.map(({ at }) => at) ?? [[0, 0]], MARGIN_M), [place]);
  const frame = useMemo(() => frameOf(ground, size), [ground, size]);
  const { chosen, walking } = desk;
  const canWalk = chosen !== null && (walking || isMine(desk, chosen));

  const to = (at: GroundPoint) => {
    if (chosen === null || !canWalk) return;
    desk.walk(false);
    void walk(chosen, at);
  };
  const pressed = (event: MouseEvent) => {
    const corner = box.current?.getBoundingClientRect();
    if (corner) to(toGround(frame, event.clientX - corner.left, event.clientY - corner.top));
  };
  const { scale, left, top } = frame;
  return (
    <div class="mapBox" ref={box} data-walk={canWalk}>
      {place !== null && size.w > 0 && (
        <svg class="map" viewBox={`0 0 ${size.w} ${size.h}`} onClick={pressed} aria-hidden="true">
          <Patterns />
          <g transform={`translate(${left} ${top}) scale(${scale})`}>
            <Parts place={place} />
            <Bus place={place} />
          </g>
          <PeopleLayer frame={frame} size={size} place={place} />
        </svg>
      )}
      {walking && chosen !== null && <WalkTo avatar={chosen} frame={frame} ground={ground} onWalk={to} />}
      <MapWords />
    </div>
  );
}

function Patterns() {
  return (
    <defs>
      <pattern id="slabs" width="0.6" height="0.6" patternUnits="userSpaceOnUse">
        <path d="M0 0h0.6M0 0v0.6" class="seam" />
      </pattern>
      <radialGradient id="gaze">
        <stop offset="0" stop-color="var(--cloudberry)" stop-opacity="0.8" />
        <stop offset="1" stop-color="var(--cloudberry)" stop-opacity="0" />
      </radialGradient>
    </defs>
  );
}

/** The map in words, for those who do not see it. */
function MapWords() {
  const { t, tongue } = useWords();
  const { session, state } = useDesk();
  const people = peopleOnMap(session, state, tongue);
  const near = nearestTo(people);
  const client = people.find(({ kind }) => kind === 'client');
  const metres = near?.metres.toLocaleString(tongue, { maximumFractionDigits: 1 }) ?? '';
  const distance = near
    ? t('map.near', { who: near.avatar.name, name: near.client.name, metres })
    : client
      ? t('map.alone', { name: client.name })
      : t('map.nobody');
  return <p class="unseen">{t('map.label', { people: `${people.map(({ name }) => name).join(', ')}. ${distance}` })}</p>;
}
