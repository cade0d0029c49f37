import { useEffect, useState } from 'preact/hooks';
import type { Path } from '../../wire/types.gen';
import { useWords } from '../../words/use';
import { paths } from './api';

interface Props {
  /** The name of the chosen path; null is none. */
  name: string | null;
  onName: (name: string | null) => void;
}

const NONE = 'none';
const NEW = 'new';

/** Whose path a session is on: nobody's, one that is known, or a new one under a name that the client chooses. */
export function PickPath({ name, onName }: Props) {
  const { t } = useWords();
  const [known, setKnown] = useState<readonly Path[] | null>(null);
  const [isNew, setNew] = useState(false);
  useEffect(() => {
    void paths().then((answer) => answer.ok && answer.value.kept && setKnown(answer.value.paths));
  }, []);
  if (known === null) return null;
  const choose = (chosen: string) => {
    setNew(chosen === NEW);
    const path = known.find(({ id }) => chosen === `path ${id}`);
    onName(chosen === NEW ? '' : (path?.name ?? null));
  };
  const chosen = known.find((path) => path.name === name);
  return (
    <div class="pickPath">
      <label class="field">
        <span>{t('pth.whose')}</span>
        <select value={isNew ? NEW : chosen ? `path ${chosen.id}` : NONE} onChange={({ currentTarget }) => choose(currentTarget.value)}>
          <option value={NONE}>{t('pth.none')}</option>
          <option value={NEW}>{t('pth.new')}</option>
          {known.map((path) => (
            <option key={path.id} value={`path ${path.id}`}>
              {path.name}
            </option>
          ))}
        </select>
      </label>
      {isNew && (
        <label class="field">
          <span>{t('pth.name')}</span>
          <input maxLength={24} value={name ?? ''} required onInput={({ currentTarget }) => onName(currentTarget.value)} />
        </label>
      )}
      <p class="soft">{t('pth.whose.lead')}</p>
    </div>
  );
}
