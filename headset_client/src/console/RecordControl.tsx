import { STAGE_WORDS, stageOf } from '../recording/answers';
import { consentOf, isRecorded } from '../recording/consent';
import { useWords } from '../words/use';
import { useDesk } from './desk';

/** The control in the top bar: a quiet word while nothing is recorded, the red mark while something is. */
export function RecordControl() {
  const { t } = useWords();
  const { state, session, open, sheet } = useDesk();
  const stage = stageOf(state);
  const lit = stage === 'on' || stage === 'gap';
  const out = lit && !isRecorded(consentOf(state, session.you));
  const words = t(STAGE_WORDS[stage]);
  return (
    <>
      <button
        type="button"
        class={`button small recControl ${stage} ${lit ? 'lit' : ''}`}
        aria-haspopup="dialog"
        aria-expanded={sheet === 'record'}
        onClick={() => open(sheet === 'record' ? null : 'record')}
      >
        <i class="lamp" aria-hidden="true" />
        <b>{words}</b>
        {out && <span>{t('rec.notIn')}</span>}
      </button>
      <span class="unseen" role="status">
        {stage !== 'off' && words}
      </span>
    </>
  );
}
