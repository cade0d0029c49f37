import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import type { Lane, Retold, WatchNote } from '../wire/types.gen';
import { useWords } from '../words/use';
import { clock, spokenClock } from './clock';
import { percent, ticksOf, timeAt, wordsAt } from './lanes';
import { Curves, Moments, Points, Spans, Speakers } from './Lanes';
import type { Player } from './player';
import { Table } from './Table';
import { usePosition } from './use_player';

interface Props {
  player: Player;
  told: Retold;
  notes: readonly WatchNote[];
  mine: boolean;
}

/** Lanes that are drawn with others or not at all; the table has them. */
const DRAWN_ELSEWHERE: readonly Lane['id'][] = ['goals', 'marks', 'spoke'];
const SECOND_MS = 1000;
const LEAP_MS = 10_000;
const KINDS = ['authored', 'model', 'played', 'person'] as const;

/** Lanes under one needle. The slider is the needle's handle, for hands and for keys; the table says the same in words. */
export function Timeline({ player, told, notes, mine }: Props) {
  const { t, say } = useWords();
  const [table, setTable] = useState(false);
  const { lanes } = told.timeline;
  const spoke = lanes.find(({ id }) => id === 'spoke');
  const { stretch } = player;
  const row = (key: string, name: string, drawn: ComponentChildren, high = '') => (
    <div class={`lane ${high}`} key={key}>
      <h3>{name}</h3>
      <div class="track">{drawn}</div>
    </div>
  );
  return (
    <section class="timeline panel" aria-label={t('re.timeline')}>
      <header>
        <h2>{t('re.timeline')}</h2>
        <Legend lane={spoke} />
        <button type="button" class="button quiet" aria-pressed={table} onClick={() => setTable(!table)}>
          <Icon name="table" />
          {t(table ? 're.chart' : 're.table')}
        </button>
      </header>
      <div class="lanes" onPointerDown={(event) => drag(event, player)}>
        <Ruler player={player} spoke={spoke} />
        {!table && (
          <>
            {spoke && row('spoke', say(spoke.words), <Speakers lane={spoke} told={told} stretch={stretch} />, 'rows')}
            {lanes
              .filter(({ id }) => !DRAWN_ELSEWHERE.includes(id))
              .map((lane) =>
                row(
                  lane.id,
                  say(lane.words),
                  <>
                    <Spans lane={lane} stretch={stretch} />
                    <Curves lane={lane} stretch={stretch} />
                    <Points lane={lane} stretch={stretch} />
                  </>,
                  lane.curves.length > 1 ? `rows ${lane.id}` : lane.id,
                ),
              )}
            {row('moments', t('re.moments'), <Moments told={told} notes={notes} mine={mine} player={player} />, 'marks')}
            <Needle player={player} />
          </>
        )}
      </div>
      {table && <Table told={told} first={stretch.first} onSeek={(at) => player.seek(at)} />}
    </section>
  );
}

/** How the kinds of speech are drawn: only those that are there. */
function Legend({ lane }: { lane: Lane | undefined }) {
  const { t } = useWords();
  const there = KINDS.filter((kind) => lane?.spans.some((span) => span.kind === kind));
  return (
    <p class="key">
      {there.map((kind) => (
        <span key={kind}>
          <i class={`seg ${kind}`} />
          {t(`re.says.${kind}`)}
        </span>
      ))}
    </p>
  );
}

function Ruler({ player, spoke }: { player: Player; spoke: Lane | undefined }) {
  const { t, tongue, say } = useWords();
  const at = usePosition(player);
  const { stretch } = player;
  const { first, last } = stretch;
  const time = t('re.at', { at: spokenClock(tongue, at - first), all: spokenClock(tongue, last - first) });
  const words = [time, ...wordsAt(spoke, at).map(say)].join('. ');
  const keyed = (event: KeyboardEvent) => {
    const by = {
      ArrowLeft: -SECOND_MS,
      ArrowRight: SECOND_MS,
      ArrowDown: -SECOND_MS,
      ArrowUp: SECOND_MS,
      PageDown: -LEAP_MS,
      PageUp: LEAP_MS,
    };
    const step = by[event.key as keyof typeof by];
    if (step === undefined) return;
    event.preventDefault();
    player.seek(player.position() + step);
  };
  return (
    <div class="lane ruler">
      <span />
      <div class="track">
        {ticksOf(stretch).map((tick) => (
          <span key={tick} aria-hidden="true" style={{ left: percent(tick, stretch) }}>
            {clock(tick - first)}
          </span>
        ))}
        <input
          type="range"
          min={first}
          max={Math.max(first + 1, last)}
          step="any"
          value={at}
          aria-label={t('re.slider')}
          aria-valuetext={words}
          onKeyDown={keyed}
          onInput={(event) => player.seek(Number(event.currentTarget.value))}
        />
      </div>
    </div>
  );
}

function Needle({ player }: { player: Player }) {
  const at = usePosition(player);
  return (
    <div class="needle" aria-hidden="true">
      <i style={{ left: percent(at, player.stretch) }} />
    </div>
  );
}

/** A press on the lanes puts the needle there, and it follows as long as one holds it; buttons and the slider keep theirs. */
function drag(event: PointerEvent, player: Player): void {
  const { target, currentTarget: lanes, pointerId } = event;
  if (!(target instanceof Element) || !(lanes instanceof HTMLElement) || event.button !== 0) return;
  const track = target.closest('.track');
  if (track === null || target.closest('button, input') !== null) return;
  const seek = ({ clientX }: PointerEvent) => {
    const box = track.getBoundingClientRect();
    player.seek(timeAt((clientX - box.left) / box.width, player.stretch));
  };
  const done = new AbortController();
  const { signal } = done;
  lanes.setPointerCapture(pointerId);
  lanes.addEventListener('pointermove', seek, { signal });
  for (const end of ['pointerup', 'pointercancel'] as const) lanes.addEventListener(end, () => done.abort(), { signal });
  seek(event);
}
