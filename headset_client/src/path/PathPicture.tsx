import type { ComponentChildren } from 'preact';
import { Picto } from '../parts/Picto';
import { useWords } from '../words/use';
import type { Said } from '../words/say';
import { layOut, type Stop } from './layout';
import { pictoOf } from './places';

export interface PathStop extends Stop {
  title: Said;
  place: string;
  /** How often it was practised. */
  rounds: number;
}

const WIDE = 184;
const HIGH = 116;
const ACROSS = 232;
const DOWN = 140;
/** How far an arrow swings out. */
const ROUND = 30;

/** What leads to what: boxes and arrows where there is room, and a list where there is none. */
export function PathPicture({ stops, children }: { stops: readonly PathStop[]; children?: (stop: PathStop) => ComponentChildren }) {
  const { t, say } = useWords();
  const { at, columns, rows, arrows } = layOut(stops);
  const title = new Map(stops.map((stop) => [stop.id, say(stop.title)]));
  const [width, height] = [columns * ACROSS - (ACROSS - WIDE), rows * DOWN - (DOWN - HIGH)];
  const order = [...stops].sort((a, b) => at.get(a.id)!.column - at.get(b.id)!.column || at.get(a.id)!.row - at.get(b.id)!.row);
  return (
    <div class="path-scroll" tabIndex={0} role="group" aria-label={t('pth.picture')}>
      <div class="path-picture" style={{ '--wide': `${width}px`, '--high': `${height}px` }}>
        <svg width={width} height={height} aria-hidden="true">
          <defs>
            <marker id="path-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
              <path d="M0 0L8 4L0 8Z" />
            </marker>
          </defs>
          {arrows.map(([from, to]) => {
            const [start, end] = [at.get(from)!, at.get(to)!];
            const on = start.column < end.column;
            return (
              <path
                key={`${from} ${to}`}
                class={on ? 'on' : 'back'}
                d={curve(start, end)}
                {...(on && { 'marker-end': 'url(#path-tip)' })}
              />
            );
          })}
        </svg>
        <ol>
          {order.map((stop) => {
            const { column, row } = at.get(stop.id)!;
            const on = stop.leads_to.flatMap((id) => title.get(id) ?? []);
            return (
              <li
                key={stop.id}
                class="path-stop"
                data-practised={stop.rounds > 0}
                style={{ '--x': `${column * ACROSS}px`, '--y': `${row * DOWN}px` }}
              >
                <Picto name={pictoOf(stop.place)} />
                <p>
                  <b>{say(stop.title)}</b>
                  {stop.rounds > 0 && <span>{stop.rounds === 1 ? t('pth.rounds.1') : t('pth.rounds', { n: stop.rounds })}</span>}
                  {on.length > 0 && <span class="leads">{t('pth.leads', { titles: on.join(', ') })}</span>}
                </p>
                {children?.(stop)}
              </li>
            );
          })}
        </ol>
      </div>
    </div>
  );
}

interface At {
  column: number;
  row: number;
}

/** From the right edge of one box to the left edge of one further on; else from left to right, or round at the right. */
function curve(from: At, to: At): string {
  const back = from.column > to.column;
  const [x1, y1] = [from.column * ACROSS + (back ? 0 : WIDE), from.row * DOWN + HIGH / 2];
  const [x2, y2] = [to.column * ACROSS + (from.column < to.column ? 0 : WIDE), to.row * DOWN + HIGH / 2];
  if (from.column === to.column) return `M${x1} ${y1 + 8}C${x1 + ROUND} ${y1} ${x2 + ROUND} ${y2} ${x2} ${y2 - 8}`;
  const bend = Math.max(ROUND, Math.abs(x2 - x1) / 2) * (back ? -1 : 1);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}
