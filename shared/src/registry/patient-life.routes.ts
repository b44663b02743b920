import { route } from '../kernel/route.ts';
import type * as C from './patient-life.contract.ts';

/** The state of a file, what goes on in it, where it can go, and how it came there. */
export const readLife = route<{ params: C.PatientParams; query: C.LifeQuery; answer: C.LifeAnswer }>()('GET', '/patients/:patientId/life');
export const changeState = route<{ params: C.PatientParams; body: C.ChangeStateBody; answer: C.StateChanged }>()(
  'POST',
  '/patients/:patientId/life',
);
