import { useEffect, useState } from 'preact/hooks';
import { ReadAloud } from '../parts/ReadAloud';
import { keptSeat } from '../session';
import { useWords } from '../words/use';
import { LinkCard } from './LinkCard';
import { myLink } from './mine';

/** At the end: one's own link, for those who are in a recording; nothing for others. */
export function MyRecording() {
  const { t } = useWords();
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    const seat = keptSeat();
    if (seat !== null) void myLink(seat).then(setLink);
  }, []);
  if (link === null) return null;
  return (
    <section class="recMine" aria-labelledby="rec-mine">
      <h2 id="rec-mine">{t('rec.mine.title')}</h2>
      <p>
        <b>{t('rec.mine.keep')}</b> {t('rec.mine.what')}
      </p>
      <LinkCard link={link} />
      <p>{t('rec.mine.how')}</p>
      <ReadAloud text={[t('rec.mine.title'), t('rec.mine.keep'), t('rec.mine.what'), t('rec.mine.how')].join(' ')} />
      <a class="button wide" href={link} target="_blank" rel="noreferrer">
        {t('rec.mine.open')}
      </a>
    </section>
  );
}
