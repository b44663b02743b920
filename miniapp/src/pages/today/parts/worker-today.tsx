import { View } from '@tarojs/components';
import { listIncidents } from '@guanhu/shared/incidents/incidents.routes';
import { readBlankForm } from '@guanhu/shared/visits/visits.routes';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { ProgressBar } from '../../../ui/progress-bar/progress-bar.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { apart, staffTasks, taskRow, type TaskRow } from '../tasks.ts';
import { useDeepLink } from '../use-deep-link.ts';
import { useTodaysTasks } from '../use-todays-tasks.ts';
import { DecisionsCard } from './decisions-card.tsx';
import { PresencesCard } from './presences-card.tsx';
import { WalkCards } from './walk-cards.tsx';
import { todayWords } from '../../../words/today.ts';

const open = (row: TaskRow) => {
  // What is about no patient is an office's, at the desk.
  if (row.page === 'desk' || row.patientId === null) return;
  // Every page can put the task off.
  const of = { patientId: row.patientId, taskId: row.taskId };
  if (row.page === 'call') goTo('/packages/agenda/call/index', of);
  else if (row.page === 'outcome') goTo('/packages/visits/outcome/index', { visitId: row.causeId ?? '', taskId: row.taskId });
  else if (row.page === 'unlock') goTo('/packages/visits/alert/index', { alertId: row.causeId ?? '', taskId: row.taskId });
  else if (row.page === 'rollCall') goTo('/packages/visits/roll-call/index', { taskId: row.taskId });
  else if (row.page === 'relief') goTo('/packages/relief/application/index', { reliefId: row.causeId ?? '' });
  else if (row.page === 'benefits') goTo('/packages/relief/benefits/index', of);
  else if (row.page === 'application') goTo('/packages/agreements/application/index', { applicationId: row.causeId ?? '' });
  else if (row.page === 'handling') goTo('/packages/incidents/handling/index', { incidentId: row.causeId ?? '', taskId: row.taskId });
  else if (row.page === 'appraisal') goTo('/packages/appraisal/opinion/index', { appraisalId: row.causeId ?? '' });
  else if (row.page === 'case') goTo('/packages/registry/patient/index', { ...of, kind: 'case' });
  else if (row.page === 'medicine') goTo('/packages/medication/medicine/index', of);
  else if (row.page !== 'visit') goTo(`/packages/assessment/${row.page}/index`, of);
  else goTo('/packages/registry/patient/index', of);
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
