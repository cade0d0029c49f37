import { Icon } from '../parts/Icon';
import { leftAt, minutesIn, taskOf } from '../room/round';
import { useWords } from '../words/use';
import { useDesk } from './desk';

/** What the client has to mind beside the talk: the time that is left, and the second task. */
export function Running() {
  const { t, tongue } = useWords();
  const { state, session } = useDesk();
  const left = leftAt(state, session.sceneTime());
  const task = taskOf(state, tongue);
  if (left === null && task === null) return null;
  return (
    <p class="running">
      {left && (
        <span>
          <Icon name="hourglass" />
          <span class="unseen">{t('run.left')}</span>
          <b role="timer">{minutesIn(left.ms)}</b>
        </span>
      )}
      {task && (
        <span title={t('run.task')}>
          <Icon name={task.done ? 'check' : 'plus'} />
          <span class="unseen">{t(task.done ? 'round.task.done' : 'run.task')}: </span>
          {task.words}
        </span>
      )}
    </p>
  );
}
