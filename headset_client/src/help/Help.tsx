import { Brand } from '../parts/Brand';
import { Icon } from '../parts/Icon';
import { Tongue } from '../parts/Tongue';
import { useWords } from '../words/use';
import type { Address } from './address';
import { AddressPanel } from './AddressPanel';
import { Cable } from './Cable';
import { ForIt } from './ForIt';
import { Steps } from './Steps';
import { Trouble } from './Trouble';

/** For whoever stands there with a headset and a client: six steps with pictures, then what to try. */
export function Help({ address }: { address: Address }) {
  const { t } = useWords();
  return (
    <div class="help">
      <header>
        <a class="home" href="/">
          <Brand />
        </a>
        <Tongue />
      </header>
      <main>
        <div class="intro">
          <h1>{t('help.title')}</h1>
          <p>{t('help.lead')}</p>
          <div class="row">
            <a class="button main" href="/">
              {t('help.go')}
              <Icon name="chevron-right" />
            </a>
            <button type="button" class="button" onClick={() => print()}>
              <Icon name="file-text" />
              {t('help.print')}
            </button>
          </div>
        </div>
        <AddressPanel address={address} />
        <Steps address={address} />
        <Trouble />
        {address.cable && <Cable {...address.cable} />}
        <ForIt />
      </main>
    </div>
  );
}
