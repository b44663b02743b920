import { route } from '../kernel/route.ts';
import type * as C from './special-period.contract.ts';

type OfPatient = { patientId: string };

export const listPeriods = route<{ query: C.PeriodsQuery; answer: C.PeriodsPage }>()('GET', '/special-periods');
export const offerPeriod = route<{ params: { areaId: string }; answer: C.PeriodOffer }>()('GET', '/areas/:areaId/special-period-offer');
export const proposePeriod = route<{ body: C.ProposePeriodBody; answer: C.PeriodRef }>()('POST', '/special-periods');
export const decidePeriod = route<{ params: C.PeriodParams; body: C.DecidePeriodBody; answer: C.PeriodRef }>()(
  'POST',
  '/special-periods/:periodId/decide',
);
export const endPeriod = route<{ params: C.PeriodParams; body: C.EndPeriodBody; answer: C.PeriodRef }>()(
  'POST',
  '/special-periods/:periodId/end',
);
export const listPatientPeriods = route<{ params: OfPatient; answer: C.MembershipsAnswer }>()(
  'GET',
  '/patients/:patientId/special-periods',
);
export const listPeriodMembers = route<{ params: C.PeriodParams; query: C.PeriodsQuery; answer: C.PeriodMembersPage }>()(
  'GET',
  '/special-periods/:periodId/members',
);
/** The daily roll-call. */
export const readRollCallBoard = route<{ query: C.BoardQuery; answer: C.RollCallBoard }>()('GET', '/roll-call');
export const listRollCallPersons = route<{ query: C.RollCallPersonsQuery; answer: C.RollCallPersonsPage }>()('GET', '/roll-call/persons');
export const readMyRollCall = route<{ answer: C.MyRollCall }>()('GET', '/my/roll-call');
export const markRollCall = route<{ params: OfPatient; body: C.MarkBody; answer: C.MarkAnswer }>()(
  'POST',
  '/patients/:patientId/roll-call',
);
