import { type HowHard, howHardIs } from '../session/how_hard';
import { DistressFace } from '../parts/DistressFace';
import { Icon } from '../parts/Icon';
import { useWords } from '../words/use';
import type { Inside } from './inside';
import { leftAt, minutesIn, suggestionIn } from './round';

/** What a peer worker sees of the round: how hard it is for the client, a press that asks, and the suggestion. */
export function PeerRound({ inside }: { inside: Inside }) {
  const { t, tongue } = useWords();
  const { session } = inside;
  const { state } = session;
  if (state === null) return null;
  const left = leftAt(state, session.sceneTime());
  const wish = state.distress[state.suggested_to]?.wish ?? null;
  const wisher = state.people[state.suggested_to]?.name ?? '';
  return (
    <section class="peerRound" aria-label={t('how.title')}>
      {howHardIs(state, session.now()).map((one) => (
        <Client key={one.person.id} one={one} inside={inside} />
      ))}
      {left && <p>{t('round.left', { time: minutesIn(left.ms) })}</p>}
      {state.suggestion && (
        <p>
          {wish && <b>{t('sug.wish', { name: wisher, wish: t(`wish.${wish}`) })}. </b>}
          {suggestionIn(tongue, state.suggestion, t('sug.decides', { name: wisher }))}
        </p>
      )}
    </section>
  );
}

function Client({ one, inside }: { one: HowHard; inside: Inside }) {
  const { t } = useWords();
  const { person, distress, last, wait } = one;
  const { id, name } = person;
  const words = wait > 0 ? t('how.ask.wait', { time: minutesIn(wait) }) : t('how.ask');
  return (
    <div class="one">
      {last && <DistressFace rating={last.level} />}
      <p>
        {last ? t('how.now', { name, n: last.level, limit: distress.limit }) : `${name}: ${t('how.none')}.`}
        {distress.open && <small>{t('how.waits')}</small>}
      </p>
      <button
        type="button"
        class="button"
        aria-label={t('how.ask.whom', { words, name })}
        aria-disabled={wait > 0}
        onClick={() => void inside.ask({ type: 'askdistress', person: id })}
      >
        <Icon name="heart" />
        {words}
      </button>
    </div>
  );
}
