import { Icon } from '../parts/Icon';
import { type Key, useWords } from '../words/use';

const TROUBLES: readonly { icon: string; title: Key; tries: readonly Key[] }[] = [
  { icon: 'hourglass', title: 'help.lost', tries: ['help.lostWait', 'help.lostStop'] },
  { icon: 'unplug', title: 'help.noPage', tries: ['help.noPageType', 'help.noPageWifi', 'help.noPagePhone'] },
  { icon: 'eye-off', title: 'help.noVr', tries: ['help.noVrHttps', 'help.noVrBrowser', 'help.noVrFlat'] },
  { icon: 'hand', title: 'help.blocked', tries: ['help.blockedLock'] },
];

/** The four things that go wrong, the calmest first. */
export function Trouble() {
  const { t } = useWords();
  return (
    <section aria-labelledby="trouble" class="later">
      <h2 id="trouble">{t('help.trouble')}</h2>
      <div class="troubles">
        {TROUBLES.map(({ icon, title, tries }) => (
          <article class="panel" key={title}>
            <h3>
              <Icon name={icon} />
              {t(title)}
            </h3>
            <ul>
              {tries.map((each) => (
                <li key={each}>{t(each)}</li>
              ))}
            </ul>
          </article>
        ))}
      </div>
    </section>
  );
}
