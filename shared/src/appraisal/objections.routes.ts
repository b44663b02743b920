import { route } from '../kernel/route.ts';
import type * as C from './objections.contract.ts';

type OfAppraisal = { appraisalId: string };
type OfObjection = { objectionId: string };

export const makeObjection = route<{ params: OfAppraisal; body: C.MakeObjectionBody; answer: C.ObjectionMade }>()(
  'POST',
  '/appraisals/:appraisalId/objections',
);
export const recordObjection = route<{ params: OfAppraisal; body: C.MakeObjectionBody; answer: C.ObjectionMade }>()(
  'POST',
  '/appraisals/:appraisalId/objections/for-guardian',
);
export const listObjections = route<{ query: C.ListObjectionsQuery; answer: C.ObjectionPage }>()('GET', '/objections');
export const readObjection = route<{ params: OfObjection; answer: C.ObjectionDetail }>()('GET', '/objections/:objectionId');
export const answerObjection = route<{ params: OfObjection; body: C.AnswerObjectionBody; answer: C.ObjectionDetail }>()(
  'POST',
  '/objections/:objectionId/answer',
);
export const readObjectionVoice = route<{ params: OfObjection }>()('GET', '/objections/:objectionId/voice');
export const recordTraining = route<{ params: OfAppraisal; body: C.RecordTrainingBody; answer: C.TrainingRecorded }>()(
  'POST',
  '/appraisals/:appraisalId/trainings',
);
