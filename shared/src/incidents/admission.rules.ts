import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { PatientState } from '../registry/registry.terms.ts';
import type { AdmissionGround, AdmissionSigner, AdmissionState, AdmissionStep, DischargeReason, StayEnd } from './admission.terms.ts';

/** Days after the conclusion within which another diagnosis can be asked for: Mental Health Law, Art. 32. Law, not policy. */
const REDIAGNOSIS_DAYS = 3;

export type AdmissionAsked = {
  /** Null: nobody said which. */
  readonly ground: AdmissionGround | null;
  readonly signedBy: AdmissionSigner;
  /** The day on which the psychiatrist's conclusion was given to patient and guardian. */
  readonly conclusionOn: CalendarDate | null;
  /** Why the guardian does not go through with it, when the committee does. */
  readonly guardianRefused: string | null;
};

/**
 * Whether an admission may be recorded on this ground (Mental Health Law, Art. 28–36). It records what people decided under the law; it is
 * not an order. @returns until when another diagnosis can be asked for; null where the law knows none
 */
export function decideAdmission({ ground, signedBy, conclusionOn, guardianRefused }: AdmissionAsked): Decision<CalendarDate | null> {
  switch (ground) {
    case null:
      return refuse('ADMISSION_GROUND_NEEDED');
    case 'voluntary':
      return signedBy === 'patient' ? grant(null) : refuse('ADMISSION_NEEDS_PATIENT');
    case 'dangerToSelf':
      // Nobody signs for a guardian who does not consent.
      return signedBy === 'guardian' ? grant(null) : refuse('ADMISSION_NEEDS_GUARDIAN');
    case 'dangerToOthers':
      if (conclusionOn === null) return refuse('ADMISSION_NEEDS_DIAGNOSIS');
      if (signedBy === 'patient' || (signedBy === 'committee' && guardianRefused === null)) return refuse('ADMISSION_GUARDIAN_FIRST');
      return grant(addDays(conclusionOn, REDIAGNOSIS_DAYS));
  }
}

/**
 * Whether somebody was taken to a hospital that the county names; null where it names none. It is written down and holds nobody up: in need
 * the nearest hospital is the right one.
 */
export const isDesignated = (hospital: string, named: readonly string[]): boolean | null =>
  named.length === 0 ? null : named.some(name => name.trim() === hospital.trim());

/** The whole life of a stay. What is not here cannot happen. */
const MOVES: { readonly [S in AdmissionState]: { readonly [T in AdmissionStep]?: AdmissionState } } = {
  inHospital: { askRediagnosis: 'rediagnosing', discharge: 'discharged' },
  rediagnosing: { confirm: 'confirmed', notConfirm: 'toRelease', discharge: 'discharged' },
  confirmed: { discharge: 'discharged' },
  // Art. 35: whoever is not confirmed may not be kept.
  toRelease: { discharge: 'discharged' },
  discharged: { receive: 'received' },
  received: {},
  ended: {},
};

/** The steps that can come next, in the order of a menu. */
export const nextSteps = (state: AdmissionState): readonly AdmissionStep[] => Object.keys(MOVES[state]) as AdmissionStep[];

export const isInHospital = (state: AdmissionState): boolean => state !== 'discharged' && state !== 'received' && state !== 'ended';

/**
 * How an open stay ends because of the state that the file is in now; null while it goes on. A visit may find somebody at home: then the
 * hospital's words are still to come, and the doctor is asked to receive the patient. Whoever has died or moved away is received by nobody.
 */
export function stayEndedBy(state: PatientState): { readonly end: StayEnd; readonly state: AdmissionState } | null {
  if (state === 'inCare') return { end: 'visit', state: 'discharged' };
  if (state === 'deceased') return { end: 'death', state: 'ended' };
  return state === 'movedOut' ? { end: 'left', state: 'ended' } : null;
}

/** Whether an office may turn the life while a stay is open: only where no discharge could be recorded any more. */
export const turnsDuringStay = (to: PatientState): boolean => stayEndedBy(to)?.state === 'ended';

type AdmissionMove = {
  readonly state: AdmissionState;
  readonly step: AdmissionStep;
  readonly on: CalendarDate;
  /** The day of the step before. */
  readonly since: CalendarDate;
  readonly today: CalendarDate;
  readonly rediagnosisUntil: CalendarDate | null;
};

/** Where the step leads. Steps follow each other in time; another diagnosis is asked for within the law's days, and only in its case. */
export function moveAdmission({ state, step, on, since, today, rediagnosisUntil }: AdmissionMove): Decision<AdmissionState> {
  const to = MOVES[state][step];
  if (to === undefined) return refuse('ADMISSION_MOVE_NOT_ALLOWED');
  if (on > today || on < since) return refuse('ADMISSION_DAY_WRONG');
  if (step !== 'askRediagnosis') return grant(to);
  if (rediagnosisUntil === null) return refuse('ADMISSION_MOVE_NOT_ALLOWED');
  return on > rediagnosisUntil ? refuse('REDIAGNOSIS_TOO_LATE') : grant(to);
}

/**
 * Why a stay can end: at any time because the hospital says so; because a voluntary patient asks for it; because the guardian does, in the
 * case of danger to self only (Art. 44); and because another diagnosis did not confirm it, which is then the only reason.
 */
export function dischargeReasons(ground: AdmissionGround, state: AdmissionState): readonly DischargeReason[] {
  if (!isInHospital(state)) return [];
  if (state === 'toRelease') return ['notConfirmed'];
  const asked: readonly DischargeReason[] = ground === 'voluntary' ? ['patientAsked'] : ground === 'dangerToSelf' ? ['guardianAsked'] : [];
  return ['better', ...asked, 'moved'];
}
