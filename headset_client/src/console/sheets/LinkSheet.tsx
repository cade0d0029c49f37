import { useEffect, useState } from 'preact/hooks';
import { LinkCard } from '../../recording/LinkCard';
import type { OwnLink } from '../../wire/types.gen';
import { useWords } from '../../words/use';
import type { Answer } from '../api';
import { useDesk } from '../desk';
import { linksOf } from '../own_links';
import { SheetFrame } from './Sheet';

/** At the end: each client's own link, and what to say to them with it. */
export function LinkSheet() {
  const { t } = useWords();
  const { id } = useDesk();
  const [answer, setAnswer] = useState<Answer<OwnLink[]> | null>(null);
  useEffect(() => void linksOf(id).then(setAnswer), [id]);
  return (
    <SheetFrame name="link" title={t('rec.link.title')}>
      <div class="recSheet">
        {answer === null && <p>{t('con.loading')}</p>}
        {answer !== null && <Links answer={answer} />}
      </div>
    </SheetFrame>
  );
}

function Links({ answer }: { answer: Answer<OwnLink[]> }) {
  const { t, say } = useWords();
  if (!answer.ok) {
    return (
      <p class="banner no" role="alert">
        <b>{say(answer.refusal.words)}</b> {say(answer.refusal.instead)}
      </p>
    );
  }
  if (answer.value.length === 0) return <p>{t('rec.link.none')}</p>;
  return (
    <>
      <p class="soft">{t('rec.link.once')}</p>
      {answer.value.map(({ person, name, link }) => (
        <section key={person} aria-label={t('rec.link.for', { name })}>
          <h3>{t('rec.link.for', { name })}</h3>
          <p class="recSay">{t('rec.link.say', { name })}</p>
          <p>{t('rec.link.how', { name })}</p>
          <LinkCard link={link} />
        </section>
      ))}
    </>
  );
}
