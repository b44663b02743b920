import type { TaskSeat } from '../care-team/seats.terms.ts';
import type { CallReason, TaskKind } from './agenda.terms.ts';

/**
 * What goes on around a patient, part by part. A state of life and a consent let parts go on or pause; every task belongs to one part,
 * and lives while that part goes on. A file without any part is closed.
 */
export const CARE_PARTS = {
  clinical: '医生随访',
  watch: '村级小组走访',
  telephone: '电话随访',
  medication: '服药确认',
  contact: '有情况时联系',
} as const;
export type CarePart = keyof typeof CARE_PARTS;

/** The doctor's visits are clinical follow-up; those of the others are the care group keeping watch. */
const VISIT_PART = (seat: TaskSeat): CarePart => (seat === 'doctor' ? 'clinical' : 'watch');

export const CALL_PARTS = {
  medicationSilence: 'medication',
  medicineNotTaken: 'medication',
  followUp: 'telephone',
  messageNotSent: 'contact',
  claimNotTold: 'contact',
  incident: 'contact',
  rollCallMissing: 'watch',
  visitHelp: 'contact',
} as const satisfies Record<CallReason, CarePart>;

/** Kinds of one part; visits are of their seat's, calls of their reason's. */
export const KIND_PARTS = {
  medicationConfirmation: 'medication',
  visit: 'bySeat',
  call: 'byReason',
  caseReview: 'contact',
  riskReview: 'clinical',
  healthExam: 'clinical',
  outcome: 'contact',
  unlock: 'contact',
  injection: 'medication',
  refill: 'medication',
  rollCall: 'watch',
  incidentRecord: 'contact',
  observation: 'contact',
  rediagnosis: 'contact',
  dischargeReceipt: 'contact',
  search: 'contact',
  appraisal: 'contact',
  applicationReview: 'contact',
  applicationOpinion: 'contact',
  relief: 'contact',
  reliefRenewal: 'contact',
  // Of the office: they follow no care, whatever becomes of the patient.
  concernReview: 'contact',
  openingReview: 'contact',
  meetingDue: 'contact',
  meetingDecision: 'contact',
  supervision: 'contact',
  legalMatter: 'contact',
  exchangeList: 'contact',
  guidance: 'contact',
  villageRound: 'contact',
} as const satisfies Record<TaskKind, CarePart | 'bySeat' | 'byReason'>;

/** Kinds, and reasons to call, that are about one day: paused past it they are over. Everything else waits, and gets a new date where it has one. */
export const OF_ONE_DAY: readonly (TaskKind | CallReason)[] = [
  'medicationConfirmation',
  'medicationSilence',
  'rollCall',
  'rollCallMissing',
];

/** The part of care that a task belongs to. Planning SQL is built from the same tables. */
export function partOf({ kind, seat, reason }: { kind: TaskKind; seat: TaskSeat; reason: CallReason | null }): CarePart {
  const part = KIND_PARTS[kind];
  if (part === 'bySeat') return VISIT_PART(seat);
  return part === 'byReason' ? CALL_PARTS[reason ?? 'incident'] : part;
}
