import { route } from '../kernel/route.ts';
import type * as C from './file.contract.ts';
import type { PatientParams } from './registry.contract.ts';

/** The whole record of a person. */
export const readRecord = route<{ params: PatientParams; answer: C.RecordAnswer }>()('GET', '/patients/:patientId/record');
/** Sets fields of the record; old and new values are kept. */
export const writeRecord = route<{ params: PatientParams; body: C.WriteRecordBody; answer: C.RecordWritten }>()(
  'PUT',
  '/patients/:patientId/record',
);
/** Who did what to the file, newest first, with old and new values. */
export const readFileHistory = route<{ params: PatientParams; query: C.HistoryQuery; answer: C.HistoryPage }>()(
  'GET',
  '/patients/:patientId/history',
);
/** Files that may be of this person. A question that names people stands in a body, never in a URL. */
export const findDuplicates = route<{ body: C.DuplicatesBody; answer: C.Duplicates }>()('POST', '/patients/duplicates');
/** Opens a file by hand. */
export const createPatient = route<{ body: C.CreatePatientBody; answer: C.CreatedPatient }>()('POST', '/patients');
/** Where the file with exactly this document is kept: for the county, when a township is told that there is one. */
export const locatePatient = route<{ body: C.LocateBody; answer: C.Located }>()('POST', '/patients/lookups');
