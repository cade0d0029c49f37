import { Icon } from '../parts/Icon';
import { ReadAloud } from '../parts/ReadAloud';
import { useWords } from '../words/use';
import type { Inside } from './inside';
import type { Shown } from './shown';
import { isAway, toldIn } from './told';

interface Props {
  inside: Inside;
  shown: Shown | null;
  /** The headset did not answer. */
  failed: boolean;
}

/** The few words above the cards: about the room, from the room, to this person alone. */
export function Messages({ inside, shown, failed }: Props) {
  const { t, tongue } = useWords();
  const told = toldIn(tongue, inside.told);
  const away = isAway(shown?.notice ?? null);
  return (
    <div class="messages" role="status">
      {failed && <p class="message">{t('in.vrFailed')}</p>}
      {shown?.notice && (
        <p class="message notice">
          <Icon name={away ? 'unplug' : 'hourglass'} />
          {t(shown.notice.key, shown.notice.fill)}
        </p>
      )}
      {inside.answering.late === false && (
        <p class="message notice">
          <Icon name="hand" />
          {t('rec.unsent.also')}
        </p>
      )}
      {inside.onTheirWay.map(({ id, words }) => (
        <p key={id} class="message sending">
          <Icon name="message-circle" />
          {t(away ? 'room.kept' : 'room.saying', { words })}
        </p>
      ))}
      {told !== null && <p class="message">{told}</p>}
      {shown?.whisper && (
        <p class="message whisper">
          <Icon name="ear" />
          <span>
            <small>{t('room.whisper')}</small> {shown.whisper}
          </span>
          <ReadAloud text={shown.whisper} bare />
        </p>
      )}
      {shown?.hint && (
        <p class="message hint">
          <Icon name="lightbulb" />
          <span>
            <small>{t('room.hint')}</small> {shown.hint}
          </span>
          <ReadAloud text={shown.hint} bare />
        </p>
      )}
    </div>
  );
}
