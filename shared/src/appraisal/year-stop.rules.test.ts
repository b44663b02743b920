import fc from 'fast-check';
import { CONDUCT_KEYS } from '../incidents/conduct.terms.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { APPRAISAL_STATE_CODES, type AppraisalOutcome } from './appraisal.terms.ts';
import { decideHeard, decideMayStop, decideStop } from './year-stop.rules.ts';

const day = calendarDate;

describe('stopping the rest of a year', () => {
  it('takes a county that wants it, a failed duty that stands, and an act under the law: never one of them alone', () => {
    const facts = { isOn: true, isAgreed: true, state: 'final', outcome: 'zero', conducts: [null, 'seriousHarm'] } as const;
    const code = (more: object) => {
      const decision = decideMayStop({ ...facts, ...more });
      return decision.granted ? null : decision.code;
    };
    expect(code({})).toBeNull();
    expect(code({ isOn: false })).toBe('YEAR_STOP_NOT_POSSIBLE');
    expect(code({ outcome: 'full' })).toBe('YEAR_STOP_NOT_POSSIBLE');
    const others = ['mildDisturbance', 'selfHarm', 'suicideAttempt', 'otherHarm', 'none', null];
    expect(code({ conducts: others })).toBe('YEAR_STOP_NOT_POSSIBLE');
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom(...APPRAISAL_STATE_CODES),
        fc.constantFrom<AppraisalOutcome | null>('full', 'partial', 'zero', null),
        fc.array(fc.constantFrom(...CONDUCT_KEYS)),
        (isOn, isAgreed, state, outcome, conducts) => {
          if (!decideMayStop({ isOn, isAgreed, state, outcome, conducts }).granted) return;
          expect([isOn, isAgreed, state, outcome === 'full' || outcome === null]).toEqual([true, true, 'final', false]);
          expect(conducts.some(each => each === 'troubleMaking' || each === 'seriousHarm')).toBe(true);
        },
      ),
    );
  });

  it('never reaches an agreement that was signed before the county wanted it', () => {
    const facts = { isOn: true, isAgreed: false, state: 'final', outcome: 'zero', conducts: ['seriousHarm'] } as const;
    expect(decideMayStop(facts)).toEqual({ granted: false, code: 'YEAR_STOP_NOT_AGREED' });
    // What is not possible anyway is called that.
    expect(decideMayStop({ ...facts, isOn: false })).toEqual({ granted: false, code: 'YEAR_STOP_NOT_POSSIBLE' });
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
