import { useAnswering } from '../../recording/answering';
import { Asking } from '../../recording/Asking';
import { consentOf } from '../../recording/consent';
import { Mark } from '../../recording/Mark';
import { useWords } from '../../words/use';
import { useDesk } from '../desk';
import { SheetFrame } from './Sheet';

/** Recording, at the console. */
export function RecordSheet() {
  const { t } = useWords();
  const { state, session, ask, open } = useDesk();
  const answering = useAnswering(session, (intent) => ask(intent));
  return (
    <SheetFrame name="record" title={t('rec.sheet')}>
      <Asking
        state={state}
        you={session.you}
        mark={<Mark consent={consentOf(state, session.you, answering.late)} onAnswer={(agree) => void answering.answer(agree)} />}
        ask={(intent, done) => void ask(intent, done)}
        onClose={() => open(null)}
      />
    </SheetFrame>
  );
}
