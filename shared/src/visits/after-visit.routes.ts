import { route } from '../kernel/route.ts';
import type * as C from './after-visit.contract.ts';

type OfReferral = { referralId: string };
type OfAlert = { alertId: string };
type OfConcern = { concernId: string };
type OfReport = { reportId: string };

export const listReferrals = route<{ query: C.ReferralsQuery; answer: C.ReferralsAnswer }>()('GET', '/referrals');
export const readReferral = route<{ params: OfReferral; answer: C.ReferralAnswer }>()('GET', '/referrals/:referralId');
export const moveReferral = route<{ params: OfReferral; body: C.MoveReferralBody; answer: C.ReferralAnswer }>()(
  'POST',
  '/referrals/:referralId/steps',
);
export const listAlerts = route<{ query: C.OpenClosedQuery; answer: C.AlertsAnswer }>()('GET', '/rights-alerts');
export const readAlert = route<{ params: OfAlert; answer: C.AlertAnswer }>()('GET', '/rights-alerts/:alertId');
export const closeAlert = route<{ params: OfAlert; body: C.CloseAlertBody; answer: C.AlertAnswer }>()(
  'POST',
  '/rights-alerts/:alertId/close',
);
export const reportConcern = route<{ params: { patientId: string }; body: C.ReportConcernBody; answer: C.ConcernReportedAnswer }>()(
  'POST',
  '/patients/:patientId/concerns',
);
export const listConcerns = route<{ query: C.OpenClosedQuery; answer: C.ConcernsAnswer }>()('GET', '/concerns');
export const readConcern = route<{ params: OfConcern; answer: C.ConcernAnswer }>()('GET', '/concerns/:concernId');
export const closeConcern = route<{ params: OfConcern; body: C.CloseConcernBody; answer: C.ConcernAnswer }>()(
  'POST',
  '/concerns/:concernId/close',
);
export const listLostReports = route<{ query: C.LostReportsQuery; answer: C.LostReportsAnswer }>()('GET', '/lost-reports');
export const readLostReport = route<{ params: OfReport; answer: C.LostReportAnswer }>()('GET', '/lost-reports/:reportId');
export const issueLostReport = route<{ params: OfReport; body: C.IssueLostReportBody; answer: C.LostReportAnswer }>()(
  'POST',
  '/lost-reports/:reportId/issue',
);
