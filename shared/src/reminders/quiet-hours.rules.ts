import { addDays, dayOf, type CalendarDate } from '../kernel/calendar-date.ts';
import type { ReminderPolicy } from '../policy/policy.terms.ts';

/** The instant of 'HH:MM' on a day in China. */
export const instantOf = (day: CalendarDate, time: string): Date => new Date(`${day}T${time}:00+08:00`);

/** When the quiet hours that `now` is in end; null when it is in none. They may run over midnight; equal ends mean none. */
export function quietUntil(policy: ReminderPolicy, now: Date): Date | null {
  const { quietFrom, quietUntil: until } = policy;
  const today = dayOf(now);
  const nights =
    quietFrom === until
      ? []
      : quietFrom < until
        ? [[today, today] as const]
        : [[addDays(today, -1), today] as const, [today, addDays(today, 1)] as const];
  for (const [begins, ends] of nights) {
    const end = instantOf(ends, until);
    if (now >= instantOf(begins, quietFrom) && now < end) return end;
  }
  return null;
}
