import { route } from '../kernel/route.ts';
import type * as C from './guardians.contract.ts';

/** Guardians and helpers, former ones too. */
export const listGuardians = route<{ params: C.PatientParams; answer: C.GuardiansAnswer }>()('GET', '/patients/:patientId/guardians');
/** A guardian from a day on: beside the others, or in the place of one. */
export const appointGuardian = route<{ params: C.PatientParams; body: C.AppointGuardianBody; answer: C.GuardianAppointed }>()(
  'POST',
  '/patients/:patientId/guardians',
);
export const endGuardianship = route<{ params: C.GuardianshipParams; body: C.EndGuardianshipBody }>()(
  'POST',
  '/patients/:patientId/guardianships/:guardianshipId/end',
);
/** Whom the tasks go to from now on. */
export const makeGuardianPrimary = route<{ params: C.GuardianshipParams }>()(
  'POST',
  '/patients/:patientId/guardianships/:guardianshipId/primary',
);
/** Somebody who may act for a guardian without a phone. */
export const nameHelper = route<{ params: C.PatientParams; body: C.NameHelperBody; answer: C.HelperNamed }>()(
  'POST',
  '/patients/:patientId/helpers',
);
export const endHelper = route<{ params: C.HelperParams }>()('POST', '/patients/:patientId/helpers/:helperId/end');
