import { route } from '../kernel/route.ts';
import type * as C from './finance.contract.ts';

export const readOutlook = route<{ answer: C.Outlook }>()('GET', '/funds/outlook');
export const downloadBatchReport = route<{ params: { batchId: string }; body: C.BatchReportBody; answer: C.BatchReport }>()(
  'POST',
  '/batches/:batchId/report',
);
export const readPublicNotice = route<{ params: { batchId: string }; answer: C.PublicNotice }>()('GET', '/batches/:batchId/notice');
export const publishNotice = route<{ params: { batchId: string }; answer: C.PublicNotice }>()('POST', '/batches/:batchId/notice');
export const openBudgetLine = route<{ body: C.OpenBudgetLineBody; answer: C.BudgetLineRef }>()('POST', '/funds/lines');
export const planBudgetLine = route<{ params: { lineId: string }; body: C.PlanBudgetLineBody; answer: C.BudgetLineRef }>()(
  'POST',
  '/funds/lines/:lineId/plan',
);
