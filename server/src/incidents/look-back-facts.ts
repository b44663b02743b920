import type { LookBackFacts } from '@guanhu/shared/incidents/look-back.contract';
import { countFindings, taskFinding } from '@guanhu/shared/incidents/look-back.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Tx } from '../platform/database/database.ts';
import * as store from './look-back.store.ts';

/** What was due, done and missed in the span, as it stands now. */
export async function gatherFacts(tx: Tx, span: { patientId: Id; from: CalendarDate; to: CalendarDate }): Promise<LookBackFacts> {
  const tasks = await store.readTaskFacts(tx, span);
  return {
    tasks: [...countFindings(tasks, span.to)].map(([kind, counts]) => ({ kind, ...counts })),
    missed: tasks
      .filter(task => taskFinding(task, span.to) === 'missed')
      .map(({ kind, seat, dueOn, overdueAfter }) => ({ kind, seat, dueOn, overdueAfter })),
    visits: await store.readVisitFacts(tx, span),
    medicine: await store.readMedicineFacts(tx, span),
    ratings: await store.readRatingFacts(tx, span),
    exams: await store.readExamFacts(tx, span),
    incidents: await store.readIncidentFacts(tx, span),
    turns: await store.readTurnFacts(tx, span),
  };
}
