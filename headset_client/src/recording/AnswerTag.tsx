import { Icon } from '../parts/Icon';
import { useWords } from '../words/use';
import type { RoomState } from '../wire/types.gen';
import { answerOf } from './answers';

const SIGN = { yes: 'check', no: 'x', none: 'hourglass' } as const;

/** What a person has answered, beside their name, for staff; nothing while nobody is asked. */
export function AnswerTag({ state, person }: { state: RoomState; person: string }) {
  const { t } = useWords();
  if (state.recording.asked_by === '') return null;
  const answer = answerOf(state.recording, person);
  return (
    <span class={`tag recAnswer ${answer}`}>
      <Icon name={SIGN[answer]} />
      <span class="unseen">{t('rec.on')}: </span>
      {t(`rec.answer.${answer}`)}
    </span>
  );
}
