import fc from 'fast-check';
import { CONDUCT_KEYS } from '../incidents/conduct.terms.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { APPRAISAL_STATE_CODES, type AppraisalOutcome } from './appraisal.terms.ts';
import { decideHeard, decideStop, mayStopYear } from './year-stop.rules.ts';

const day = calendarDate;

describe('stopping the rest of a year', () => {
  it('takes a county that wants it, a failed duty that stands, and an act under the law: never one of them alone', () => {
    const facts = { isOn: true, state: 'final', outcome: 'zero', conducts: [null, 'seriousHarm'] } as const;
    expect(mayStopYear(facts)).toBe(true);
    expect(mayStopYear({ ...facts, isOn: false })).toBe(false);
    expect(mayStopYear({ ...facts, outcome: 'full' })).toBe(false);
    expect(mayStopYear({ ...facts, conducts: ['mildDisturbance', 'selfHarm', 'suicideAttempt', 'otherHarm', 'none', null] })).toBe(false);
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.constantFrom(...APPRAISAL_STATE_CODES),
        fc.constantFrom<AppraisalOutcome | null>('full', 'partial', 'zero', null),
        fc.array(fc.constantFrom(...CONDUCT_KEYS)),
        (isOn, state, outcome, conducts) => {
          if (!mayStopYear({ isOn, state, outcome, conducts })) return;
          expect([isOn, state, outcome === 'full' || outcome === null]).toEqual([true, 'final', false]);
          expect(conducts.some(each => each === 'troubleMaking' || each === 'seriousHarm')).toBe(true);
        },
      ),
    );
  });

  it('hears the guardian first, on a day that can be', () => {
    const [from, today] = [day('2026-07-01'), day('2026-10-10')];
    expect(decideHeard(from, from, today).granted).toBe(true);
    expect(decideHeard(today, from, today).granted).toBe(true);
    expect(decideHeard(day('2026-06-30'), from, today).granted).toBe(false);
    expect(decideHeard(day('2026-10-11'), from, today).granted).toBe(false);
  });

  it('is decided once', () => {
    expect(decideStop('proposed', 'agree')).toEqual({ granted: true, value: 'decided' });
    expect(decideStop('proposed', 'withdraw')).toEqual({ granted: true, value: 'withdrawn' });
    expect(decideStop('decided', 'withdraw').granted).toBe(false);
  });
});
