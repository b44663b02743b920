import { route } from '../kernel/route.ts';
import type * as C from './assessment.contract.ts';

type OfPatient = { patientId: string };

export const readStanding = route<{ params: OfPatient; answer: C.StandingAnswer }>()('GET', '/patients/:patientId/standing');
export const listAssessments = route<{ params: OfPatient; query: C.AssessmentsQuery; answer: C.AssessmentsAnswer }>()(
  'GET',
  '/patients/:patientId/assessments',
);
export const recordRiskReview = route<{ params: OfPatient; body: C.RiskReviewBody; answer: C.RiskReviewAnswer }>()(
  'POST',
  '/patients/:patientId/risk-reviews',
);
export const recordHealthExam = route<{ params: OfPatient; body: C.HealthExamBody; answer: C.HealthExamAnswer }>()(
  'POST',
  '/patients/:patientId/health-exams',
);
export const listDueAssessments = route<{ query: C.DueAssessmentsQuery; answer: C.DueAssessmentsAnswer }>()('GET', '/assessments/due');
