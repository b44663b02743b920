import { route } from '../kernel/route.ts';
import type * as C from './missing.contract.ts';

type OfMissing = { missingId: string };

export const reportMissing = route<{ params: { patientId: string }; body: C.ReportMissingBody; answer: C.MissingAnswer }>()(
  'POST',
  '/patients/:patientId/missing',
);
export const listMissing = route<{ query: C.MissingQuery; answer: C.MissingListAnswer }>()('GET', '/missing');
export const readMissing = route<{ params: OfMissing; answer: C.MissingAnswer }>()('GET', '/missing/:missingId');
export const printMissingReport = route<{ params: OfMissing; answer: C.MissingPage }>()('GET', '/missing/:missingId/report');
export const printMissingSheet = route<{ params: OfMissing; answer: C.MissingPage }>()('GET', '/missing/:missingId/sheet');
export const markReportSent = route<{ params: OfMissing; body: C.MarkSentBody; answer: C.MissingAnswer }>()(
  'POST',
  '/missing/:missingId/sent',
);
export const recordFound = route<{ params: OfMissing; body: C.RecordFoundBody; answer: C.MissingAnswer }>()(
  'POST',
  '/missing/:missingId/found',
);
