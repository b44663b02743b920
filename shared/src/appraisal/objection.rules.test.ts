import fc from 'fast-check';
import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { fen } from '../kernel/fen.ts';
import { awaitsOpinions } from './appraisal-life.rules.ts';
import { APPRAISAL_STATE_CODES, type AppraisalState } from './appraisal.terms.ts';
import { laterFacts, whatICanDo } from './evidence.rules.ts';
import { decideAnswerer, decideNotLower, isUnanswered, latestUnanswered, mayObject, type LastObjection } from './objection.rules.ts';
import type { DutyEvidence } from './proposal.rules.ts';

const day = calendarDate;
const cut = (state: AppraisalState) => ({ state, fullFen: 60_000, decidedFen: 30_000, effectiveOn: day('2026-11-22') });
const LATE = 60;
const at = (state: AppraisalState, today: string, last: LastObjection | null = null) => mayObject(cut(state), last, LATE, day(today));

describe('an objection to a deduction', () => {
  it('is open to the last day before it takes effect', () => {
    expect(at('decided', '2026-11-21')).toEqual({ level: 'township', until: '2026-11-21' });
    expect(at('decided', '2026-11-22')).toBeNull();
  });

  it('is late but possible for the days of the policy, and not a day longer', () => {
    const last = addDays(day('2026-11-22'), LATE);
    expect(at('final', last)).toEqual({ level: 'township', until: last });
    expect(at('final', addDays(last, 1))).toBeNull();
    expect(mayObject(cut('final'), null, 0, day('2026-11-23'))).toBeNull();
  });

  it('goes to the county once when the township refused, and nowhere after that', () => {
    expect(at('answered', '2026-11-21', { level: 'township', state: 'refused' })).toEqual({ level: 'county', until: '2026-11-21' });
    expect(at('answered', '2026-11-22', { level: 'township', state: 'refused' })).toBeNull();
    expect(at('answered', '2026-11-21', { level: 'county', state: 'refused' })).toBeNull();
    expect(at('final', '2026-11-23', { level: 'township', state: 'refused' })).toBeNull();
  });

  it('goes to the county in time when it was made in time, though it arrived after the refusal took effect', () => {
    expect(at('final', '2026-11-21', { level: 'township', state: 'refused' })).toEqual({ level: 'county', until: '2026-11-21' });
    expect(at('final', '2026-11-22', { level: 'township', state: 'refused' })).toBeNull();
  });

  it('goes to the county too when two people deduct again after the township upheld it', () => {
    expect(at('decided', '2026-11-21', { level: 'township', state: 'upheld' })?.level).toBe('county');
  });

  it('is not there while one is looked at, before a decision, or where nothing was deducted', () => {
    for (const state of APPRAISAL_STATE_CODES) {
      expect(mayObject({ ...cut(state), decidedFen: 60_000 }, null, LATE, day('2026-11-21'))).toBeNull();
      if (state !== 'decided' && state !== 'answered' && state !== 'final') expect(at(state, '2026-11-21')).toBeNull();
    }
    expect(mayObject({ ...cut('answered'), effectiveOn: null }, null, LATE, day('2026-11-21'))).toBeNull();
  });

  it('is unanswered the day after its last one', () => {
    const open = { state: 'open', dueOn: day('2026-11-22') } as const;
    expect(isUnanswered(open, day('2026-11-22'))).toBe(false);
    expect(isUnanswered(open, day('2026-11-23'))).toBe(true);
    expect(isUnanswered({ ...open, state: 'refused' }, day('2026-12-23'))).toBe(false);
    expect(latestUnanswered(day('2026-11-23'))).toBe('2026-11-22');
  });

  it('is answered by nobody who decided, answered before or stands in for one who did', () => {
    expect(decideAnswerer(['c'], ['a', 'b']).granted).toBe(true);
    expect(decideAnswerer(['a'], ['a', 'b'])).toEqual({ granted: false, code: 'OBJECTION_NOT_YOURS' });
    expect(decideAnswerer(['c', 'b'], ['a', 'b']).granted).toBe(false);
  });

  it('never makes less of it', () => {
    expect(decideNotLower(fen(29_999), 30_000)).toEqual({ granted: false, code: 'OBJECTION_NEVER_LOWERS' });
    expect(decideNotLower(fen(30_000), 30_000).granted).toBe(true);
    expect(decideNotLower(fen(0), null).granted).toBe(true);
  });
});

it('opinions are asked for before a decision, until it takes effect, and again after an objection that was upheld', () => {
  expect(APPRAISAL_STATE_CODES.filter(state => awaitsOpinions(state, '2026-11-22'))).toEqual(['proposed', 'decided']);
  expect(APPRAISAL_STATE_CODES.filter(state => awaitsOpinions(state, null))).toEqual(['proposed', 'decided', 'answered']);
});

const quiet: DutyEvidence = { days: 92, confirmations: { taken: 80, partly: 4, notTaken: 3, unanswered: 5 }, visits: 3, incidents: [] };

describe('what became known later', () => {
  it('is told as later, fact by fact', () => {
    expect(laterFacts(quiet, quiet)).toEqual([]);
    const now = { ...quiet, visits: 4, confirmations: { ...quiet.confirmations, taken: 82, unanswered: 3 }, trainings: 1 };
    expect(laterFacts(quiet, now)).toHaveLength(3);
    const byOther = { ...quiet, incidents: [{ byGuardian: false, withinDay: true }] };
    expect(laterFacts(byOther, { ...quiet, incidents: [{ byGuardian: true, withinDay: true }] })).toEqual([
      '材料收集以后得知监护人自己也报告过',
    ]);
  });

  it('takes nothing from anybody when something vanished', () => {
    expect(laterFacts(quiet, { ...quiet, visits: 0, confirmations: { taken: 0, partly: 0, notTaken: 0, unanswered: 92 } })).toEqual([]);
  });
});

it('tells a guardian what there is still to do, and always something', () => {
  const count = fc.integer({ min: 0, max: 92 });
  const confirmations = fc.record({ taken: count, partly: count, notTaken: count, unanswered: count });
  const incidents = fc.array(fc.record({ byGuardian: fc.boolean(), withinDay: fc.boolean() }), { maxLength: 3 });
  fc.assert(
    fc.property(confirmations, incidents, fc.integer({ min: 0, max: 3 }), (of, happened, visits) => {
      const tips = whatICanDo({ days: 92, confirmations: of, visits, incidents: happened });
      expect(tips.length).toBeGreaterThan(0);
      if (of.unanswered > 0) expect(tips.join()).toContain('不会因此扣钱');
    }),
  );
});
