import { route } from '../kernel/route.ts';
import type * as C from './finance.contract.ts';

export const readOutlook = route<{ answer: C.Outlook }>()('GET', '/funds/outlook');
export const downloadBatchReport = route<{ params: { batchId: string }; body: C.BatchReportBody; answer: C.BatchReport }>()(
  'POST',
  '/batches/:batchId/report',
);
export const readPublicNotice = route<{ params: { batchId: string }; answer: C.PublicNotice }>()('GET', '/batches/:batchId/notice');
