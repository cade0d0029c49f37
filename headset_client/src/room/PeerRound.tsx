import { howHardIs } from '../session/how_hard';
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
      {howHardIs(state, session.now()).map(({ person: { id, name }, distress: { limit, open }, last, wait }) => (
        <div class="one" key={id}>
          {last && <DistressFace rating={last.level} />}
          <p>
            {last ? t('how.now', { name, n: last.level, limit }) : `${name}: ${t('how.none')}.`}
            {open && <small>{t('how.waits')}</small>}
          </p>
          <button
            type="button"
            class="button"
            aria-disabled={wait > 0}
            onClick={() => void inside.ask({ type: 'askdistress', person: id })}
          >
            <Icon name="heart" />
            {wait > 0 ? t('how.ask.wait', { name, time: minutesIn(wait) }) : t('how.ask', { name })}
          </button>
        </div>
      ))}
      {left && <p>{t('round.left', { time: minutesIn(left.ms) })}</p>}
      {state.suggestion && (
        <p>
          {wish && <b>{t('sug.wish', { name: wisher, wish: t(`wish.${wish}`) })}. </b>}
          {suggestionIn(tongue, state.suggestion, t('sug.free', { name: wisher }))}
        </p>
      )}
    </section>
  );
}
