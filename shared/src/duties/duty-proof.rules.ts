import { addDays, partOfYear, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { DutyPeriod, DutyVerdict, LetterState } from './duties.terms.ts';

const MONTHS: Readonly<Record<DutyPeriod, number>> = { month: 1, quarter: 3, halfYear: 6, year: 12 };

/** The part of the calendar year around a day in which a duty is to be done. */
export const dutyPeriod = (day: CalendarDate, period: DutyPeriod): ReturnType<typeof partOfYear> => partOfYear(day, MONTHS[period]);

/**
 * From which day on something that was done can be written down: this part of the year and the one before, for what was done on its last
 * day is written down on the next, and the assessment sheet judges a part that is over.
 */
export const evidenceSince = (today: CalendarDate, period: DutyPeriod): CalendarDate =>
  dutyPeriod(addDays(dutyPeriod(today, period).from, -1), period).from;
/** Whether what was done on a day can be written down today. */
export const decideEvidenceDay = (on: CalendarDate, today: CalendarDate, period: DutyPeriod): Decision<CalendarDate> =>
  on > today || on < evidenceSince(today, period) ? refuse('EVIDENCE_DAY_WRONG') : grant(on);

/** What the counts say: done for all of whom or of what there was, or there was nothing to do. */
export const verdictOf = ({ done, of }: { readonly done: number; readonly of: number }): DutyVerdict =>
  of === 0 ? 'nothing' : done >= of ? 'fulfilled' : 'lacking';

/** A duty that the software cannot count is proven by what somebody wrote down in the period. */
export const verdictOfEvidence = (notes: number): DutyVerdict => (notes > 0 ? 'fulfilled' : 'lacking');

/** A supervision letter is answered until it is closed, and closed once it is answered. */
export const decideAnswer = (state: LetterState): Decision<LetterState> =>
  state === 'closed' ? refuse('LETTER_CLOSED') : grant('answered');
export const decideClose = (state: LetterState): Decision<LetterState> =>
  state === 'answered' ? grant('closed') : refuse(state === 'closed' ? 'LETTER_CLOSED' : 'LETTER_NOT_ANSWERED');
/** It goes to somebody else as long as nobody has answered: what was answered is theirs who did. */
export const decideGive = (state: LetterState): Decision<LetterState> =>
  state === 'open' ? grant('open') : refuse(state === 'closed' ? 'LETTER_CLOSED' : 'LETTER_ANSWERED');
/** Nobody has answered and the last day is over. */
export const isLetterLate = (
  { state, dueOn }: { readonly state: LetterState; readonly dueOn: CalendarDate },
  today: CalendarDate,
): boolean => state === 'open' && dueOn < today;
