import { Icon } from '../parts/Icon';
import { Answers } from '../recording/Answers';
import { leadOf, pointsOf } from '../recording/question';
import { consenting, isQuestioned, consentOf } from '../recording/consent';
import { useWords } from '../words/use';
import { useDesk } from './desk';

/** What must not be missed about a recording: it cannot be kept just now, or one is asked oneself. */
export function RecordBanners() {
  const { t } = useWords();
  const { session, state, ask } = useDesk();
  const { recording } = state;
  const consent = consentOf(state, session.you);
  const { trouble } = recording;
  return (
    <>
      {trouble !== '' && (
        <p class="banner no">
          <Icon name="circle-alert" />
          <b>{t(`rec.${trouble}`)}</b>
          <span>{t(`rec.${trouble}.do`)}</span>
        </p>
      )}
      {isQuestioned(consent) && (
        <div class="banner recBanner">
          <p>
            <b>{t('rec.ask')}</b> {t(leadOf(consent))}{' '}
            {pointsOf(consent)
              .map(({ key }) => t(key))
              .join(' ')}
          </p>
          <Answers onAnswer={(agree) => void ask(consenting(agree))} />
        </div>
      )}
    </>
  );
}
