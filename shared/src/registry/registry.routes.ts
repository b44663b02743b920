import { route } from '../kernel/route.ts';
import type { IssuedInvitation } from '../access/access.contract.ts';
import type * as C from './registry.contract.ts';

/** The files the reader answers for: by post over an area, or by a seat on the team. */
export const listPatients = route<{ query: C.PatientsQuery; answer: C.PatientsPage }>()('GET', '/patients');
/** Those among them whose name is meant by what was typed. */
export const searchPatients = route<{ body: C.SearchPatientsBody; answer: C.PatientsPage }>()('POST', '/patients/search');
/** One file. */
export const readPatient = route<{ params: C.PatientParams; answer: C.PatientFile }>()('GET', '/patients/:patientId');
/** A new code for a guardian, to be given in person by the office that knows the family. */
export const inviteGuardian = route<{ params: C.GuardianParams; answer: IssuedInvitation }>()(
  'POST',
  '/patients/:patientId/guardians/:personId/invitations',
);
/** The people a guardian looks after, without a name: their screens may be seen by others. */
export const listWards = route<{ answer: C.Wards }>()('GET', '/wards');
