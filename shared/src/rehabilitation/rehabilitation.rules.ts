import type { CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { RehabOrigin } from './rehabilitation.terms.ts';

/** Something that goes on from a day, until another one when that is known. */
type Span = { readonly since: CalendarDate; readonly until: CalendarDate | null };

/** A day on which it went on and that is not ahead: of a session, of somebody who comes into a programme. */
export const decideDuring = ({ since, until }: Span, on: CalendarDate, today: CalendarDate): Decision<CalendarDate> =>
  on < since || on > today || (until !== null && on > until) ? refuse('REHAB_DAY_WRONG') : grant(on);

/** Its last day: once, from its first day on and not ahead. */
export const decideEnd = ({ since, until }: Span, lastOn: CalendarDate, today: CalendarDate): Decision<CalendarDate> =>
  until !== null ? refuse('REHAB_ENDED') : lastOn < since || lastOn > today ? refuse('REHAB_DAY_WRONG') : grant(lastOn);

/** Whoever is taken in by a referral came by it; without one somebody may still have come by a doctor's word. */
export const decideOrigin = (origin: RehabOrigin, referralId: string | undefined): Decision<RehabOrigin> =>
  referralId !== undefined && origin !== 'referral' ? refuse('REHAB_REFERRAL_ORIGIN') : grant(origin);
