import type { TaskKind } from '../agenda/agenda.terms.ts';
import { isOfOffice } from '../agenda/office.rules.ts';
import { addDays, startOf, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { ReminderPolicy } from '../policy/policy.terms.ts';
import type { HoldKind } from './reminders.terms.ts';

/** A task that its assignee wants to be left alone with for a while. */
export type HoldFacts = {
  readonly kind: HoldKind;
  readonly until: Date;
  readonly now: Date;
  readonly task: { readonly kind: TaskKind; readonly overdueAfter: CalendarDate };
  readonly policy: ReminderPolicy;
};

const HOUR_MS = 3_600_000;

/**
 * Until when nobody is reminded. Bounded by the policy; of medicine never beyond the last day in time, and never paused: a day without
 * an answer is asked about on that day or not at all. Of somebody who is locked up or tied, and of what an office looks into, never beyond the last day that the policy gives:
 * from then on those above are told, whoever wants to be left alone.
 */
export function decideHold({ kind, until, now, task, policy }: HoldFacts): Decision<Date> {
  if (until <= now) return refuse('HOLD_TOO_SHORT');
  const mostMs = kind === 'snooze' ? policy.snoozeMostHours * HOUR_MS : policy.pauseMostDays * 24 * HOUR_MS;
  if (until.getTime() - now.getTime() > mostMs) return refuse('HOLD_TOO_LONG');
  const end = startOf(addDays(task.overdueAfter, 1));
  if (task.kind === 'unlock' || isOfOffice(task.kind)) return until > end ? refuse('HOLD_NOT_OF_RIGHTS') : grant(until);
  if (task.kind !== 'medicationConfirmation') return grant(until);
  return kind === 'pause' || until >= end ? refuse('HOLD_NOT_OF_MEDICINE') : grant(until);
}
