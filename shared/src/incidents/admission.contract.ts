import { z } from 'zod';
import { contract, Day, IdText, Instant, keysOf, PageOf, PageQuery, Version, Words } from '../kernel/contract.ts';
import { PATIENT_STATES, type PatientState } from '../registry/registry.terms.ts';
import * as routes from './admission.routes.ts';
import {
  ADMISSION_GROUND_KEYS,
  ADMISSION_SIGNER_KEYS,
  ADMISSION_STATE_KEYS,
  ADMISSION_STEPS,
  DISCHARGE_REASON_KEYS,
  REDIAGNOSIS_STEP_KEYS,
  STAY_END_KEYS,
  type AdmissionStep,
} from './admission.terms.ts';

const Ground = z.enum(ADMISSION_GROUND_KEYS);
const RecordAdmission = z.strictObject({
  admissionId: IdText,
  incidentId: IdText.optional(),
  /** The state of the file that was read. */
  from: keysOf<PatientState>(PATIENT_STATES),
  on: Day,
  /** On what ground; without one the answer is a refusal that says which there are. */
  ground: Ground.nullable(),
  hospital: Words(100),
  signedBy: z.enum(ADMISSION_SIGNER_KEYS),
  signerName: Words(50),
  /** Danger to others: the day on which the psychiatrist's conclusion was given to patient and guardian. */
  conclusionOn: Day.nullable(),
  /** Why the guardian does not go through with it, when the committee does. */
  guardianRefused: Words(500).nullable(),
  words: Words(1000).optional(),
});
const RecordRediagnosis = z.strictObject({ version: Version, step: z.enum(REDIAGNOSIS_STEP_KEYS), on: Day, words: Words(1000).optional() });
const Discharge = z.strictObject({
  version: Version,
  on: Day,
  reason: z.enum(DISCHARGE_REASON_KEYS),
  /** What the hospital hands over to the community. */
  diagnosis: Words(500),
  medicine: Words(1000),
  advice: Words(1000),
});
const Receive = z.strictObject({ version: Version, words: Words(500).optional() });

const AdmissionRow = z.object({
  admissionId: IdText,
  patientId: IdText,
  patientName: z.string(),
  villageName: z.string(),
  ground: Ground,
  state: z.enum(ADMISSION_STATE_KEYS),
  admittedOn: Day,
  dischargedOn: Day.nullable(),
});
const Admission = AdmissionRow.extend({
  incidentId: IdText.nullable(),
  version: Version,
  /** Until when another diagnosis can be asked for; null where the law knows none. */
  rediagnosisUntil: Day.nullable(),
  hospital: z.string(),
  /** Whether the county names it as one to which patients are taken; null where it names none. */
  designated: z.boolean().nullable(),
  signedBy: z.enum(ADMISSION_SIGNER_KEYS),
  signerName: z.string(),
  conclusionOn: Day.nullable(),
  guardianRefused: z.string().nullable(),
  words: z.string().nullable(),
  /** What the hospital handed over; null while the patient is there. */
  handover: z.object({ reason: z.enum(STAY_END_KEYS), diagnosis: z.string(), medicine: z.string(), advice: z.string() }).nullable(),
  events: z.array(
    z.object({
      step: keysOf<AdmissionStep>(ADMISSION_STEPS),
      on: Day,
      recordedAt: Instant,
      byName: z.string(),
      words: z.string().nullable(),
    }),
  ),
  /** What can come next. */
  mayStep: z.array(keysOf<AdmissionStep>(ADMISSION_STEPS)),
  mayDischargeFor: z.array(z.enum(DISCHARGE_REASON_KEYS)),
}).meta({ id: 'Admission' });
const AdmissionsQuery = PageQuery.extend({ state: z.enum(ADMISSION_STATE_KEYS).optional() });
const ofAdmission = z.strictObject({ admissionId: IdText });
const ofPatient = z.strictObject({ patientId: IdText });

export const recordAdmissionContract = contract({
  route: routes.recordAdmission,
  summary: 'Record an admission on one of the grounds that the law knows; it orders nothing, and without a ground nothing is recorded',
  door: 'admission:record',
  params: ofPatient,
  body: RecordAdmission,
  answer: Admission,
  refusals: [
    'ADMISSION_GROUND_NEEDED',
    'ADMISSION_NEEDS_PATIENT',
    'ADMISSION_NEEDS_GUARDIAN',
    'ADMISSION_NEEDS_DIAGNOSIS',
    'ADMISSION_GUARDIAN_FIRST',
    'ADMISSION_GOES_ON',
    'ADMISSION_DAY_WRONG',
    'PATIENT_STATE_NOT_ALLOWED',
    'PATIENT_STATE_DAY_NOT_ALLOWED',
    'STALE',
  ],
  once: true,
});
export const listAdmissionsContract = contract({
  route: routes.listAdmissions,
  summary: 'Stays in hospital of the reader’s patients, newest first',
  door: 'admission:read',
  query: AdmissionsQuery,
  answer: PageOf(AdmissionRow),
  refusals: [],
});
export const readAdmissionContract = contract({
  route: routes.readAdmission,
  summary: 'One stay in hospital',
  door: 'admission:read',
  params: ofAdmission,
  answer: Admission,
  refusals: [],
});
export const recordRediagnosisContract = contract({
  route: routes.recordRediagnosis,
  summary: 'Another diagnosis was asked for within three days, confirmed, or did not confirm',
  door: 'admission:record',
  params: ofAdmission,
  body: RecordRediagnosis,
  answer: Admission,
  refusals: ['ADMISSION_MOVE_NOT_ALLOWED', 'ADMISSION_DAY_WRONG', 'REDIAGNOSIS_TOO_LATE', 'STALE'],
  once: true,
});
export const dischargePatientContract = contract({
  route: routes.dischargePatient,
  summary:
    'The patient left hospital: tasks go on, the first visit comes within the policy’s days, and the doctor is to receive what was handed over',
  door: 'admission:record',
  params: ofAdmission,
  body: Discharge,
  answer: Admission,
  refusals: ['ADMISSION_MOVE_NOT_ALLOWED', 'ADMISSION_DAY_WRONG', 'DISCHARGE_REASON_WRONG', 'PATIENT_STATE_DAY_NOT_ALLOWED', 'STALE'],
  once: true,
});
export const receiveDischargedContract = contract({
  route: routes.receiveDischarged,
  summary: 'The doctor has received what the hospital handed over',
  door: 'admission:receive',
  params: ofAdmission,
  body: Receive,
  answer: Admission,
  refusals: ['ADMISSION_MOVE_NOT_ALLOWED', 'STALE'],
  once: true,
});

export type RecordAdmissionBody = z.input<typeof RecordAdmission>;
export type AdmissionsQuery = z.input<typeof AdmissionsQuery>;
export type AdmissionsAnswer = { rows: z.infer<typeof AdmissionRow>[]; next: string | null };
export type AdmissionAnswer = z.infer<typeof Admission>;
export type RecordRediagnosisBody = z.input<typeof RecordRediagnosis>;
export type DischargeBody = z.input<typeof Discharge>;
export type ReceiveBody = z.input<typeof Receive>;
