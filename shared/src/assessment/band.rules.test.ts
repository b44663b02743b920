import { calendarDate } from '../kernel/calendar-date.ts';
import { SHIPPED_VISIT_POLICIES } from '../policy/shipped-policies.ts';
import { decideBandAnswer, decideBandProposal, explainBand } from './band.rules.ts';

const four = SHIPPED_VISIT_POLICIES.fourColours.policy;
const today = calendarDate('2026-06-15');

describe('the explanation of a band', () => {
  it('names every condition and whether it holds', () => {
    const facts = { risk: 5, stability: null, lastIncidentOn: calendarDate('2025-06-14') } as const;
    expect(explainBand(four, 'red', facts, today)).toEqual([
      { kind: 'riskAtLeast', value: 4, holds: true },
      { kind: 'incidentWithinMonths', value: 12, holds: false },
    ]);
    expect(explainBand(SHIPPED_VISIT_POLICIES.threeColours.policy, 'red', { ...facts, stability: 'unstable' }, today)).toMatchObject([
      { kind: 'riskAtLeast', holds: true },
      { kind: 'stability', value: 'unstable', holds: true },
    ]);
  });

  it('is empty for the rest, and holds nowhere while a calmer band waits for two', () => {
    const calm = { risk: 0, stability: 'stable', lastIncidentOn: null } as const;
    expect(explainBand(four, 'green', calm, today)).toEqual([]);
    expect(explainBand(four, 'red', calm, today).some(condition => condition.holds)).toBe(false);
    expect(explainBand(four, 'blue', calm, today)).toEqual([]);
  });
});

describe('a calmer band', () => {
  it.each([
    ['green', 'green', false, null],
    ['green', 'yellow', false, 'BAND_NOT_SPOKEN_FOR'],
    [null, 'green', false, 'BAND_NOT_SPOKEN_FOR'],
    ['green', 'green', true, 'BAND_PROPOSAL_WAITS'],
  ] as const)('the facts speak for %s, proposed %s, another waits %s: %s', (calmerBand, proposed, waits, code) => {
    const decision = decideBandProposal({ calmerBand, proposed, waits });
    expect(decision.granted ? null : decision.code).toBe(code);
  });

  const facts = {
    state: 'waiting',
    proposedBy: 'one',
    standsFor: ['two'],
    agree: true,
    proposed: 'green',
    calmerBand: 'green',
  } as const;
  it.each([
    [{}, 'agreed'],
    [{ agree: false }, 'refused'],
    [{ agree: false, calmerBand: null }, 'refused'],
    [{ calmerBand: 'yellow' }, 'BAND_NOT_SPOKEN_FOR'],
    [{ standsFor: ['one'] }, 'BAND_DOWNGRADE_NEEDS_TWO'],
    [{ standsFor: ['two', 'one'] }, 'BAND_DOWNGRADE_NEEDS_TWO'],
    [{ state: 'lapsed' }, 'BAND_PROPOSAL_DECIDED'],
    [{ state: 'agreed' }, 'BAND_PROPOSAL_DECIDED'],
  ] as const)('%j is %s', (other, outcome) => {
    const decision = decideBandAnswer({ ...facts, ...other });
    expect(decision.granted ? decision.value : decision.code).toBe(outcome);
  });
});
