import { useState } from 'preact/hooks';
import { Picto, PICTOS } from '../../parts/Picto';
import type { Card, Language } from '../../wire/types.gen';
import { useWords } from '../../words/use';
import { Titled } from './About';
import { at, dotted, type Path } from './doc';
import { useEdit } from './edit';
import { Beside, WordsField } from './Field';

/** The hints, and the picture cards with what else people say for the same. */
export function Cards() {
  const { t, say } = useWords();
  const { doc } = useEdit();
  const cards = Object.entries(doc.meanings).filter(([, { card }]) => card !== null);
  return (
    <>
      <Titled title={t('mk.cards.beats')}>
        {Object.entries(doc.beats).map(([name, beat]) => (
          <details key={name} class="fold">
            <summary>{say(beat.about)}</summary>
            <h4>{t('mk.beat.about')}</h4>
            <WordsField path={['beats', name, 'about']} label={t('mk.beat.about')} />
            <h4>{t('mk.beat.hint')}</h4>
            <WordsField path={['beats', name, 'hint']} label={t('mk.beat.hint')} />
            <Beside path={['beats', name]} />
          </details>
        ))}
      </Titled>
      <Titled title={t('mk.cards.all')}>
        <ul class="cards-of">
          {cards.map(([name, { card }]) => card !== null && <OneCard key={name} path={['meanings', name]} card={card} />)}
        </ul>
      </Titled>
    </>
  );
}

function OneCard({ path, card }: { path: Path; card: Card }) {
  const { t, say } = useWords();
  const words = say(card.words);
  return (
    <li>
      <div class="as-card">
        <Picto name={card.icon} />
        <span>{words}</span>
      </div>
      <div>
        <WordsField path={[...path, 'card', 'words']} label={`${words}, ${t('mk.card.words')}`} rows={1} />
        <PickIcon path={[...path, 'card', 'icon']} of={words} chosen={card.icon} />
        <details class="fold">
          <summary>
            {t('mk.phrasings')}
            <span class="unseen">: {words}</span>
          </summary>
          <div class="words">
            <Phrasings path={[...path, 'phrasings', 'nb']} language="nb" of={words} />
            <Phrasings path={[...path, 'phrasings', 'en']} language="en" of={words} />
          </div>
        </details>
        <Beside path={path} />
      </div>
    </li>
  );
}

/** One phrasing a line. */
function Phrasings({ path, language, of }: { path: Path; language: Language; of: string }) {
  const { t } = useWords();
  const { doc, put } = useEdit();
  const lines = (at(doc, path) ?? []) as readonly string[];
  const where = dotted(path);
  return (
    <div class="text">
      <label for={where}>
        <span class="unseen">
          {of}, {t('mk.phrasings')},{' '}
        </span>
        <span lang={language}>{language === 'nb' ? 'Norsk' : 'English'}</span>
      </label>
      <textarea
        id={where}
        lang={language}
        rows={8}
        value={lines.join('\n')}
        onChange={({ currentTarget }) => {
          const written = currentTarget.value.split('\n').map((line) => line.trim());
          put(
            path,
            written.filter((line) => line !== ''),
          );
        }}
      />
      <Beside path={path} />
      {lines.map((_, n) => (
        <Beside key={n} path={[...path, n]} />
      ))}
    </div>
  );
}

/** The pictures that a card may have. Drawn when they are asked for. */
function PickIcon({ path, of, chosen }: { path: Path; of: string; chosen: string }) {
  const { t } = useWords();
  const { put } = useEdit();
  const [open, setOpen] = useState(false);
  return (
    <details class="pick-icon" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary class="button small">
        {t('mk.icon.change')}
        <span class="unseen">: {of}</span>
      </summary>
      {open && (
        <div class="icons" role="group" aria-label={`${t('mk.icon')}: ${of}`}>
          {PICTOS.map((name) => (
            <button
              type="button"
              key={name}
              aria-pressed={name === chosen}
              aria-label={name.replace('_', ' ')}
              lang="en"
              onClick={() => put(path, name)}
            >
              <Picto name={name} />
            </button>
          ))}
        </div>
      )}
      <Beside path={path} />
    </details>
  );
}
