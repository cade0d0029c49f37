import type { Line } from '../wire/types.gen';
import { useWords } from '../words/use';
import { useDesk } from './desk';

/** What the pressure made an avatar say, in a word or two. */
export function RemarkTag({ line: { remark, level } }: { line: Line }) {
  const { t } = useWords();
  const { state } = useDesk();
  if (remark === null) return null;
  const all = Math.max(level ?? 1, state.levels.persuasion);
  return <span class="tag remark">{t(`tag.${remark}`, remark === 'push' ? { n: level ?? 1, all } : {})}</span>;
}
