import { calendarDate } from '../kernel/calendar-date.ts';
import { SHIPPED_POLICIES } from '../policy/shipped-policies.ts';
import { findEligibility, isCovered, isDoubtful, type EligibilityFacts } from './eligibility.rules.ts';
import { ELIGIBILITY_RULES, type EligibilityRule } from './application.terms.ts';

const policy = SHIPPED_POLICIES.reward.eligibility;
const FITS: EligibilityFacts = {
  risk: 3,
  riskOn: calendarDate('2026-01-05'),
  lastIncidentOn: null,
  state: 'inCare',
  guardian: { relation: 'parent' },
  others: [],
  stated: { livesTogether: true, reallyCares: true },
  otherAgreement: null,
  stoppedOn: null,
};
const verdictOf = (rule: EligibilityRule, more: Partial<EligibilityFacts>, of = policy) =>
  findEligibility(of, { ...FITS, ...more }).find(finding => finding.rule === rule)?.verdict;

it('covers a rating of 3 or a past incident, or only both together; an unknown rating is none', () => {
  const either = { riskAtLeast: 3, pastIncident: true, match: 'either' } as const;
  expect(isCovered(either, 3, false)).toBe(true);
  expect(isCovered(either, 2, false)).toBe(false);
  expect(isCovered(either, null, false)).toBe(false);
  expect(isCovered(either, null, true)).toBe(true);
  expect(isCovered({ ...either, pastIncident: false }, 2, true)).toBe(false);
  const both = { ...either, match: 'both' } as const;
  expect(isCovered(both, 3, true)).toBe(true);
  expect(isCovered(both, 3, false)).toBe(false);
  expect(isCovered(both, null, true)).toBe(false);
});

it('shows every rule with what it found and its source, and has no doubt where all hold', () => {
  const findings = findEligibility(policy, FITS);
  expect(findings.map(finding => finding.rule)).toEqual(Object.keys(ELIGIBILITY_RULES));
  for (const { found, source } of findings) expect([found, source]).not.toContain('');
  expect(isDoubtful(findings)).toBe(false);
  expect(findings[0]?.found).toBe('危险性 3 级（2026年1月5日）；没有发生过情况的记录');
});

it.each([
  ['condition', { risk: 2 }, 'fails'],
  ['condition', { risk: null, riskOn: null }, 'unknown'],
  ['condition', { risk: null, lastIncidentOn: calendarDate('2025-12-01') }, 'holds'],
  ['state', { state: 'movedOut' }, 'fails'],
  ['state', { state: 'hospitalised' }, 'holds'],
  ['guardian', { guardian: null }, 'fails'],
  ['order', { guardian: { relation: null } }, 'unknown'],
  ['order', { others: ['spouse'] }, 'fails'],
  ['order', { others: ['sibling'] }, 'holds'],
  ['together', { stated: { livesTogether: false, reallyCares: true } }, 'fails'],
  ['together', { stated: { livesTogether: false, reallyCares: true }, guardian: { relation: 'entrusted' } }, 'holds'],
  ['caring', { stated: { livesTogether: true, reallyCares: false } }, 'fails'],
  ['one', { otherAgreement: 'GH-990101-2026-0001' }, 'fails'],
  ['notStopped', { stoppedOn: calendarDate('2026-03-01') }, 'fails'],
] as const)('finds of %s with %j: %s', (rule, more, verdict) => {
  expect(verdictOf(rule, more)).toBe(verdict);
});

it('does not ask about living together where the county does not', () => {
  expect(verdictOf('together', {}, { ...policy, livingTogether: false })).toBeUndefined();
});
