import { Icon } from '../parts/Icon';
import { useWords } from '../words/use';
import { looksToWear } from '../world';
import { Portrait } from './Portrait';
import { Title } from './Title';

interface Props {
  look: string;
  /** Why one was not let into the lobby; empty for no reason. */
  note: string;
  onPick: (look: string) => void;
  onDone: () => void;
}

/** How the others will see one, as portraits. */
export function PickLook({ look, note, onPick, onDone }: Props) {
  const { t } = useWords();
  return (
    <>
      <div class="side">
        <figure class="large">
          <Portrait look={look} size={384} />
        </figure>
        <Title title={t('look.title')} lead={t('look.lead')} />
      </div>
      <div class="pick">
        <div class="looks" role="group" aria-label={t('look.title')}>
          {looksToWear().map(({ id }, n) => (
            <button
              type="button"
              key={id}
              class="look"
              aria-pressed={id === look}
              aria-label={t('look.one', { n: n + 1 })}
              onClick={() => onPick(id)}
            >
              <Portrait look={id} size={384} />
              {id === look && (
                <span class="chosen">
                  <Icon name="check" />
                </span>
              )}
            </button>
          ))}
        </div>
        <div role="alert">{note !== '' && <p class="note">{note}</p>}</div>
        <button type="button" class="button main wide" onClick={onDone}>
          {t('look.go')}
          <Icon name="chevron-right" />
        </button>
      </div>
    </>
  );
}
