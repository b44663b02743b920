import { calendarDate } from '../kernel/calendar-date.ts';
import { SHIPPED_ASSESSMENT_POLICIES } from '../policy/shipped-policies.ts';
import { cycleDue, cycleMonths, cycleState, decideDoneOn, decideReviewCounts, wantedBy } from './cycle.rules.ts';

const day = calendarDate;
const { policy: yearly } = SHIPPED_ASSESSMENT_POLICIES.national;
const { policy: halfYearly } = SHIPPED_ASSESSMENT_POLICIES.halfYearly;

describe('a cycle', () => {
  it.each([
    ['stable', 6],
    ['basicStable', 3],
    ['unstable', 3],
    [null, 3],
  ] as const)('reviews whoever is %s every %i months', (stability, months) => {
    expect(cycleMonths(yearly, 'riskReview', stability)).toBe(months);
  });

  it('examines everybody once a year, or every half-year where the county says so', () => {
    expect([cycleMonths(yearly, 'healthExam', 'unstable'), cycleMonths(halfYearly, 'healthExam', 'stable')]).toEqual([12, 6]);
  });

  it('comes round on the same day of the month, or on its last', () => {
    expect(cycleDue(yearly, 'riskReview', 'unstable', day('2026-11-30'))).toEqual({
      cycle: 'riskReview',
      countedFrom: '2026-11-30',
      dueOn: '2027-02-28',
      overdueAfter: '2027-02-28',
    });
    expect(cycleDue({ ...yearly, graceDays: 5 }, 'healthExam', null, day('2026-06-15'))).toMatchObject({
      dueOn: '2027-06-15',
      overdueAfter: '2027-06-20',
    });
  });

  const due = { dueOn: day('2026-06-15'), overdueAfter: day('2026-06-17') };
  it.each([
    ['2026-05-31', null, 'ahead'],
    ['2026-05-31', '2025-12-15', 'done'],
    ['2026-06-01', '2025-12-15', 'due'],
    ['2026-06-17', null, 'due'],
    ['2026-06-18', null, 'overdue'],
  ] as const)('on %s, last done %s, is %s', (today, last, state) => {
    expect(cycleState({ ...due, lastDoneOn: last === null ? null : day(last) }, day(today), 14)).toBe(state);
  });
});

describe('recording', () => {
  const today = day('2026-06-15');
  it.each([
    ['riskReview', '2026-06-16', 'ASSESSMENT_IN_FUTURE'],
    ['riskReview', '2026-06-15', null],
    ['riskReview', '2026-06-08', null],
    ['riskReview', '2026-06-07', 'ASSESSMENT_TOO_LATE'],
    ['healthExam', '2025-06-14', null],
    ['healthExam', '2025-06-13', 'ASSESSMENT_TOO_LATE'],
  ] as const)('%s of %s: %s', (cycle, on, code) => {
    const decision = decideDoneOn(cycle, day(on), today);
    expect(decision.granted ? null : decision.code).toBe(code);
  });

  it('a review does not undo a rating made after it', () => {
    expect(decideReviewCounts(today, null).granted).toBe(true);
    expect(decideReviewCounts(today, today).granted).toBe(true);
    expect(decideReviewCounts(day('2026-06-14'), today)).toEqual({ granted: false, code: 'ASSESSMENT_OVERTAKEN' });
  });
});

describe('what is wanted by a day', () => {
  const due = { ...cycleDue(yearly, 'riskReview', 'stable', day('2026-06-15')), overdueAfter: day('2026-12-20') };
  it.each([
    [null, '2026-12-15', '2026-12-20'],
    ['2026-12-16', '2026-12-15', '2026-12-20'],
    ['2026-12-15', '2026-12-15', '2026-12-20'],
    ['2026-12-14', '2026-12-14', '2026-12-14'],
    ['2026-06-14', '2026-06-15', '2026-06-15'],
  ])('by %s comes on %s, late after %s', (by, dueOn, overdueAfter) => {
    expect(wantedBy(due, by === null ? null : day(by))).toEqual({ ...due, dueOn, overdueAfter });
  });
});
