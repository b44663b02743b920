import type { CarePart } from '../agenda/care-part.rules.ts';
import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { ConsentDecision } from './consent.terms.ts';
import type { PatientState } from './registry.terms.ts';

/** States of somebody who has a file here and is alive, but not at home. */
const ELSEWHERE = [
  'away',
  'lostToFollowUp',
  'missing',
  'hospitalised',
  'inCustody',
  'compulsoryMedical',
  'compulsoryDrugRehab',
] as const satisfies readonly PatientState[];

/** The whole life of a file: from each state, where it can go. What is not here cannot happen. A death is not taken back. */
const NEXT: { readonly [S in PatientState]: readonly PatientState[] } = {
  suspected: ['registered', 'notConfirmed', 'deceased', 'movedOut'],
  registered: ['inCare', ...ELSEWHERE, 'deceased', 'movedOut'],
  inCare: [...ELSEWHERE, 'deceased', 'movedOut'],
  away: fromElsewhere('away'),
  lostToFollowUp: fromElsewhere('lostToFollowUp'),
  missing: fromElsewhere('missing'),
  hospitalised: fromElsewhere('hospitalised'),
  inCustody: fromElsewhere('inCustody'),
  compulsoryMedical: fromElsewhere('compulsoryMedical'),
  compulsoryDrugRehab: fromElsewhere('compulsoryDrugRehab'),
  deceased: [],
  // Only back to what they left as: see `returnsAs`.
  movedOut: ['suspected', 'registered', 'inCare', 'deceased'],
  // A new suspicion of the same person begins with a new file: this one may have lost its identity.
  notConfirmed: [],
  // Merging and its undoing are decided by two people; they are no turn of a life.
  merged: [],
};

function fromElsewhere(state: (typeof ELSEWHERE)[number]): readonly PatientState[] {
  return ['inCare', ...ELSEWHERE.filter(other => other !== state), 'deceased', 'movedOut'];
}

/**
 * As what somebody can come back who moved away in a state: a suspicion as a suspicion, a diagnosis as a diagnosis. To go away and to come
 * back is no finding of a doctor. Of a file of which nobody knows as what they left, whoever knows them says it.
 */
const returnsAs = (left: PatientState | null): readonly PatientState[] =>
  left === null ? ['suspected', 'registered', 'inCare'] : isDiagnosed(left) ? ['registered', 'inCare'] : ['suspected'];

/** Where a life can go from here, in the order of a menu; `before`: the state that it came from, null when the file was opened in `from`. */
export const nextStates = (from: PatientState, before: PatientState | null): readonly PatientState[] =>
  from === 'movedOut' ? NEXT[from].filter(to => isClosed(to) || returnsAs(before).includes(to)) : NEXT[from];

/** What it takes to record a turn: that a suspicion is confirmed, or is not, is a finding and the doctor's. */
export const turnNeeds = (from: PatientState, to: PatientState): 'suspicion:settle' | 'patient:change-state' =>
  from === 'suspected' && (to === 'registered' || to === 'notConfirmed') ? 'suspicion:settle' : 'patient:change-state';

/** Whether somebody was diagnosed: before that there is neither a band nor an order of medicine, whatever a visit finds. */
export const isDiagnosed = (state: PatientState): boolean => state !== 'suspected' && state !== 'notConfirmed';

/** Whether the file is closed: nothing more is done about the patient here. */
export const isClosed = (state: PatientState): boolean => CARE[state].length === 0;

/** How long ago a change may have happened when it is recorded. */
const LATEST_RECORD_DAYS = 366;

export type StateChange = {
  /** The state before `from`; null when the file was opened in it. */
  readonly before: PatientState | null;
  readonly from: PatientState;
  readonly to: PatientState;
  /** The day on which it happened. */
  readonly on: CalendarDate;
  /** The day of the change before; null when the file was opened in `from`. */
  readonly since: CalendarDate | null;
  readonly today: CalendarDate;
};

/** Whether a life may go on like this. Changes follow each other in time: none happens before the one before it. */
export function decideStateChange({ before, from, to, on, since, today }: StateChange): Decision<PatientState> {
  if (!nextStates(from, before).includes(to)) return refuse('PATIENT_STATE_NOT_ALLOWED');
  if (on > today || on < addDays(today, -LATEST_RECORD_DAYS) || (since !== null && on < since))
    return refuse('PATIENT_STATE_DAY_NOT_ALLOWED');
  return grant(to);
}

/**
 * What goes on in each state. In hospital and away at a known place the doctor telephones instead of coming; in custody and in compulsory
 * treatment the clinical timer pauses; somebody missing is looked for by the village; somebody lost is tried again by everybody.
 */
const CARE: { readonly [S in PatientState]: readonly CarePart[] } = {
  suspected: ['contact'],
  registered: ['clinical', 'watch', 'contact'],
  inCare: ['clinical', 'watch', 'medication', 'contact'],
  away: ['telephone', 'contact'],
  lostToFollowUp: ['clinical', 'watch', 'contact'],
  missing: ['watch', 'contact'],
  hospitalised: ['telephone', 'contact'],
  inCustody: ['contact'],
  compulsoryMedical: ['contact'],
  compulsoryDrugRehab: ['contact'],
  deceased: [],
  movedOut: [],
  notConfirmed: [],
  merged: [],
};
/** Turns that come with a record of their own: on what ground somebody is in hospital; who was told that somebody is gone. */
const WITH_RECORD: ReadonlySet<PatientState> = new Set<PatientState>(['hospitalised', 'missing']);

/** Where an official may turn a life by itself. */
export const turnsByItself = (from: PatientState, before: PatientState | null): readonly PatientState[] =>
  nextStates(from, before).filter(to => !WITH_RECORD.has(to));

/** Parts that are clinical follow-up: not against the patient's will, unless the law asks for it. */
const CLINICAL: ReadonlySet<CarePart> = new Set<CarePart>(['clinical', 'telephone', 'medication']);

/** Whether clinical follow-up may go on. Nothing recorded yet is no refusal. */
export const consents = (decision: ConsentDecision | null): boolean => decision !== 'refused' && decision !== 'withdrawn';

/** The parts of care that go on: those of the state, without the clinical ones when consent was refused or withdrawn. */
export const careOf = (state: PatientState, decision: ConsentDecision | null): readonly CarePart[] =>
  consents(decision) ? CARE[state] : CARE[state].filter(part => !CLINICAL.has(part));

/** What a visit that was made found of the patient's state, given the state of the file; null when it says nothing new. */
export function stateFoundBy(
  found:
    | { readonly result: 'done'; readonly metInPerson: boolean; readonly hospitalisation: 0 | 1 | 2 | undefined }
    | { readonly result: 'missed' }
    | { readonly result: 'lost'; readonly wandered: boolean }
    | { readonly result: 'deceased' },
  present: PatientState,
): PatientState | null {
  switch (found.result) {
    case 'deceased':
      return 'deceased';
    case 'lost':
      return found.wandered ? 'missing' : 'lostToFollowUp';
    case 'missed':
      return null;
    case 'done':
      if (found.hospitalisation === 1 && present === 'inCare') return 'hospitalised';
      if (present === 'hospitalised' && found.hospitalisation === 2) return 'inCare';
      return found.metInPerson && (present === 'lostToFollowUp' || present === 'missing') ? 'inCare' : null;
  }
}

/**
 * Whether a turn that a visit found still holds when a later visit was recorded before it: a death does, and that somebody who is
 * searched for was met. Of anything else the later visit knew better.
 */
export const holdsWhenOvertaken = (present: PatientState, to: PatientState): boolean =>
  to === 'deceased' || (to === 'inCare' && (present === 'lostToFollowUp' || present === 'missing'));
