import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import { type Line, SIMULATED, type Source } from '../wire/types.gen';
import { useWords } from '../words/use';
import { clientOf, clock, nameOf, sinceStart, useDesk } from './desk';
import { meantWords } from './meant';
import { RemarkTag } from './RemarkTag';

const SIGN: Record<Source, string> = { authored: 'file-text', model: 'bot', person: 'user' };
/** One who has scrolled up by more than this reads, and is left where they are. */
const AT_THE_END_PX = 60;

/** Who said it, and what made it: a word, a sign and a differently drawn edge. */
export function Transcript() {
  const { t, say } = useWords();
  const { state } = useDesk();
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  useEffect(() => {
    if (atEnd.current) list.current?.scrollTo(0, list.current.scrollHeight);
  }, [state.lines]);
  const scrolled = ({ currentTarget: box }: { currentTarget: HTMLDivElement }) => {
    atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < AT_THE_END_PX;
  };
  return (
    <section class="transcript panel" aria-labelledby="says-title">
      <header>
        <h2 id="says-title">{t('says')}</h2>
        <span class="about">{say(state.beat_about)}</span>
      </header>
      <div class="scroll" ref={list} tabIndex={0} role="log" aria-labelledby="says-title" onScroll={scrolled}>
        {state.lines.length === 0 && <p class="soft">{t('says.none')}</p>}
        <ol>
          {state.lines.map((line) => (
            <OneLine key={line.seq} line={line} />
          ))}
        </ol>
      </div>
    </section>
  );
}

function OneLine({ line }: { line: Line }) {
  const { t, tongue, say } = useWords();
  const { state, script } = useDesk();
  const meant = meantWords(line, script, { t, say });
  const simulated = line.who === SIMULATED;
  const ofClient = line.who === clientOf(state)?.id;
  const spoken = line.words[tongue] === undefined ? line.language : tongue;
  return (
    <li class={`by-${line.source} ${ofClient ? 'client' : ''}`}>
      <p class="who">
        <b>{nameOf(state, line.who) ?? t('desk.room')}</b>
        <span class="tag">
          <Icon name={simulated ? 'bot' : SIGN[line.source]} />
          {t(simulated ? 'pra.tag' : `says.${line.source}`)}
        </span>
        {line.critical === true && (
          <span class="tag critical">
            <Icon name="circle-alert" />
            {t('says.critical')}
          </span>
        )}
        <RemarkTag line={line} />
        <time>{clock(sinceStart(state, line.t))}</time>
      </p>
      <p lang={spoken}>{say(line.words)}</p>
      {meant !== null && <p class="meant">{meant}</p>}
    </li>
  );
}
