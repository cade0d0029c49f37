import { Icon } from '../parts/Icon';
import { Picto } from '../parts/Picto';
import { useWords } from '../words/use';
import { minutesIn, type RoundShown } from './round';

/** What is to be kept in mind at high load: the time that is left, and a second task. */
export function RoundNotes({ round: { left, task } }: { round: RoundShown }) {
  if (left === null && task === null) return null;
  return (
    <aside class="roundNotes">
      {left && <TimeLeft left={left} />}
      {task && <SecondTask task={task} />}
    </aside>
  );
}

/** A ring that empties slowly; it never flashes, and nobody has lost when it is empty. */
function TimeLeft({ left: { ms, of } }: { left: NonNullable<RoundShown['left']> }) {
  const { t } = useWords();
  const part = of > 0 ? Math.min(1, ms / of) : 0;
  return (
    <div class="inMind timeLeft">
      <svg viewBox="0 0 40 40" aria-hidden="true">
        <circle class="track" cx="20" cy="20" r="15.9" />
        <circle class="part" cx="20" cy="20" r="15.9" pathLength={100} stroke-dasharray={`${part * 100} 100`} />
      </svg>
      <p>
        <b role="timer">{t('round.left', { time: minutesIn(ms) })}</b>
        <small>{t('round.left.calm')}</small>
      </p>
    </div>
  );
}

function SecondTask({ task: { words, done } }: { task: NonNullable<RoundShown['task']> }) {
  const { t } = useWords();
  return (
    <div class={`inMind ${done ? 'done' : ''}`}>
      <Picto name="list" />
      <p>
        <small class="label">{t('round.task')}</small>
        <b>{words}</b>
        {done && (
          <small class="isDone" role="status">
            <Icon name="check" />
            {t('round.task.done')}
          </small>
        )}
      </p>
    </div>
  );
}
