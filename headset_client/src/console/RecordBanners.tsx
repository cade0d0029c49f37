import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import { useAnswering } from '../recording/answering';
import { Answers } from '../recording/Answers';
import { isQuestioned, consentOf } from '../recording/consent';
import { endedOf } from '../recording/ended';
import { leadOf, pointsOf } from '../recording/question';
import { useWords } from '../words/use';
import { nameOf, useDesk } from './desk';

/** What must not be missed about a recording: it cannot be kept just now, it has ended, or one is asked oneself. */
export function RecordBanners() {
  const { t } = useWords();
  const { session, state, ask } = useDesk();
  const answering = useAnswering(session, (intent) => ask(intent));
  const consent = consentOf(state, session.you, answering.late);
  const { trouble } = state.recording;
  return (
    <>
      {trouble !== '' && (
        <p class="banner no">
          <Icon name="circle-alert" />
          <b>{t(`rec.${trouble}`)}</b>
          <span>{t(`rec.${trouble}.do`)}</span>
        </p>
      )}
      <GoesOn />
      <HasEnded />
      {isQuestioned(consent) && (
        <div class="banner recBanner">
          <p>
            <b>{t('rec.ask')}</b> {t(leadOf(consent))}{' '}
            {pointsOf(consent)
              .map(({ key }) => t(key))
              .join(' ')}
          </p>
          <Answers onAnswer={(agree) => void answering.answer(agree)} />
        </div>
      )}
    </>
  );
}

/** After a gap that this page has seen. */
function GoesOn() {
  const { t } = useWords();
  const { on, trouble } = useDesk().state.recording;
  const [missed, setMissed] = useState(false);
  useEffect(() => {
    if (trouble !== '') setMissed(true);
    else if (!on) setMissed(false);
  }, [on, trouble]);
  if (!missed || !on || trouble !== '') return null;
  return <Notice words={t('rec.gap.over')} more="" onSeen={() => setMissed(false)} />;
}

/** Why it has ended, until somebody has read it. */
function HasEnded() {
  const { t } = useWords();
  const { session, state } = useDesk();
  const ended = endedOf(state, session.you);
  const [seen, see] = useState(false);
  useEffect(() => see(false), [state.recording.on]);
  if (ended === null || seen || state.phase === 'ended') return null;
  const name = nameOf(state, ended.by) ?? t('rec.someone');
  return <Notice words={t(ended.key, { name })} more={t('rec.end.kept')} onSeen={() => see(true)} />;
}

function Notice({ words, more, onSeen }: { words: string; more: string; onSeen: () => void }) {
  const { t } = useWords();
  return (
    <p class="banner">
      <i class="lamp" aria-hidden="true" />
      <b>{words}</b>
      <span>{more}</span>
      <button type="button" class="button small" onClick={onSeen}>
        {t('close')}
      </button>
    </p>
  );
}
