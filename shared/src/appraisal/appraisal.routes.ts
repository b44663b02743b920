import { route } from '../kernel/route.ts';
import type * as C from './appraisal.contract.ts';

export const listAppraisals = route<{ query: C.ListAppraisalsQuery; answer: C.AppraisalPage }>()('GET', '/appraisals');
export const readAppraisal = route<{ params: { appraisalId: string }; answer: C.AppraisalDetail }>()('GET', '/appraisals/:appraisalId');
export const giveOpinion = route<{ params: { appraisalId: string }; body: C.GiveOpinionBody; answer: C.OpinionAnswer }>()(
  'POST',
  '/appraisals/:appraisalId/opinions',
);
