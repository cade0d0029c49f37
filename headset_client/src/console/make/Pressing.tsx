import type { ComponentChildren } from 'preact';
import { type Language, SOUNDS, type Tone, TONES } from '../../wire/types.gen';
import { type Key, useWords } from '../../words/use';
import { Titled } from './About';
import { at, dotted, type Path } from './doc';
import { useEdit } from './edit';
import { Beside, ListField, NO_WORDS, WordsField } from './Field';
import { Tones } from './Lines';

type Fresh = Record<Tone, Partial<Record<Language, string>>[]>;
const FRESH = Object.fromEntries(TONES.map((tone) => [tone, [NO_WORDS]])) as Fresh;
const REMARK = { lines: FRESH, by: null, gesture: null };

/** What pressure brings in: what breaks in, what is asked, what is offered. */
export function Pressing() {
  const { t } = useWords();
  const { doc } = useEdit();
  const level = (n: number) => t(`personal_questions.${doc.questions[n - 1]?.level ?? 1}` as Key);
  return (
    <>
      {doc.load !== null && (
        <Titled title={t('mk.interruptions')}>
          <ListField
            path={['load', 'interruptions']}
            fresh={{ words: NO_WORDS, sound: 'phone', by: null }}
            name={(n) => t('mk.interruption.n', { n })}
            ordered
          >
            {(path, n) => (
              <>
                <Sound path={[...path, 'sound']} />
                <WordsField path={[...path, 'words']} label={t('mk.interruption.n', { n: n + 1 })} rows={1} />
              </>
            )}
          </ListField>
        </Titled>
      )}
      <Titled title={t('mk.questions')}>
        <ListField
          path={['questions']}
          fresh={{ level: 1, lines: FRESH, by: null }}
          name={(n) => t('mk.question.n', { n, level: level(n) })}
        >
          {(path, n) => (
            <Fold>
              <Level path={[...path, 'level']} level={doc.questions[n]?.level ?? 1} />
              <Tones path={[...path, 'lines']} />
            </Fold>
          )}
        </ListField>
      </Titled>
      {doc.persuasion !== null &&
        (['offers', 'again', 'reasons', 'insists'] as const).map((kind) => (
          <Remarks key={kind} path={['persuasion', kind]} title={t(`mk.${kind}`)} />
        ))}
      <Remarks path={['followups']} title={t('mk.followups')} />
      <Remarks path={['stalls']} title={t('mk.stalls')} />
    </>
  );
}

function Remarks({ path, title }: { path: Path; title: string }) {
  const { t } = useWords();
  return (
    <Titled title={title}>
      <ListField path={path} fresh={REMARK} name={(n) => t('mk.remark.n', { what: title, n })}>
        {(inner) => (
          <Fold>
            <Tones path={[...inner, 'lines']} />
          </Fold>
        )}
      </ListField>
    </Titled>
  );
}

/** Ten fields at a time: the tones of one entry are folded away until they are wanted. */
function Fold({ children }: { children: ComponentChildren }) {
  const { t } = useWords();
  return (
    <details class="fold">
      <summary>{t('mk.lines')}</summary>
      {children}
    </details>
  );
}

function Sound({ path }: { path: Path }) {
  const { t } = useWords();
  const { doc, put } = useEdit();
  const chosen = String(at(doc, path));
  return (
    <div class="field">
      <label for={dotted(path)}>{t('mk.sound')}</label>
      <select id={dotted(path)} value={chosen} onChange={({ currentTarget }) => put(path, currentTarget.value)}>
        {SOUNDS.map((each) => (
          <option key={each} value={each}>
            {t(`sound.${each}`)}
          </option>
        ))}
      </select>
      <Beside path={path} />
    </div>
  );
}

function Level({ path, level }: { path: Path; level: number }) {
  const { t } = useWords();
  const { put } = useEdit();
  return (
    <div class="field">
      <label for={dotted(path)}>{t('axis.personal_questions')}</label>
      <select id={dotted(path)} value={String(level)} onChange={({ currentTarget }) => put(path, Number(currentTarget.value))}>
        {[1, 2, 3, 4].map((each) => (
          <option key={each} value={String(each)}>
            {t(`personal_questions.${each}` as Key)}
          </option>
        ))}
      </select>
      <Beside path={path} />
    </div>
  );
}
