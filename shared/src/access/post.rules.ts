import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import { ROLE_LEVELS, type AreaKind, type Role } from './access.terms.ts';

/** `until` is the last day in force. */
export type PostDays = { readonly from: CalendarDate; readonly until: CalendarDate | null };
export type PostFacts = PostDays & { readonly role: Role; readonly areaId: string; readonly organisationId: string | null };

/** Whether a post (or a deputyship) is in force on `day`. */
export const inForce = ({ from, until }: PostDays, day: CalendarDate): boolean => from <= day && (until === null || day <= until);

/** The last day of what ends at once. */
export const endingAtOnce = (today: CalendarDate): CalendarDate => addDays(today, -1);

const overlap = (a: PostDays, b: PostDays): boolean => (b.until === null || a.from <= b.until) && (a.until === null || b.from <= a.until);

/**
 * Nobody changes posts of their own, or of a person they stand in for: not as holder, deputy or successor.
 * @param standing  the actor and the persons they stand in for
 */
export const rolesMayChange = (standing: readonly string[], persons: readonly (string | null)[]): Decision<true> =>
  persons.some(person => person !== null && standing.includes(person)) ? refuse('ROLE_OF_ONESELF') : grant(true);

/** Roles of the field: they come with a patient's team and touch neither money nor accounts. */
export const FIELD_ROLES = [
  'mentalHealthDoctor',
  'communityPolice',
  'securityOfficer',
  'rehabCoordinator',
  'civilAffairsCadre',
  'gridWorker',
  'villageLead',
  'villageDoctor',
] as const satisfies readonly Role[];
export type FieldRole = (typeof FIELD_ROLES)[number];

/**
 * Whether a person may be given this post.
 * @param held  the person's posts, ended ones too
 * @param area  level of the post's area
 * @param organisationAreaPath  areas that contain the organisation named with the post; null when none is named
 */
export function decidePost(
  post: PostFacts,
  held: readonly PostFacts[],
  area: { readonly kind: AreaKind; readonly path: readonly string[] },
  organisationAreaPath: readonly string[] | null,
): Decision<PostFacts> {
  if (!ROLE_LEVELS[post.role].includes(area.kind)) return refuse('POST_NOT_FITTING');
  const stands = organisationAreaPath?.at(-1);
  // An organisation works in its own area and below: the township's clinic for its villages.
  if (stands !== undefined && !area.path.includes(stands)) return refuse('POST_NOT_FITTING');
  const same = held.some(each => each.role === post.role && each.areaId === post.areaId && overlap(each, post));
  return same ? refuse('POST_ALREADY_HELD') : grant(post);
}

/** Whether a post may end with `lastDay`. `otherAdministrators`: administrators of the county besides this post, from tomorrow on. */
export function decideEnd(
  post: PostFacts,
  lastDay: CalendarDate,
  today: CalendarDate,
  otherAdministrators: number,
): Decision<CalendarDate> {
  if (lastDay < endingAtOnce(today)) return refuse('LAST_DAY_TOO_EARLY');
  if (post.role === 'administrator' && otherAdministrators === 0) return refuse('LAST_ADMINISTRATOR');
  return grant(lastDay);
}

/** Whether `deputyId` may stand in for the person on these days: a future end, somebody else, at most a year. */
export function decideDeputy(
  personId: string,
  deputyId: string,
  days: { readonly from: CalendarDate; readonly until: CalendarDate },
  today: CalendarDate,
): Decision<true> {
  const sensible = personId !== deputyId && days.from >= today && days.until >= days.from && days.until <= addDays(days.from, 366);
  return sensible ? grant(true) : refuse('DEPUTY_NOT_FITTING');
}
