import type { Seat } from '../care-team/seats.terms.ts';
import { addDays, later, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { ScreeningPolicy } from '../policy/policy.terms.ts';
import { isNoticeEnded, type NoticeState } from './notice.terms.ts';

/** Seats without which nobody is ready to receive somebody who comes home. */
export const NOTICE_SEATS = ['lead', 'doctor', 'police'] as const satisfies readonly Seat[];

/** Until when the team stands and the first visit is: counted from the day of coming home, or from the notice when that came late. */
export function noticeDues(
  { comesOn, receivedOn }: { comesOn: CalendarDate; receivedOn: CalendarDate },
  { noticeTeamDays, noticeVisitDays }: Pick<ScreeningPolicy, 'noticeTeamDays' | 'noticeVisitDays'>,
): { teamDueOn: CalendarDate; visitDueOn: CalendarDate } {
  // The team is formed before the person is there, so it does not wait for the day of coming home.
  return { teamDueOn: addDays(receivedOn, noticeTeamDays), visitDueOn: addDays(later(comesOn, receivedOn), noticeVisitDays) };
}

export const teamStands = (seats: readonly string[]): boolean => NOTICE_SEATS.every(seat => seats.includes(seat));

export type NoticeFacts = { readonly state: NoticeState; readonly seats: readonly string[]; readonly visitedOn: CalendarDate | null };

/** A notice is done when the team stands and somebody has been there. @returns NOTICE_ENDED, NOTICE_NOT_MATCHED, NOTICE_WITHOUT_TEAM, NOTICE_WITHOUT_VISIT */
export function decideReceived({ state, seats, visitedOn }: NoticeFacts): Decision<true> {
  if (isNoticeEnded(state)) return refuse('NOTICE_ENDED');
  if (state === 'open') return refuse('NOTICE_NOT_MATCHED');
  if (!teamStands(seats)) return refuse('NOTICE_WITHOUT_TEAM');
  return visitedOn === null ? refuse('NOTICE_WITHOUT_VISIT') : grant(true);
}

/** Whether something about it is late today. */
export const isNoticeLate = (
  { state, seats, visitedOn }: NoticeFacts,
  { teamDueOn, visitDueOn }: { teamDueOn: CalendarDate; visitDueOn: CalendarDate },
  today: CalendarDate,
): boolean => !isNoticeEnded(state) && ((today > teamDueOn && !teamStands(seats)) || (today > visitDueOn && visitedOn === null));
