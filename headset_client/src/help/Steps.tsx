import { useWords } from '../words/use';
import type { Address } from './address';
import { CodePicture, NetworkPicture, TypePicture } from './pictures/coming';
import { EnterPicture, PlacePicture, PrivatePicture } from './pictures/going_in';
import { Step } from './Step';
import { Typed } from './Typed';

/** From the charger to the room, one thing at a time. */
export function Steps({ address }: { address: Address }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{t('help.steps')}</h2>
      <ol class="steps">
        <Step n={1} title={t('help.network')} todo={t('help.networkDo')} picture={<NetworkPicture />} />
        <Step n={2} title={t('help.type')} todo={t('help.typeDo')} picture={<TypePicture />}>
          <Typed address={address.text} small />
        </Step>
        <Step n={3} title={t('help.private')} todo={t('help.privateDo')} more={t('help.privateWhy')} picture={<PrivatePicture />} />
        <Step n={4} title={t('help.code')} todo={t('help.codeDo')} picture={<CodePicture />} />
        <Step n={5} title={t('help.enter')} todo={t('help.enterDo')} picture={<EnterPicture />} />
        <Step n={6} title={t('help.place')} todo={t('help.placeDo')} more={t('help.placeOff')} picture={<PlacePicture />} />
      </ol>
    </section>
  );
}
