import { Qr } from '../parts/Qr';
import { useWords } from '../words/use';
import type { Address } from './address';
import { Typed } from './Typed';

/** This server's address, to type and to point a camera at, and a word when it will not do for a headset. */
export function AddressPanel({ address }: { address: Address }) {
  const { t } = useWords();
  return (
    <section class="address panel" aria-labelledby="address">
      <div>
        <h2 id="address">{t('help.address')}</h2>
        <Typed address={address.text} />
        {address.kind !== 'local' && <p>{t('help.addressHow')}</p>}
      </div>
      {address.kind !== 'local' && <Qr text={`${address.text}/`} label={t('help.addressQr')} />}
      {address.kind !== 'good' && <p class="note">{t(`help.${address.kind}`)}</p>}
    </section>
  );
}
