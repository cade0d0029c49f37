import { useState } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import { useWords } from '../words/use';
import { Title } from './Title';

const NAMES = [
  ['Sol', 'Kim', 'Ask', 'Robin', 'Bjørk', 'Alex'],
  ['Vår', 'Noa', 'Lo', 'Eli', 'Storm', 'Mika'],
] as const;
export const FIRST_NAME = NAMES[0][0];
const LONGEST = 24;

interface Props {
  name: string;
  onPick: (name: string) => void;
  onDone: () => void;
}

/** A name without typing: six to choose from, six more, or one's own. */
export function PickName({ name, onPick, onDone }: Props) {
  const { t } = useWords();
  const [set, setSet] = useState<0 | 1>(0);
  const [own, setOwn] = useState(!NAMES.some((names) => names.some((each) => each === name)));
  const given = name.trim() !== '';
  return (
    <>
      <div class="side">
        <Title title={t('name.title')} lead={t('name.lead')} more={NAMES[set].join(', ')} />
      </div>
      <div class="pick">
        {own ? (
          <OwnName name={name} onPick={onPick} />
        ) : (
          <div class="names" role="group" aria-label={t('name.title')}>
            {NAMES[set].map((each) => (
              <button type="button" key={each} class="button" aria-pressed={each === name} onClick={() => onPick(each)}>
                {each === name && <Icon name="check" />}
                {each}
              </button>
            ))}
          </div>
        )}
        <div class="row">
          <button
            type="button"
            class="button quiet"
            onClick={() => {
              setOwn(false);
              setSet(set === 0 ? 1 : 0);
            }}
          >
            <Icon name="refresh-cw" />
            {t('name.others')}
          </button>
          <button type="button" class="button quiet" onClick={() => setOwn(true)}>
            <Icon name="pencil" />
            {t('name.own')}
          </button>
        </div>
        <button type="button" class="button main wide" aria-disabled={!given} onClick={() => given && onDone()}>
          {t('next')}
          <Icon name="chevron-right" />
        </button>
      </div>
    </>
  );
}

function OwnName({ name, onPick }: { name: string; onPick: (name: string) => void }) {
  const { t } = useWords();
  return (
    <label class="own">
      <span>{t('name.field')}</span>
      <input type="text" maxLength={LONGEST} value={name} autoComplete="off" onInput={(event) => onPick(event.currentTarget.value)} />
    </label>
  );
}
