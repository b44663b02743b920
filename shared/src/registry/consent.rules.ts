import type { CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { ConsentDecision } from './consent.terms.ts';

/** Whether a decision about community management may be recorded after the one before it. */
export function decideConsent(facts: {
  readonly decision: ConsentDecision;
  readonly on: CalendarDate;
  readonly before: { readonly decision: ConsentDecision; readonly on: CalendarDate } | null;
  readonly today: CalendarDate;
}): Decision<ConsentDecision> {
  const { decision, on, before, today } = facts;
  if (on > today || (before !== null && on < before.on)) return refuse('CONSENT_DAY_NOT_ALLOWED');
  return decision === 'withdrawn' && before?.decision !== 'given' ? refuse('CONSENT_NOTHING_TO_WITHDRAW') : grant(decision);
}
