import type { Actor } from '../access/access.terms.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { addMonths, addDays } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { BenefitTerms, ReliefPolicy } from '../policy/relief-policy.terms.ts';
import { OFFICE_ROLES, type ReliefOffice, type ReliefState } from './relief.terms.ts';

/** States in which an application stands in the way of another one for the same benefit. */
export const LIVE_RELIEF_STATES = ['collecting', 'forwarded', 'objected'] as const satisfies readonly ReliefState[];

export type ReliefEvent = 'papers' | 'forward' | 'grant' | 'refuse' | 'object' | 'uphold' | 'overturn' | 'withdraw';
const MOVES: Readonly<Record<ReliefState, { readonly [E in ReliefEvent]?: ReliefState }>> = {
  collecting: { papers: 'collecting', forward: 'forwarded', withdraw: 'withdrawn' },
  forwarded: { papers: 'forwarded', grant: 'granted', refuse: 'refused', withdraw: 'withdrawn' },
  // What was wrongly refused goes to the office once more.
  objected: { uphold: 'upheld', overturn: 'forwarded' },
  refused: { object: 'objected' },
  granted: {},
  upheld: {},
  withdrawn: {},
};

/** The state that an event leads to. @returns refused when the life has no such move */
export function moveRelief(from: ReliefState, event: ReliefEvent): Decision<ReliefState> {
  const to = MOVES[from][event];
  return to === undefined ? refuse('RELIEF_MOVE_NOT_ALLOWED') : grant(to);
}

/**
 * Whether a refusal may still be objected to: until the end of its last day.
 * @param on  the day on which the family objected, wherever its objection was until now
 */
export function decideObjecting(state: ReliefState, until: CalendarDate | null, on: CalendarDate): Decision<ReliefState> {
  const to = moveRelief(state, 'object');
  return to.granted && (until === null || on > until) ? refuse('RELIEF_OBJECTION_LATE') : to;
}

/** The working days that this step has; null when nobody has to do anything. */
export function workingDaysOf(
  state: ReliefState,
  fast: boolean,
  policy: Pick<ReliefPolicy, 'forwardDays' | 'answerDays'>,
  terms: Pick<BenefitTerms, 'workingDays' | 'fastWorkingDays'>,
): number | null {
  if (state === 'collecting') return fast ? Math.min(1, policy.forwardDays) : policy.forwardDays;
  if (state === 'objected') return policy.answerDays;
  if (state !== 'forwarded') return null;
  return fast ? (terms.fastWorkingDays ?? terms.workingDays) : terms.workingDays;
}

/** The fast lane is for benefits that have one. */
export const decideLane = (fast: boolean, terms: Pick<BenefitTerms, 'offered' | 'fastWorkingDays'>): Decision<boolean> => {
  if (!terms.offered) return refuse('RELIEF_NOT_OFFERED');
  return fast && terms.fastWorkingDays === undefined ? refuse('RELIEF_NO_FAST_LANE') : grant(fast);
};

/** Whether one of the actor's posts over the patient enters what this office decided. */
export const isOfReliefOffice = (actor: Pick<Actor, 'posts'>, office: ReliefOffice, areaPath: readonly string[]): boolean =>
  actor.posts.some(post => OFFICE_ROLES[office].includes(post.role) && areaPath.includes(post.areaId));

/** Papers that were handed in must be papers that were asked for; each once. */
export function handIn(asked: readonly string[], had: readonly string[], handed: readonly string[]): Decision<readonly string[]> {
  if (handed.some(one => !asked.includes(one))) return refuse('INPUT_INVALID', ['body.papers']);
  return grant(asked.filter(one => had.includes(one) || handed.includes(one)));
}

/** The last day of what is granted from a day on, where the county gives it for a term. */
export const termEnd = (from: CalendarDate, termMonths: number | null): CalendarDate | null =>
  termMonths === null ? null : addDays(addMonths(from, termMonths), -1);

/** What is granted: days in order, and an amount with how often it is paid, or neither. */
export function checkGrant(given: {
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
  readonly amountFen: number | null;
  readonly rhythm: string | null;
}): Decision<true> {
  const days = given.until === null || given.until >= given.from;
  return days && (given.amountFen === null) === (given.rhythm === null) ? grant(true) : refuse('INPUT_INVALID', ['body.grant']);
}

/** From which day a grant is asked for again: so many days before its last; null: it goes on without. */
export const renewFrom = (until: CalendarDate | null, renewDays: number): CalendarDate | null =>
  until === null ? null : addDays(until, -renewDays);
