import { Icon } from '../parts/Icon';
import { ReadAloud } from '../parts/ReadAloud';
import { useWords } from '../words/use';
import type { Inside } from './inside';
import type { Shown } from './shown';
import { toldIn } from './told';

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
  const late = inside.unsaid !== null && inside.session.link !== 'live' ? t('room.kept', { words: inside.unsaid }) : null;
  return (
    <div class="messages" role="status">
      {failed && <p class="message">{t('in.vrFailed')}</p>}
      {shown?.notice && (
        <p class="message notice">
          <Icon name={shown.notice === 'room.lost' ? 'unplug' : 'hourglass'} />
          {t(shown.notice)}
        </p>
      )}
      {late !== null && <p class="message">{late}</p>}
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
