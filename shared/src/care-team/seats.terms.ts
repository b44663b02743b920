import type { FieldRole } from '../access/post.rules.ts';
import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/care-team.ts';

/** The eight posts of a one-person-one-team (一人一专班), in the order of the responsibility list. A guardian's seat is a guardianship. */
export const SEATS = ['lead', 'police', 'securityOfficer', 'doctor', 'rehabCoordinator', 'civilAffairs', 'gridWorker', 'guardian'] as const;
export type Seat = (typeof SEATS)[number];
/** The seats that staff hold. */
export type StaffSeat = Exclude<Seat, 'guardian'>;

export const SEAT_LABELS: Readonly<Record<Seat, string>> = inLanguage(
  {
    lead: '组长',
    police: '驻村民警',
    securityOfficer: '综治专干',
    doctor: '精防医生',
    rehabCoordinator: '康复协调员',
    civilAffairs: '民政干部',
    gridWorker: '网格员',
    guardian: '监护人',
  },
  { en: en.SEAT_LABELS },
);

/** As whom a task is done: in a seat around the patient, or for an office, which is none and follows the posts. */
export const TASK_SEATS = [...SEATS, 'office'] as const;
export type TaskSeat = (typeof TASK_SEATS)[number];
export const TASK_SEAT_LABELS: Readonly<Record<TaskSeat, string>> = {
  ...SEAT_LABELS,
  ...inLanguage({ office: '办公室' }, { en: en.NO_SEAT }),
};

/** The role that a holder of the seat has in the access room. */
export const SEAT_ROLES: Readonly<Record<StaffSeat, FieldRole>> = {
  lead: 'villageLead',
  police: 'communityPolice',
  securityOfficer: 'securityOfficer',
  doctor: 'mentalHealthDoctor',
  rehabCoordinator: 'rehabCoordinator',
  civilAffairs: 'civilAffairsCadre',
  gridWorker: 'gridWorker',
};

/** Seats whose holder is sent by a township office and therefore serves several villages. */
export const TOWNSHIP_SEATS: ReadonlySet<Seat> = new Set<Seat>(['police', 'doctor', 'rehabCoordinator', 'civilAffairs']);
