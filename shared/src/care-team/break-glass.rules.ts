import type { Permission } from '../access/permissions.rules.ts';
import { standsFor, type Actor } from '../access/access.terms.ts';
import { addDays, dayOf, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import { BREAK_GLASS_READS } from './break-glass.terms.ts';

/** Minutes that an emergency opening lasts and days within which it must be reviewed. */
export type BreakGlassTerms = { readonly minutes: number; readonly reviewDays: number };

const opens = new Set<Permission>(BREAK_GLASS_READS);

/** Whether an emergency opening gives this permission. */
export const opensByBreakGlass = (permission: Permission): boolean => opens.has(permission);

/** Until when an opening at `now` lasts, and by what day somebody must have reviewed it. */
export const openedAt = (
  now: Date,
  { minutes, reviewDays }: BreakGlassTerms,
): { readonly until: Date; readonly reviewBy: CalendarDate } => ({
  until: new Date(now.getTime() + minutes * 60_000),
  reviewBy: addDays(dayOf(now), reviewDays),
});

/** The person who opened a file never reviews it themselves, nor does anyone who stands in for them; it is reviewed once. */
export function mayReview(actor: Actor, opening: { readonly personId: string; readonly reviewedAt: Date | null }): Decision<true> {
  if (opening.reviewedAt) return refuse('REVIEW_DONE');
  return standsFor(actor).includes(opening.personId) ? refuse('REVIEW_OF_ONESELF') : grant(true);
}
