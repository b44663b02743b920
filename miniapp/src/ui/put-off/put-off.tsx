import { goTo } from '../../platform/navigate';
import { BigButton } from '../button/big-button.tsx';
import { uiWords } from '../../words/ui.ts';

/** Under whatever a task opens: be reminded of it later, with a reason. Nothing where the page was not opened by a task. */
export function PutOff({ taskId }: { taskId: string | undefined }) {
  if (taskId === undefined || taskId === '') return null;
  return (
    <BigButton look="line" size="small" onTap={() => goTo('/packages/reminders/hold/index', { taskId })}>
      {uiWords.remindLater}
    </BigButton>
  );
}
