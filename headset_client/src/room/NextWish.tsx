import { useState } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import { Picto } from '../parts/Picto';
import { ReadAloud } from '../parts/ReadAloud';
import { useWords } from '../words/use';
import type { Inside } from './inside';
import { type RoundShown, type Wish, WISHES } from './round';

interface Props {
  inside: Inside;
  wish: NonNullable<RoundShown['wish']>;
}

/** After a round: what would you like next? Four answers, and a suggestion that one may leave. */
export function NextWish({ inside, wish: { chosen, suggestion } }: Props) {
  const { t } = useWords();
  const [again, setAgain] = useState(false);
  const choose = (wish: Wish) => {
    setAgain(false);
    void inside.wish(wish);
  };
  if (chosen !== null && !again) {
    return (
      <section class="nextWish wished" aria-label={t('wish.title')}>
        <p role="status">
          <b>{t('wish.yours', { wish: t(`wish.${chosen}`) })}</b> {suggestion}
        </p>
        <button type="button" class="button" onClick={() => setAgain(true)}>
          <Icon name="undo-2" />
          {t('wish.change')}
        </button>
      </section>
    );
  }
  return (
    <section class="nextWish" aria-labelledby="next-wish">
      <header>
        <h2 id="next-wish">{t('wish.title')}</h2>
        <ReadAloud text={[t('wish.title'), suggestion, ...WISHES.map(({ wish }) => t(`wish.${wish}`))].join(' ')} bare />
      </header>
      <p>{suggestion}</p>
      <div class="wishes">
        {WISHES.map(({ wish, icon }) => (
          <button type="button" key={wish} class="wish" aria-pressed={wish === chosen} onClick={() => choose(wish)}>
            <Picto name={icon} />
            {t(`wish.${wish}`)}
          </button>
        ))}
      </div>
    </section>
  );
}
