import { useWords } from '../words/use';

/** How the warning of step 3 is done away with. */
export function ForIt() {
  const { t } = useWords();
  return (
    <section aria-labelledby="it">
      <h2 id="it">{t('help.it')}</h2>
      <div class="troubles">
        <article class="panel">
          <h3>{t('help.domain')}</h3>
          <p>{t('help.domainDo')}</p>
          <code>
            <span>--cert CERT.pem</span> <span>--key KEY.pem</span>
          </code>
        </article>
        <article class="panel">
          <h3>{t('help.authority')}</h3>
          <p>{t('help.authorityDo')}</p>
          <p>
            <a class="button" href="/authority.crt">
              {t('help.authorityGet')}
            </a>
          </p>
        </article>
      </div>
    </section>
  );
}
