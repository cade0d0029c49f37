import { useWords } from '../words/use';
import { DebugPicture, PlugPicture, ReversePicture } from './pictures/cable';
import { Step } from './Step';
import { Typed } from './Typed';

interface Props {
  /** The line to type on the machine. */
  line: string;
  /** The address to open in the headset then. */
  open: string;
}

/** Round the network: adb makes the headset's localhost this server. */
export function Cable({ line, open }: Props) {
  const { t } = useWords();
  return (
    <section aria-labelledby="cable">
      <h2 id="cable">{t('help.cable')}</h2>
      <p>{t('help.cableLead')}</p>
      <ol class="steps">
        <Step n={1} title={t('help.plug')} todo={t('help.plugDo')} picture={<PlugPicture />} />
        <Step n={2} title={t('help.debug')} todo={t('help.debugDo')} picture={<DebugPicture />} />
        <Step n={3} title={t('help.reverse')} todo={t('help.reverseDo')} more={t('help.reverseAgain')} picture={<ReversePicture />}>
          <code>{line}</code>
          <p>{t('help.reverseThen')}</p>
          <Typed address={open} small />
        </Step>
      </ol>
    </section>
  );
}
