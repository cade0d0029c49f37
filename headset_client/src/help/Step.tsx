import type { ComponentChildren } from 'preact';
import { ReadAloud } from '../parts/ReadAloud';
import { useWords } from '../words/use';

interface Props {
  n: number;
  title: string;
  /** What to do: a sentence or two. */
  todo: string;
  /** Why, or what else may happen. */
  more?: string;
  picture: ComponentChildren;
  /** What there is to type, between the two. */
  children?: ComponentChildren;
}

/** One step: a picture, what it is called, what to do, and a voice that reads it. */
export function Step({ n, title, todo, more = '', picture, children }: Props) {
  const { t } = useWords();
  return (
    <li class="step">
      {picture}
      <div class="words">
        <div class="head">
          <span class="number" aria-hidden="true">
            {n}
          </span>
          <h3>
            <span class="unseen">{t('help.step', { n })}: </span>
            {title}
          </h3>
          <ReadAloud text={`${title}. ${todo} ${more}`} bare />
        </div>
        <p>{todo}</p>
        {children}
        {more !== '' && <p class="more">{more}</p>}
      </div>
    </li>
  );
}
