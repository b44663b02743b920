import { View } from '@tarojs/components';
import { listIncidents } from '@guanhu/shared/incidents/incidents.routes';
import { readBlankForm } from '@guanhu/shared/visits/visits.routes';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { ProgressBar } from '../../../ui/progress-bar/progress-bar.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { taskAddress } from '../task-address.ts';
import { apart, staffTasks, taskRow, type TaskRow } from '../tasks.ts';
import { useDeepLink } from '../use-deep-link.ts';
import { useTodaysTasks } from '../use-todays-tasks.ts';
import { DecisionsCard } from './decisions-card.tsx';
import { PresencesCard } from './presences-card.tsx';
import { WalkCards } from './walk-cards.tsx';
import { todayWords } from '../../../words/today.ts';

const open = (row: TaskRow) => {
  const address = taskAddress(row);
  if (address) goTo(address.page, address.query);
};

/** Who waits for help, then the day's walk with the overdue first, then what waits for a decision. */
export function WorkerToday() {
  const tasks = useTodaysTasks();
  // For the doors behind which there is no signal.
  useRead(readBlankForm, { keep: true });
  const rows = staffTasks(tasks.rows).map(task => taskRow(task, tasks.value?.today ?? task.dueOn));
  useDeepLink(rows, open);
  // Each person's own answer is owed, whoever else has answered.
  const incidents = useRead(listIncidents, { query: { waiting: 'yes' }, keep: true }).value?.rows ?? [];
  if (!tasks.value) return tasks.refusal ? <ErrorState refusal={tasks.refusal} onRetry={() => void tasks.reload()} /> : <Loading />;
  const { doneToday } = tasks.value;
  const { rollCalls, others } = apart(rows);
  const due = rows.filter(row => row.tone !== 'calm').length;
  return (
    <>
      {incidents.map(row => (
        <BigButton
          key={row.incidentId}
          look="danger"
          icon="alert"
          onTap={() => goTo('/packages/incidents/incident/index', { incidentId: row.incidentId })}
        >
          {todayWords.alarmIn(row.villageName)}
        </BigButton>
      ))}
      <Card title={due > 0 ? todayWords.leftToday(due) : todayWords.allDone}>
        <ProgressBar done={doneToday} all={doneToday + due} />
        <View className="gh-note">{todayWords.doneToday(doneToday)}</View>
      </Card>
      {rows.length === 0 && <Empty title={todayWords.nothingDue} sub={todayWords.nothingDueSub} />}
      {rollCalls.length > 0 && (
        <BigButton icon="people" onTap={() => goTo('/packages/visits/roll-call/index', { taskId: rollCalls[0]?.taskId ?? '' })}>
          {todayWords.rollCall(rollCalls.length)}
        </BigButton>
      )}
      <WalkCards rows={others} onOpen={open} />
      <PresencesCard />
      <DecisionsCard />
    </>
  );
}
