import type { DoneRecord, QuickDone } from './visit-record.terms.ts';

/** 随访形式 3 电话, 随访对象 1 本人. */
const BY_TELEPHONE = 3;
const THE_PATIENT = 1;

/** Whether the patient answered for themselves, in whatever form. */
export const talkedToPatient = ({ respondents }: Pick<DoneRecord | QuickDone, 'respondents'>): boolean => respondents.includes(THE_PATIENT);

/** Whether the patient was seen face to face (面访): there in person, and not on the telephone. */
export const metInPerson = (record: Pick<DoneRecord | QuickDone, 'respondents' | 'form'>): boolean =>
  talkedToPatient(record) && record.form !== BY_TELEPHONE;
