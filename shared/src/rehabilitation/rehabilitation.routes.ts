import { route } from '../kernel/route.ts';
import type * as C from './rehabilitation.contract.ts';

type OfPatient = { patientId: string };

/** Community rehabilitation: programmes with those who take part, and what was held of them. */
export const listProgrammes = route<{ query: C.ProgrammesQuery; answer: C.ProgrammesPage }>()('GET', '/rehab/programmes');
export const openProgramme = route<{ body: C.OpenProgrammeBody; answer: C.RehabRef }>()('POST', '/rehab/programmes');
export const readProgramme = route<{ params: C.ProgrammeParams; answer: C.Programme }>()('GET', '/rehab/programmes/:programmeId');
export const endProgramme = route<{ params: C.ProgrammeParams; body: C.EndBody; answer: C.RehabRef }>()(
  'POST',
  '/rehab/programmes/:programmeId/end',
);
export const logSession = route<{ params: C.ProgrammeParams; body: C.LogSessionBody; answer: C.RehabRef }>()(
  'POST',
  '/rehab/programmes/:programmeId/sessions',
);
export const joinProgramme = route<{ params: OfPatient; body: C.JoinProgrammeBody; answer: C.RehabRef }>()(
  'POST',
  '/patients/:patientId/rehab',
);
/** What one person takes part in, and their work. */
export const readRehabOfPatient = route<{ params: C.PatientParams; answer: C.RehabOfPatient }>()('GET', '/patients/:patientId/rehab');
export const leaveProgramme = route<{ params: C.ParticipantParams; body: C.LeaveProgrammeBody; answer: C.RehabRef }>()(
  'POST',
  '/rehab/participants/:participantId/end',
);
/** Who came home from hospital and is in no programme yet. */
export const listComingHome = route<{ query: C.ComingHomeQuery; answer: C.ComingHomePage }>()('GET', '/rehab/coming-home');
/** Who was referred to the community and waits to be taken in. */
export const listReferred = route<{ query: C.ReferredQuery; answer: C.ReferredPage }>()('GET', '/rehab/referrals');

/** Who works, and where. */
export const listEmployment = route<{ query: C.EmploymentQuery; answer: C.EmploymentPage }>()('GET', '/rehab/employment');
export const recordEmployment = route<{ params: OfPatient; body: C.RecordEmploymentBody; answer: C.RehabRef }>()(
  'POST',
  '/patients/:patientId/employment',
);
export const endEmployment = route<{ params: C.EmploymentParams; body: C.EndBody; answer: C.RehabRef }>()(
  'POST',
  '/rehab/employment/:employmentId/end',
);

/** The team of families that help others. */
export const listVolunteers = route<{ query: C.VolunteersQuery; answer: C.VolunteersPage }>()('GET', '/rehab/volunteers');
export const addVolunteer = route<{ body: C.AddVolunteerBody; answer: C.RehabRef }>()('POST', '/rehab/volunteers');
export const endVolunteer = route<{ params: C.VolunteerParams; body: C.EndBody; answer: C.RehabRef }>()(
  'POST',
  '/rehab/volunteers/:volunteerId/end',
);
