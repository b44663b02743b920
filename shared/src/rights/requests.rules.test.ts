import type { Actor } from '../access/access.terms.ts';
import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { isRequestOverdue, mayAnswerAgain, mayEscalate, moveRequest } from './requests.rules.ts';
import { REQUEST_STATES, type RequestState } from './rights.terms.ts';

const due = calendarDate('2026-07-06');
const after = (days: number) => addDays(due, days);
const officer = (personId: string, actingFor: string[] = []): Actor => ({
  countyId: 1,
  personId,
  sessionId: '',
  channel: 'desk',
  posts: [],
  actingFor,
});

describe('a request', () => {
  it.each([
    ['open', 'answer', 'answered'],
    ['open', 'escalate', 'escalated'],
    ['answered', 'escalate', 'escalated'],
    ['escalated', 'answer', 'closed'],
  ] as const)('%s, %s: %s', (from, event, to) => {
    expect(moveRequest(from, event)).toEqual({ granted: true, value: to });
  });

  it('is answered once, contested once, and the county has the last word', () => {
    for (const [from, event] of [
      ['answered', 'answer'],
      ['escalated', 'escalate'],
      ['closed', 'answer'],
      ['closed', 'escalate'],
    ] as const)
      expect(moveRequest(from, event)).toEqual({ granted: false, code: 'REQUEST_MOVE_NOT_ALLOWED' });
  });

  it('is overdue from the day after its day, while nobody has answered', () => {
    const overdue = (state: RequestState, days: number) => isRequestOverdue(state, due, after(days));
    expect([overdue('open', 0), overdue('open', 1), overdue('escalated', 1)]).toEqual([false, true, true]);
    expect([overdue('answered', 1), overdue('closed', 1)]).toEqual([false, false]);
  });

  it('goes to the county when it was answered, or when its day has passed without an answer', () => {
    const open = (Object.keys(REQUEST_STATES) as RequestState[]).map(state => [
      state,
      mayEscalate(state, due, after(0)),
      mayEscalate(state, due, after(1)),
    ]);
    expect(open).toEqual([
      ['open', false, true],
      ['answered', true, true],
      ['escalated', false, false],
      ['closed', false, false],
    ]);
  });

  it('is not answered twice by one person, nor by their deputy', () => {
    expect(mayAnswerAgain(officer('a'), null).granted).toBe(true);
    expect(mayAnswerAgain(officer('b'), 'a').granted).toBe(true);
    for (const each of [officer('a'), officer('b', ['a'])])
      expect(mayAnswerAgain(each, 'a')).toEqual({ granted: false, code: 'REQUEST_ANSWERED_BY_YOU' });
  });
});
