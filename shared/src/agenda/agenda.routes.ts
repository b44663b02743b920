import { route } from '../kernel/route.ts';
import type * as C from './agenda.contract.ts';

export const listTodaysTasks = route<{ query: C.TodayQuery; answer: C.TodayAnswer }>()('GET', '/tasks/today');
export const reportCall = route<{ params: { taskId: string }; body: C.ReportCallBody; answer: C.ReportCallAnswer }>()(
  'POST',
  '/tasks/:taskId/call',
);
