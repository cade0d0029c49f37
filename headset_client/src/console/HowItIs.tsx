import { DistressFace } from '../parts/DistressFace';
import { Icon } from '../parts/Icon';
import { useWords } from '../words/use';
import { minutesIn } from '../room/round';
import { clock, nameOf, sinceStart, useDesk } from './desk';
import { curveOf, heightOf, type HowHard, howHardIs } from '../session/how_hard';
import { useEvery } from './every';
import { Running } from './Running';
import { Suggested } from './Suggested';

const BOX = { width: 96, height: 30 } as const;

/** How the round is for the client: how hard it is, what runs beside the talk, and what could come next. */
export function HowItIs() {
  const { t } = useWords();
  const { state, session } = useDesk();
  useEvery(1000);
  const clients = howHardIs(state, session.now());
  if (clients.length === 0) return null;
  return (
    <section class="howItIs panel" aria-labelledby="how-title">
      <header>
        <h2 id="how-title">{t('how.title')}</h2>
        <Running />
      </header>
      <ul>
        {clients.map((one) => (
          <Client key={one.person.id} one={one} />
        ))}
      </ul>
      <Suggested />
    </section>
  );
}

function Client({ one }: { one: HowHard }) {
  const { t } = useWords();
  const { ask } = useDesk();
  const { person, last, distress, wait } = one;
  const { name } = person;
  const asks = wait > 0 ? t('how.ask.wait', { time: minutesIn(wait) }) : t('how.ask');
  const words = last === null ? t('how.none') : t('how.now', { name, n: last.level, limit: distress.limit });
  return (
    <li class="howHard" data-above={last !== null && last.level > distress.limit}>
      {last === null ? <span class="noFace" aria-hidden="true" /> : <DistressFace rating={last.level} />}
      <p>
        <span class="unseen">{words}</span>
        <b aria-hidden="true">
          {name} {last !== null && <span class="number">{last.level}</span>}
        </b>
      </p>
      <Curve one={one} />
      <p class="soft">
        <When one={one} />
      </p>
      <button
        type="button"
        class="button small"
        aria-label={t('how.ask.whom', { words: asks, name })}
        aria-disabled={wait > 0}
        onClick={() => void ask({ type: 'askdistress', person: person.id }, t('how.asked.now', { name }))}
      >
        <Icon name="heart" />
        {asks}
      </button>
    </li>
  );
}

/** When it was said, or who has asked and waits for it. */
function When({ one: { last, distress } }: { one: HowHard }) {
  const { t } = useWords();
  const { state, session } = useDesk();
  const at = (ms: number) => clock(sinceStart(state, ms));
  const by = distress.asked_by === session.you ? t('desk.you') : (nameOf(state, distress.asked_by) ?? t('desk.room'));
  const asked = distress.asked_t === null ? null : t('how.asked', { at: at(distress.asked_t), by });
  if (distress.open && asked !== null) return <>{`${asked}, ${t('how.waits')}`}</>;
  if (last === null) return <>{t('how.none')}</>;
  return <>{[t('how.said', { at: at(last.t) }), asked].filter(Boolean).join(', ')}</>;
}

/** The answers so far, and the limit as a line across. */
function Curve({ one: { person, distress } }: { one: HowHard }) {
  const { t } = useWords();
  const { ratings, limit } = distress;
  const y = heightOf(limit, BOX);
  const all = ratings.map(({ level }) => level).join(', ');
  return (
    <figure>
      <svg viewBox={`-3 -3 ${BOX.width + 6} ${BOX.height + 6}`} role="img" aria-label={t('how.curve', { name: person.name, all })}>
        <path class="limit" d={`M0 ${y}H${BOX.width}`} />
        <path class="line" d={curveOf(distress, BOX)} />
        {ratings.length > 0 && <circle cx={ratings.length > 1 ? BOX.width : 0} cy={heightOf(ratings.at(-1)?.level ?? 0, BOX)} r="3" />}
      </svg>
      <figcaption>{t('how.limit', { n: limit })}</figcaption>
    </figure>
  );
}
