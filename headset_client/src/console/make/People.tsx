import { useState } from 'preact/hooks';
import { Face } from '../../parts/Face';
import { type Key, useWords } from '../../words/use';
import { looks, looksToWear } from '../../world';
import type { CastMember } from '../../wire/types.gen';
import { dotted, type Path } from './doc';
import { useEdit } from './edit';
import { Beside, OneField, WordsField } from './Field';

/** The cast: name, part, look and manner of each. */
export function People() {
  const { doc } = useEdit();
  return (
    <ul class="castList">
      {Object.entries(doc.cast).map(([id, member]) => (
        <li key={id} class="castMember">
          <Member path={['cast', id]} member={member} />
        </li>
      ))}
    </ul>
  );
}

function Member({ path, member }: { path: Path; member: CastMember }) {
  const { t } = useWords();
  const when = member.stands_in
    ? t('mk.cast.standIn')
    : member.company === null
      ? t('mk.cast.beats')
      : t('mk.cast.company', { level: t(`company.${member.company}` as Key) });
  return (
    <>
      <header>
        <span class="coin square large">
          <Face look={member.look} />
        </span>
        <div>
          <h3>{member.name}</h3>
          <p class="soft">{when}</p>
        </div>
      </header>
      <OneField path={[...path, 'name']} label={t('mk.cast.name')} />
      <h4>{t('mk.cast.part')}</h4>
      <WordsField path={[...path, 'part']} label={`${member.name}, ${t('mk.cast.part')}`} rows={1} />
      <h4>{t('mk.cast.manner')}</h4>
      <WordsField path={[...path, 'manner']} label={`${member.name}, ${t('mk.cast.manner')}`} />
      <PickLook path={[...path, 'look']} name={member.name} chosen={member.look} />
      <Beside path={path} />
    </>
  );
}

/** The looks of avatars; people wear others. Drawn when they are asked for. */
function PickLook({ path, name, chosen }: { path: Path; name: string; chosen: string }) {
  const { t } = useWords();
  const { put } = useEdit();
  const [open, setOpen] = useState(false);
  const worn = new Set(looksToWear().map(({ id }) => id));
  return (
    <details class="pick-face" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary class="button small">
        {t('mk.cast.look')}
        <span class="unseen">: {name}</span>
      </summary>
      {open && (
        <div class="faces" role="group" aria-label={`${t('mk.cast.look')}: ${name}`}>
          {looks()
            .filter(({ id }) => !worn.has(id))
            .map(({ id }, n) => (
              <button
                type="button"
                key={id}
                aria-pressed={id === chosen}
                aria-label={t('look.one', { n: n + 1 })}
                id={`${dotted(path)}-${id}`}
                onClick={() => put(path, id)}
              >
                <Face look={id} />
              </button>
            ))}
        </div>
      )}
      <Beside path={path} />
    </details>
  );
}
