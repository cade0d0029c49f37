import { useState } from 'preact/hooks';
import { TONES } from '../../wire/types.gen';
import { useWords } from '../../words/use';
import { Titled } from './About';
import { at, type Lines as LinesOf, type Path } from './doc';
import { useEdit } from './edit';
import { Beside, ListField, NO_WORDS, WordsField } from './Field';
import { under } from './findings';
import { fits, repliesOf } from './replies';

/** Every reply: chosen in a list, and changed in each tone and both languages. */
export function Lines({ chosen, choose }: { chosen: string | null; choose: (reply: string) => void }) {
  const { t, tongue, say } = useWords();
  const { doc, mistakes } = useEdit();
  const [wanted, setWanted] = useState('');
  const [beat, setBeat] = useState('');
  const inBeat = beat === '' ? null : repliesOf(doc, beat);
  const shown = Object.entries(doc.replies).filter(([name, reply]) => (inBeat?.has(name) ?? true) && fits(reply, wanted));
  return (
    <div class="lineEditor">
      <div class="find">
        <label class="field">
          <span>{t('mk.find')}</span>
          <input type="search" value={wanted} onInput={({ currentTarget }) => setWanted(currentTarget.value)} />
        </label>
        <label class="field">
          <span>{t('mk.part')}</span>
          <select value={beat} onChange={({ currentTarget }) => setBeat(currentTarget.value)}>
            <option value="">{t('mk.part.all')}</option>
            {Object.entries(doc.beats).map(([name, { about }]) => (
              <option key={name} value={name}>
                {say(about)}
              </option>
            ))}
          </select>
        </label>
        <ul class="replies">
          {shown.map(([name, reply]) => {
            const wrong = under(mistakes, `replies.${name}`).length;
            return (
              <li key={name}>
                <button type="button" class="button small" aria-pressed={name === chosen} onClick={() => choose(name)}>
                  <span lang={tongue}>{reply.open.warm?.[0]?.[tongue] ?? name}</span>
                  {wrong > 0 && <b class="count">{wrong === 1 ? t('mk.mistakes.1') : t('mk.mistakes', { n: wrong })}</b>}
                </button>
              </li>
            );
          })}
        </ul>
        {shown.length === 0 && <p class="soft">{t('mk.nobody')}</p>}
      </div>
      <div class="one-reply">
        {chosen !== null && chosen in doc.replies ? <OneReply name={chosen} /> : <p class="soft">{t('mk.choose')}</p>}
      </div>
    </div>
  );
}

function OneReply({ name }: { name: string }) {
  const { t } = useWords();
  const path = ['replies', name];
  return (
    <>
      <Beside path={path} />
      <Titled title={t('mk.open')}>
        <Tones path={[...path, 'open']} />
      </Titled>
      <Titled title={t('mk.critical')}>
        <Tones path={[...path, 'critical']} />
      </Titled>
    </>
  );
}

/** The lines of every tone at `path`. */
export function Tones({ path }: { path: Path }) {
  const { t } = useWords();
  const { doc } = useEdit();
  const lines = at(doc, path) as Partial<LinesOf> | undefined;
  return (
    <div class="tones">
      <Beside path={path} />
      {TONES.map((tone) => (
        <div key={tone} class={`tone ${tone}`} role="group" aria-label={t(`tone.${tone}`)}>
          <h4>{t(`tone.${tone}`)}</h4>
          {lines?.[tone] !== undefined && (
            <ListField path={[...path, tone]} fresh={NO_WORDS} name={(n) => t('mk.variant', { tone: t(`tone.${tone}`), n })}>
              {(at, n) => <WordsField path={at} label={t('mk.variant', { tone: t(`tone.${tone}`), n: n + 1 })} />}
            </ListField>
          )}
        </div>
      ))}
    </div>
  );
}
