import { useState } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import { Qr } from '../parts/Qr';
import { useWords } from '../words/use';

/** A link to a recording: as a square for a camera, in letters, and to be copied where the browser lets one. */
export function LinkCard({ link }: { link: string }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(link).then(() => setCopied(true));
  return (
    <div class="recLink">
      <Qr text={link} label={t('rec.link.qr')} />
      <div>
        <p class="letters">{link}</p>
        {isSecureContext && (
          <button type="button" class="button" onClick={copy}>
            <Icon name={copied ? 'check' : 'copy'} />
            <span role="status">{t(copied ? 'rec.link.copied' : 'rec.link.copy')}</span>
          </button>
        )}
      </div>
    </div>
  );
}
