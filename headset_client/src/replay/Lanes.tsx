/** What the lanes of the timeline are drawn with. Kinds are told apart by shape, never by colour alone. */
import { memo } from '../console/memo';
import { Icon } from '../parts/Icon';
import type { Curve, Lane, Retold, WatchNote } from '../wire/types.gen';
import { useWords } from '../words/use';
import { clock } from './clock';
import { heightOf, pathOf, percent, placeOf, speakersOf } from './lanes';
import { type Moment, momentsOf } from './moments';
import type { Player } from './player';
import type { Stretch } from './reel';

interface Drawn {
  lane: Lane;
  stretch: Stretch;
}

const BOX = { width: 1000, height: 44 } as const;

export const Speakers = memo(function Speakers({ lane, told, stretch }: Drawn & { told: Retold }) {
  const { t } = useWords();
  return (
    <div class="speakersOf" aria-hidden="true">
      {speakersOf(lane, told).map(({ who, name, spans }) => (
        <div class="row" key={who}>
          <em>{name === '' ? t('re.someone') : name}</em>
          {spans.map((span) => (
            <i key={span.from_ms} class={`seg ${span.kind}`} style={placeOf(span, stretch)} />
          ))}
        </div>
      ))}
    </div>
  );
});

export const Spans = memo(function Spans({ lane, stretch }: Drawn) {
  const { say } = useWords();
  return (
    <>
      {lane.spans.map((span, n) => (
        <i key={n} class={`span ${lane.id} ${span.kind}`} style={placeOf(span, stretch)} title={say(span.words)} />
      ))}
    </>
  );
});

/** Points with a value stand as a number, all others as a small mark. */
export const Points = memo(function Points({ lane, stretch }: Drawn) {
  const { say } = useWords();
  return (
    <>
      {lane.points.map(({ t, kind, value, words }, n) => (
        <b key={n} class={`dot ${kind}`} style={{ left: percent(t, stretch) }} title={say(words)} aria-hidden="true">
          {value ?? ''}
        </b>
      ))}
    </>
  );
});

export const Curves = memo(function Curves({ lane, stretch }: Drawn) {
  return (
    <>
      {lane.curves.map((curve) => (
        <OneCurve key={curve.id} curve={curve} stretch={stretch} alone={lane.curves.length === 1} />
      ))}
    </>
  );
});

function OneCurve({ curve, stretch, alone }: { curve: Curve; stretch: Stretch; alone: boolean }) {
  const { t, say } = useWords();
  const path = pathOf(curve.t, curve.values, curve, stretch, BOX);
  const limit = pathOf(curve.limit_t, curve.limits, { ...curve, holds: true }, stretch, BOX);
  const top = heightOf(curve.limits.at(-1) ?? 0, curve, BOX) / BOX.height;
  return (
    <div class="curve" aria-hidden="true">
      <svg viewBox={`0 0 ${BOX.width} ${BOX.height}`} preserveAspectRatio="none">
        {curve.holds && path !== '' && <path d={`${path}V${BOX.height}H0Z`} class="under" />}
        <path d={path} class="line" />
        {limit !== '' && <path d={limit} class="limit" />}
      </svg>
      {!alone && <em>{say(curve.words)}</em>}
      {limit !== '' && (
        <small class="limit" style={{ top: `${top * 100}%` }}>
          {t('re.limit')}
        </small>
      )}
    </div>
  );
}

const SIGNS: Readonly<Record<Moment['kind'], string>> = { own: 'heart', staff: 'flag', note: 'sticky-note', goal: 'check' };

interface MomentsProps {
  told: Retold;
  notes: readonly WatchNote[];
  mine: boolean;
  player: Player;
}

/** The client's own moments, what staff have marked and notes: each a button that goes there. */
export function Moments({ told, notes, mine, player }: MomentsProps) {
  const { t, say } = useWords();
  const { stretch } = player;
  return (
    <>
      {momentsOf(told, notes).map(({ t: at, kind, words }, n) => {
        const name = t(kind === 'own' && !mine ? 're.moment.client' : `re.moment.${kind}`);
        return (
          <button
            type="button"
            key={n}
            class={`moment ${kind}`}
            style={{ left: percent(at, stretch) }}
            aria-label={`${clock(at - stretch.first)} ${name}: ${say(words)}`}
            title={say(words)}
            onClick={() => player.seek(at)}
          >
            <Icon name={SIGNS[kind]} />
          </button>
        );
      })}
    </>
  );
}
