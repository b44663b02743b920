import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import { isClosed, isDiagnosed } from '../registry/patient-life.rules.ts';
import type { FirstState, PatientState } from '../registry/registry.terms.ts';
import type { InState, OutState } from './transfers.terms.ts';

export type OutEvent = 'release' | 'reject' | 'withdraw';
export type InEvent = 'accept' | 'reject' | 'takeOver' | 'withdraw';

const OUT: { readonly [S in OutState]: { readonly [E in OutEvent]?: OutState } } = {
  proposed: { release: 'released', reject: 'rejected', withdraw: 'withdrawn' },
  released: {},
  rejected: {},
  withdrawn: {},
};
const IN: { readonly [S in InState]: { readonly [E in InEvent]?: InState } } = {
  waiting: { accept: 'accepted', reject: 'rejected', withdraw: 'withdrawn' },
  // A yes that the old county has not heard yet cannot become a no: the old county may be releasing at this moment.
  accepted: { takeOver: 'takenOver', withdraw: 'withdrawn' },
  takenOver: {},
  rejected: {},
  withdrawn: {},
};

/** The old county's row after an event. @returns TRANSFER_NOT_WAITING when it is decided already. */
export function outAfter(from: OutState, event: OutEvent): Decision<OutState> {
  const to = OUT[from][event];
  return to === undefined ? refuse('TRANSFER_NOT_WAITING') : grant(to);
}

/** The new county's row after an event. @returns TRANSFER_NOT_WAITING when it is answered already. */
export function inAfter(from: InState, event: InEvent): Decision<InState> {
  const to = IN[from][event];
  return to === undefined ? refuse('TRANSFER_NOT_WAITING') : grant(to);
}

/** Who answers for the patient: a function of one row, so that it is exactly one county at every moment. */
export const responsibleSide = (out: OutState): 'old' | 'new' => (out === 'released' ? 'new' : 'old');

/**
 * States of a life in which somebody can pass to another county. A stay in hospital and a search end by their own records first; custody and
 * compulsory treatment end with a notice of release, which goes to where the person comes to.
 */
const TRANSFERABLE: ReadonlySet<PatientState> = new Set<PatientState>(['suspected', 'registered', 'inCare', 'away', 'lostToFollowUp']);
export const mayPassOn = (state: PatientState): boolean => TRANSFERABLE.has(state);

/** Whether a handover to another county may be proposed. */
export function decideTransfer(facts: {
  readonly state: PatientState;
  readonly fromCounty: number;
  readonly toCounty: number;
  /** The area that was chosen there; undefined when there is none. */
  readonly to: { readonly kind: string } | undefined;
  readonly waits: boolean;
}): Decision<true> {
  if (!mayPassOn(facts.state)) return refuse('PATIENT_STATE_NOT_ALLOWED');
  if (facts.toCounty === facts.fromCounty || facts.to?.kind !== 'township') return refuse('TRANSFER_DESTINATION_NOT_FITTING');
  return facts.waits ? refuse('TRANSFER_ALREADY_WAITING') : grant(true);
}

/** What the old county does when it hears the yes. A yes that comes too late, or after the life has turned, is answered by a withdrawal. */
export function onAcceptance(out: OutState, state: PatientState): 'release' | 'withdraw' | 'nothing' {
  if (out !== 'proposed') return 'nothing';
  return mayPassOn(state) ? 'release' : 'withdraw';
}

/** Where a file begins in the new county: what is not known there yet (away, lost) is found again by its own visits. */
export const firstStateOf = (left: PatientState): FirstState => (left === 'suspected' || left === 'registered' ? left : 'inCare');

/**
 * How the patient arrives, given the file that has the same document in the new county. It never fails: a patient who was released must land.
 * `open`: a new file. `reopen`: somebody comes back. `join`: the file there goes on where it is, with the team that it has; `turnsOnLanding`
 * says whether it is more than a suspicion from now on.
 * `openUndocumented`: that file is over and cannot go on, so a new one without the number is opened, and people look into the two.
 */
type Landing = 'open' | 'reopen' | 'join' | 'openUndocumented';
export function landingOn(existing: PatientState | null): Landing {
  if (existing === null) return 'open';
  if (existing === 'movedOut') return 'reopen';
  return isClosed(existing) ? 'openUndocumented' : 'join';
}

/**
 * The turns that the file there takes, one after the other, when the patient arrives: somebody who comes back goes on as what they were, and
 * a suspicion is confirmed when the other county's psychiatrists have confirmed it. A suspicion there never undoes a diagnosis here.
 * @param existing the state of the file there; `before`: what it came from, null when it was opened in that state
 * @param left the state in which the other county closed its file
 */
export function turnsOnLanding(existing: PatientState, before: PatientState | null, left: PatientState): readonly FirstState[] {
  const confirming: readonly FirstState[] = !isDiagnosed(left)
    ? []
    : firstStateOf(left) === 'inCare'
      ? ['registered', 'inCare']
      : ['registered'];
  if (existing === 'suspected') return confirming;
  if (existing !== 'movedOut') return [];
  if (before !== null && !isDiagnosed(before)) return ['suspected', ...confirming];
  return [firstStateOf(isDiagnosed(left) || before === null ? left : before)];
}

/** How long what came along stays readable after the patient has arrived: until the new team has its own picture. */
const KEPT_DAYS = 90;
/** Packages of patients who arrived before this day are erased. */
export const erasePackagesBefore = (today: CalendarDate): CalendarDate => addDays(today, -KEPT_DAYS);
