import { route } from '../kernel/route.ts';
import type * as C from './agenda.contract.ts';

export const listTodaysTasks = route<{ query: C.TodayQuery; answer: C.TodayAnswer }>()('GET', '/tasks/today');
/** What the reader finished this month, and how much of it in time. */
export const readMyMonth = route<{ answer: C.MyMonthAnswer }>()('GET', '/tasks/my-month');
export const reportCall = route<{ params: { taskId: string }; body: C.ReportCallBody; answer: C.ReportCallAnswer }>()(
  'POST',
  '/tasks/:taskId/call',
);
