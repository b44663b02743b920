import { standsFor, type Actor } from '../access/access.terms.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { RequestState } from './rights.terms.ts';

type Event = 'answer' | 'escalate';

/** The whole life of a request. What is not here cannot happen: the county's answer is the last one here; then there are the courts. */
const MOVES: { readonly [S in RequestState]: { readonly [E in Event]?: RequestState } } = {
  open: { answer: 'answered', escalate: 'escalated' },
  answered: { escalate: 'escalated' },
  escalated: { answer: 'closed' },
  closed: {},
};

export function moveRequest(from: RequestState, event: Event): Decision<RequestState> {
  const to = MOVES[from][event];
  return to === undefined ? refuse('REQUEST_MOVE_NOT_ALLOWED') : grant(to);
}

/** Nobody has answered in time. An answered request is never overdue. */
export const isRequestOverdue = (state: RequestState, dueOn: CalendarDate, today: CalendarDate): boolean =>
  (state === 'open' || state === 'escalated') && today > dueOn;

/**
 * What the asker may do at once: contest an answer, or go to the county when none came in time.
 */
export const mayEscalate = (state: RequestState, dueOn: CalendarDate, today: CalendarDate): boolean =>
  state === 'answered' || (state === 'open' && isRequestOverdue(state, dueOn, today));

/** Whoever answered first, and whoever stands in for them, does not answer again when the answer is contested. */
export const mayAnswerAgain = (actor: Actor, answeredBy: string | null): Decision<true> =>
  answeredBy !== null && standsFor(actor).includes(answeredBy) ? refuse('REQUEST_ANSWERED_BY_YOU') : grant(true);
