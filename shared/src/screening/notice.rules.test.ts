import { calendarDate } from '../kernel/calendar-date.ts';
import { decideReceived, isNoticeLate, NOTICE_SEATS, noticeDues, teamStands, type NoticeFacts } from './notice.rules.ts';
import { isNoticeEnded, NOTICE_STATES, type NoticeState } from './notice.terms.ts';

const day = calendarDate;
const DAYS = { noticeTeamDays: 3, noticeVisitDays: 7 };

it('counts the team from the notice and the visit from coming home, or from the notice when that came late', () => {
  const dues = (comesOn: string, receivedOn: string) => noticeDues({ comesOn: day(comesOn), receivedOn: day(receivedOn) }, DAYS);
  expect(dues('2026-06-20', '2026-06-15')).toEqual({ teamDueOn: '2026-06-18', visitDueOn: '2026-06-27' });
  expect(dues('2026-06-10', '2026-06-15')).toEqual({ teamDueOn: '2026-06-18', visitDueOn: '2026-06-22' });
});

describe('a notice of somebody who comes home', () => {
  const READY: NoticeFacts = { state: 'matched', seats: [...NOTICE_SEATS, 'gridWorker'], visitedOn: day('2026-06-16') };
  const codeOf = (facts: NoticeFacts) => {
    const decision = decideReceived(facts);
    return decision.granted ? 'granted' : decision.code;
  };
  it('is done when the team stands and somebody has been there, not before', () => {
    expect(codeOf(READY)).toBe('granted');
    for (const seat of NOTICE_SEATS) {
      const seats = READY.seats.filter(one => one !== seat);
      expect([teamStands(seats), codeOf({ ...READY, seats })]).toEqual([false, 'NOTICE_WITHOUT_TEAM']);
    }
    expect(codeOf({ ...READY, visitedOn: null })).toBe('NOTICE_WITHOUT_VISIT');
    expect(codeOf({ ...READY, state: 'open' })).toBe('NOTICE_NOT_MATCHED');
    for (const state of (Object.keys(NOTICE_STATES) as NoticeState[]).filter(isNoticeEnded))
      expect(codeOf({ ...READY, state })).toBe('NOTICE_ENDED');
  });
  it('is late the day after, until what is missing is there', () => {
    const dues = { teamDueOn: day('2026-06-18'), visitDueOn: day('2026-06-22') };
    const late = (facts: Partial<NoticeFacts>, today: string) => isNoticeLate({ ...READY, ...facts }, dues, day(today));
    expect([late({ seats: [] }, '2026-06-18'), late({ seats: [] }, '2026-06-19')]).toEqual([false, true]);
    expect([late({ visitedOn: null }, '2026-06-22'), late({ visitedOn: null }, '2026-06-23')]).toEqual([false, true]);
    expect([late({}, '2026-07-30'), late({ state: 'withdrawn', seats: [] }, '2026-07-30')]).toEqual([false, false]);
  });
});
