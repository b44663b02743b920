import fc from 'fast-check';
import { addDays, calendarDate, daysBetween } from '../kernel/calendar-date.ts';
import { SHIPPED_POLICIES } from '../policy/shipped-policies.ts';
import { adherenceWindow, regularityOf, worryingSince, type SaidOfDay } from './adherence.rules.ts';
import { MEDICATION_ANSWER_KEYS, NOT_TAKEN_REASON_KEYS } from './medication.terms.ts';

const policy = SHIPPED_POLICIES.medication;
const today = calendarDate('2026-06-15');

it('looks back over the days before today', () => {
  const { from, to } = adherenceWindow(policy, today);
  expect([from, to, daysBetween(from, to) + 1]).toEqual(['2026-05-18', '2026-06-14', 28]);
});

describe('what the days speak for', () => {
  it.each([
    // taken, partly, notTaken, unanswered
    [28, 0, 0, 0, 'regular'],
    [21, 7, 0, 0, 'regular'], // exactly three quarters
    [21, 0, 0, 7, 'regular'],
    [20, 8, 0, 0, 'intermittent'],
    [20, 0, 0, 8, 'unknown'], // the silent days could decide
    [0, 0, 0, 28, 'unknown'],
    [13, 0, 7, 8, 'unknown'],
    [12, 0, 8, 8, 'intermittent'], // even if all silent days were taken, it would not be enough
    [0, 0, 28, 0, 'notTaking'],
    [0, 0, 8, 20, 'notTaking'],
    [0, 1, 27, 0, 'intermittent'],
    [1, 0, 27, 0, 'intermittent'],
    [6, 0, 0, 0, 'tooShort'],
    [7, 0, 0, 0, 'regular'],
    [0, 0, 0, 0, 'tooShort'],
  ] as const)('taken %i, partly %i, not %i, silent %i: %s', (taken, partly, notTaken, unanswered, expected) => {
    expect(regularityOf({ taken, partly, notTaken, unanswered }, policy)).toBe(expected);
  });

  it('silence never turns regular into anything else than unknown, and never speaks for regular', () => {
    const days = fc.integer({ min: 0, max: 28 });
    fc.assert(
      fc.property(days, days, days, days, (taken, partly, notTaken, unanswered) => {
        const before = regularityOf({ taken: taken + unanswered, partly, notTaken, unanswered: 0 }, policy);
        const after = regularityOf({ taken, partly, notTaken, unanswered }, policy);
        if (before === 'regular') expect(['regular', 'unknown']).toContain(after);
        if (after === 'regular') expect(before).toBe('regular');
      }),
    );
  });
});

describe('when the doctor asks', () => {
  const said = (...days: readonly (readonly [number, SaidOfDay['answer'], SaidOfDay['why']?])[]): SaidOfDay[] =>
    days.map(([back, answer, why = null]) => ({ on: addDays(today, -back), answer, why }));

  it.each([
    ['one day', said([0, 'notTaken']), null],
    ['two days', said([0, 'notTaken'], [1, 'notTaken']), '2026-06-14'],
    ['three days', said([0, 'notTaken'], [1, 'notTaken'], [2, 'notTaken'], [3, 'taken']), '2026-06-13'],
    ['two days with one between', said([0, 'notTaken'], [2, 'notTaken']), null],
    ['two days, the last one taken', said([0, 'taken'], [1, 'notTaken'], [2, 'notTaken']), null],
    ['partly, forgotten', said([0, 'partly', 'forgot'], [1, 'partly', 'forgot']), null],
    ['partly because it disagrees', said([0, 'partly', 'sideEffect'], [1, 'notTaken', 'refused']), '2026-06-14'],
    ['nothing said', [], null],
  ])('%s', (_, days, since) => {
    expect(worryingSince(days, policy)).toBe(since);
  });

  it('a run that grows is one run, so that it is asked about once', () => {
    const answer = fc.record({
      answer: fc.constantFrom(...MEDICATION_ANSWER_KEYS),
      why: fc.option(fc.constantFrom(...NOT_TAKEN_REASON_KEYS), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 10 }), answers => {
        const days = answers.map((one, back) => ({ ...one, on: addDays(today, -back) }));
        const since = worryingSince(days, policy);
        const grown = worryingSince([{ on: addDays(today, 1), answer: 'notTaken', why: null }, ...days], policy);
        if (since !== null) expect(grown).toBe(since);
      }),
    );
  });
});
