import { FIELD_ROLES } from '../access/post.rules.ts';
import type { Role } from '../access/access.terms.ts';
import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';

/** Days of a leave; without an end the person goes for good. */
export type HandoverDays = { readonly from: CalendarDate; readonly until: CalendarDate | null };
/** A post as a handover sees it, with the township it belongs to; null: of the county. */
export type HeldPost = { readonly role: Role; readonly townshipId: string | null };

const FIELD = new Set<Role>(FIELD_ROLES);
/** A leave is no longer than this, days: longer is for good. */
const LONGEST_LEAVE = 366;

/**
 * Whether the field may arrange among itself that `toId` takes over from a person. An office that touches money or accounts passes by the
 * administrator; whoever takes over works in the field of a township where the person works.
 */
export function decideHandover(
  wanted: HandoverDays & { readonly personId: string; readonly toId: string },
  held: readonly HeldPost[],
  heldByTaker: readonly HeldPost[],
  today: CalendarDate,
): Decision<true> {
  if (!held.every(post => FIELD.has(post.role))) return refuse('HANDOVER_NEEDS_ADMINISTRATOR');
  const townships = new Set(held.map(post => post.townshipId));
  const near = heldByTaker.some(post => FIELD.has(post.role) && townships.has(post.townshipId));
  if (held.length === 0 || wanted.personId === wanted.toId || !near) return refuse('HANDOVER_NOT_FITTING');
  if (!daysFit(wanted, today)) return refuse('DEPUTY_NOT_FITTING');
  return grant(true);
}

/** Who goes for good goes today; a leave begins today or later and ends. */
export const daysFit = ({ from, until }: HandoverDays, today: CalendarDate): boolean =>
  until === null ? from === today : from >= today && until >= from && until <= addDays(from, LONGEST_LEAVE);
