import { calendarDate } from '../kernel/calendar-date.ts';
import { NO_MOVES } from '../policy/policy-preview.terms.ts';
import { SHIPPED_ASSESSMENT_POLICIES, SHIPPED_VISIT_POLICIES } from '../policy/shipped-policies.ts';
import { assessmentPolicyMove, isMoved, visitPolicyMove } from './policy-preview.rules.ts';
import { NOTHING_KNOWN, nextDues } from './standing.rules.ts';

const on = calendarDate('2026-06-15');
const began = calendarDate('2026-06-10');
const national = SHIPPED_VISIT_POLICIES.national.policy;
const four = SHIPPED_VISIT_POLICIES.fourColours.policy;

describe('a visit policy that begins', () => {
  const red = { ...NOTHING_KNOWN, risk: 4, stability: 'unstable', settled: true, band: 'unstable' } as const;

  it('moves bands by their facts and brings the seats that now visit', () => {
    const move = visitPolicyMove(red, nextDues(red, national, {}, began), { before: national, after: four }, on);
    expect(move).toEqual({ from: 'unstable', to: 'red', held: null, dates: { visit: { ...NO_MOVES, added: 3 } } });
  });

  it('drops the seats that visit no more', () => {
    const facts = { ...red, band: 'red' };
    const move = visitPolicyMove(facts, nextDues(facts, four, {}, began), { before: four, after: national }, on);
    expect(move).toMatchObject({ from: 'red', to: 'unstable', dates: { visit: { dropped: 3 } } });
  });

  it('counts what comes sooner and what is wider from the next visit on', () => {
    const yellow = { ...NOTHING_KNOWN, risk: 1, stability: 'basicStable', settled: true, band: 'yellow' } as const;
    const after = {
      ...four,
      bands: four.bands.map(band =>
        band.key === 'yellow' ? { ...band, intervalDays: { ...band.intervalDays, lead: 20, gridWorker: 15 } } : band,
      ),
    };
    const move = visitPolicyMove(yellow, nextDues(yellow, four, {}, began), { before: four, after }, on);
    expect(move).toEqual({ from: 'yellow', to: 'yellow', held: null, dates: { visit: { ...NO_MOVES, earlier: 1, later: 1 } } });
  });

  it('moves nobody when it is the same', () => {
    const facts = { ...red, band: 'red' };
    expect(isMoved(visitPolicyMove(facts, nextDues(facts, four, {}, began), { before: four, after: four }, on))).toBe(false);
  });

  it('says whose band waits for two people', () => {
    const looser = { ...four, bands: four.bands.map(band => (band.key === 'red' ? { ...band, riskAtLeast: 5 as const } : band)) };
    const facts = { ...red, band: 'red' };
    const move = visitPolicyMove(facts, nextDues(facts, four, {}, began), { before: four, after: looser }, on);
    expect([move.to, move.held, isMoved(move)]).toEqual(['red', 'orange', true]);
  });
});

it('new cycles move every date, both ways', () => {
  const facts = { ...NOTHING_KNOWN, stability: 'stable' as const };
  const { national: yearly, halfYearly } = SHIPPED_ASSESSMENT_POLICIES;
  const dues = [{ cycle: 'healthExam' as const, countedFrom: began, dueOn: calendarDate('2027-06-10'), wantedBy: null }];
  expect(assessmentPolicyMove(facts, dues, halfYearly.policy).dates).toEqual({ healthExam: { ...NO_MOVES, earlier: 1 } });
  expect(assessmentPolicyMove(facts, [{ ...dues[0]!, dueOn: calendarDate('2026-12-10') }], yearly.policy).dates).toEqual({
    healthExam: { ...NO_MOVES, later: 1 },
  });
  expect(isMoved(assessmentPolicyMove(facts, dues, yearly.policy))).toBe(false);
  const wanted = [{ ...dues[0]!, cycle: 'riskReview' as const, dueOn: on, wantedBy: on }];
  expect(isMoved(assessmentPolicyMove(facts, wanted, yearly.policy))).toBe(false);
});
