import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { LegalKind, LegalOutcome, LegalState } from './legal-matter.terms.ts';

const MEDIATED = ['settled', 'unsettled', 'withdrawn'] as const;
const REFERRED = ['granted', 'declined', 'withdrawn'] as const;
/** Which outcomes a kind can have: a conflict is mediated, a referral is taken or not. */
const OUTCOMES: Readonly<Record<LegalKind, readonly LegalOutcome[]>> = {
  dispute: MEDIATED,
  mediationNotice: MEDIATED,
  legalAdvice: ['advised', 'withdrawn'],
  legalAid: REFERRED,
  forensic: REFERRED,
};
export const outcomesOf = (kind: LegalKind): readonly LegalOutcome[] => OUTCOMES[kind];

/** A conflict has a subject, the others have none. */
export const needsSubject = (kind: LegalKind): boolean => kind === 'dispute' || kind === 'mediationNotice';

/** Aid and forensic assessment are of a person; a conflict may be of nobody who has a file. */
export const needsPatient = (kind: LegalKind): boolean => kind === 'legalAid' || kind === 'forensic';

type Recorded = { readonly kind: LegalKind; readonly ofPatient: boolean; readonly foundOn: CalendarDate; readonly dueOn: CalendarDate };
/** Nobody is given longer. */
const MOST_DAYS = 366;

/** Until when a matter may be given to somebody: from today on, within a year. */
export const decideDueOn = (dueOn: CalendarDate, today: CalendarDate): Decision<CalendarDate> =>
  dueOn < today || dueOn > addDays(today, MOST_DAYS) ? refuse('LEGAL_DAY_WRONG') : grant(dueOn);

/** Whether a matter can be written down so. */
export function decideRecord({ kind, ofPatient, foundOn, dueOn }: Recorded, today: CalendarDate): Decision<CalendarDate> {
  if (needsPatient(kind) && !ofPatient) return refuse('LEGAL_NEEDS_PATIENT');
  return foundOn > today ? refuse('LEGAL_DAY_WRONG') : decideDueOn(dueOn, today);
}

/** The state that a note or a new owner leads to. What is closed stays closed: a new conflict is a new matter. */
export const decideWork = (from: LegalState): Decision<LegalState> =>
  from === 'closed' ? refuse('LEGAL_MATTER_CLOSED') : grant('underway');

/** Whether a matter of this kind ends so. */
export function decideOutcome(from: LegalState, kind: LegalKind, outcome: LegalOutcome): Decision<LegalOutcome> {
  if (from === 'closed') return refuse('LEGAL_MATTER_CLOSED');
  return OUTCOMES[kind].includes(outcome) ? grant(outcome) : refuse('LEGAL_OUTCOME_WRONG');
}

/** Nobody has ended it and the last day is over. */
export const isLegalLate = ({ state, dueOn }: { readonly state: LegalState; readonly dueOn: CalendarDate }, today: CalendarDate): boolean =>
  state !== 'closed' && dueOn < today;
