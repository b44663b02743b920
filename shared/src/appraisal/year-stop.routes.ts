import { route } from '../kernel/route.ts';
import type { YearStop } from './appraisal.contract.ts';
import type * as C from './year-stop.contract.ts';

export const proposeYearStop = route<{ params: { appraisalId: string }; body: C.ProposeYearStopBody; answer: YearStop }>()(
  'POST',
  '/appraisals/:appraisalId/year-stop',
);
export const decideYearStop = route<{ params: { stopId: string }; body: C.DecideYearStopBody; answer: YearStop }>()(
  'POST',
  '/year-stops/:stopId/decision',
);
