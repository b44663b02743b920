import fc from 'fast-check';
import { addDays, calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import { REWARD_CYCLES, type RewardCycle } from '../policy/policy.terms.ts';
import { decideTerm, hasEnded, latestEndedDay, lengthInDays, monthsTouching, overlap, periodsOf, type Span } from './term.rules.ts';

const day = calendarDate;
const span = (from: string, to: string): Span => ({ from: day(from), to: day(to) });
const someDay = fc.integer({ min: 0, max: 4000 }).map(offset => addDays(day('2023-01-01'), offset));
const someTerm = fc.tuple(someDay, fc.integer({ min: 0, max: 364 })).map(([from, days]) => ({ from, to: addDays(from, days) }));
const cycle = fc.constantFrom(...(Object.keys(REWARD_CYCLES) as RewardCycle[]));

describe('the term of an agreement', () => {
  const today = day('2026-11-22');
  const policy = { backdatingDays: 100, mostTermMonths: 12 };

  it('is a year at most, to the day', () => {
    expect(decideTerm(span('2026-11-22', '2027-11-21'), today, policy).granted).toBe(true);
    expect(decideTerm(span('2026-11-22', '2027-11-22'), today, policy)).toEqual({ granted: false, code: 'AGREEMENT_TERM_INVALID' });
  });

  it('is no longer than the policy lets it be, and never longer than a year', () => {
    const half = { backdatingDays: 100, mostTermMonths: 6 };
    expect(decideTerm(span('2026-11-22', '2027-05-21'), today, half).granted).toBe(true);
    expect(decideTerm(span('2026-11-22', '2027-05-22'), today, half).granted).toBe(false);
    expect(decideTerm(span('2026-11-22', '2027-11-22'), today, { backdatingDays: 100, mostTermMonths: 24 }).granted).toBe(false);
  });

  it('may begin at most the policy’s days ago', () => {
    expect(decideTerm(span('2026-08-14', '2026-12-31'), today, policy).granted).toBe(true);
    expect(decideTerm(span('2026-08-13', '2026-12-31'), today, policy).granted).toBe(false);
  });

  it('does not end before it begins; one day is enough', () => {
    expect(decideTerm(span('2026-12-01', '2026-11-30'), today, policy).granted).toBe(false);
    expect(decideTerm(span('2026-12-01', '2026-12-01'), today, policy).granted).toBe(true);
  });
});

describe('periods', () => {
  it('follow the agreement’s own calendar', () => {
    const term = span('2026-08-15', '2027-08-14');
    expect(periodsOf(term, 'quarter', term.from)).toEqual([
      span('2026-08-15', '2026-11-14'),
      span('2026-11-15', '2027-02-14'),
      span('2027-02-15', '2027-05-14'),
      span('2027-05-15', '2027-08-14'),
    ]);
  });

  it('are cut where the term ends inside one', () => {
    const term = span('2026-08-15', '2026-12-01');
    expect(periodsOf(term, 'quarter', term.from)).toEqual([span('2026-08-15', '2026-11-14'), span('2026-11-15', '2026-12-01')]);
  });

  it('are cut at both ends of another calendar, as one counted from 1 July', () => {
    expect(periodsOf(span('2026-08-15', '2027-02-10'), 'quarter', day('2026-07-01'))).toEqual([
      span('2026-08-15', '2026-09-30'),
      span('2026-10-01', '2026-12-31'),
      span('2027-01-01', '2027-02-10'),
    ]);
  });

  it('cope with a start on the 31st', () => {
    const term = span('2026-10-31', '2027-03-30');
    expect(periodsOf(term, 'month', term.from).map(each => each.from)).toEqual([
      '2026-10-31',
      '2026-11-30',
      '2026-12-31',
      '2027-01-31',
      '2027-02-28',
    ]);
  });

  it('tile the term: every day in exactly one, in order', () => {
    fc.assert(
      fc.property(someTerm, cycle, someDay, (term, kind, anchor) => {
        const periods = periodsOf(term, kind, anchor);
        expect(periods[0]?.from).toBe(term.from);
        expect(periods.at(-1)?.to).toBe(term.to);
        for (const [index, period] of periods.entries()) {
          expect(period.from <= period.to).toBe(true);
          const next = periods[index + 1];
          if (next) expect(next.from).toBe(addDays(period.to, 1));
        }
      }),
    );
  });

  it('have months that tile too', () => {
    fc.assert(
      fc.property(someTerm, someDay, (term, anchor) => {
        const inside = monthsTouching(term, anchor).map(month => overlap(month, term));
        expect(inside.reduce((days, each) => days + (each ? lengthInDays(each) : 0), 0)).toBe(lengthInDays(term));
      }),
    );
  });

  it('end when their last day is over, in the rule and in the day that planning compares with', () => {
    const period = span('2026-08-15', '2026-11-14');
    expect(hasEnded(period, day('2026-11-14'))).toBe(false);
    expect(hasEnded(period, day('2026-11-15'))).toBe(true);
    let today: CalendarDate = day('2026-11-01');
    for (let n = 0; n < 30; n += 1, today = addDays(today, 1)) expect(hasEnded(period, today)).toBe(period.to <= latestEndedDay(today));
  });
});
