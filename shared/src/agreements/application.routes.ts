import { route } from '../kernel/route.ts';
import type * as C from './application.contract.ts';

type One = { applicationId: string };

export const makeApplication = route<{ params: { patientId: string }; body: C.MakeApplicationBody; answer: C.ApplicationDetail }>()(
  'POST',
  '/patients/:patientId/reward-applications',
);
export const keepRewardPaper = route<{ params: { patientId: string }; body: C.KeepPaperBody; answer: C.PaperKept }>()(
  'POST',
  '/patients/:patientId/reward-papers',
);
export const listApplications = route<{ query: C.ListApplicationsQuery; answer: C.ApplicationPage }>()('GET', '/reward-applications');
export const myApplications = route<{ answer: C.MyApplications }>()('GET', '/my/reward-applications');
export const readApplication = route<{ params: One; answer: C.ApplicationDetail }>()('GET', '/reward-applications/:applicationId');
export const readRewardPaper = route<{ params: One & { attachmentId: string } }>()(
  'GET',
  '/reward-applications/:applicationId/papers/:attachmentId',
);
export const readApplicationVoice = route<{ params: One & { stepId: string } }>()(
  'GET',
  '/reward-applications/:applicationId/steps/:stepId/voice',
);
export const reviewInVillage = route<{ params: One; body: C.StageBody; answer: C.ApplicationDetail }>()(
  'POST',
  '/reward-applications/:applicationId/village-review',
);
export const giveDepartmentOpinion = route<{ params: One; body: C.DepartmentOpinionBody; answer: C.ApplicationDetail }>()(
  'POST',
  '/reward-applications/:applicationId/opinions',
);
export const concludeInTownship = route<{ params: One; body: C.StageBody; answer: C.ApplicationDetail }>()(
  'POST',
  '/reward-applications/:applicationId/township-review',
);
export const approveInCounty = route<{ params: One; body: C.StageBody; answer: C.ApplicationDetail }>()(
  'POST',
  '/reward-applications/:applicationId/county-approval',
);
export const resubmitApplication = route<{ params: One; body: C.ResubmitBody; answer: C.ApplicationDetail }>()(
  'POST',
  '/reward-applications/:applicationId/resubmit',
);
export const withdrawApplication = route<{ params: One; body: C.WithdrawBody; answer: C.ApplicationDetail }>()(
  'POST',
  '/reward-applications/:applicationId/withdraw',
);
export const objectToRefusal = route<{ params: One; body: C.ObjectBody; answer: C.ApplicationDetail }>()(
  'POST',
  '/reward-applications/:applicationId/objection',
);
export const answerObjection = route<{ params: One; body: C.AnswerObjectionBody; answer: C.ApplicationDetail }>()(
  'POST',
  '/reward-applications/:applicationId/objection-answer',
);
